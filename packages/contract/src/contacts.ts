import { type Static, Type } from 'typebox'
import { instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const kindSchema = Type.Union([Type.Literal('phone'), Type.Literal('email')])
export type ContactKind = Static<typeof kindSchema>
const sideSchema = Type.Union([Type.Literal('old'), Type.Literal('new')])

const contactChangeSchema = Type.Object({
  changeId: uuidSchema,
  kind: kindSchema,
  newMasked: Type.String(),
  oldMasked: nullable(Type.String({ description: 'where the code of the old side goes; null: proved at the counter' })),
  oldProved: Type.Boolean(),
  newProved: Type.Boolean(),
  appliesAt: nullable(instantSchema),
})
export type ContactChange = Static<typeof contactChangeSchema>

const params = Type.Object({ changeId: uuidSchema })

export const getContactsRoute = route({
  operationId: 'getContacts',
  method: 'GET',
  url: '/api/me/contacts',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Phone and e-mail on file, masked, and a change under way',
  answer: Type.Object({
    phoneMasked: Type.String(),
    emailMasked: nullable(Type.String()),
    oldPhoneGone: Type.Boolean({ description: 'told and proved at the counter lately: no code to the old phone is asked for' }),
    change: nullable(contactChangeSchema),
  }),
  status: 200,
  refuses: [],
})
export const askContactChangeRoute = route({
  operationId: 'askContactChange',
  method: 'POST',
  url: '/api/me/contact-changes',
  surface: 'citizen',
  access: 'citizen',
  summary:
    'Ask for another phone or e-mail; codes go to the old and the new one. Another one asked for before is forgotten unless it is proved',
  body: Type.Object({
    changeId: uuidSchema,
    kind: kindSchema,
    value: text(254),
    oldGone: Type.Boolean({ description: 'the old address is no longer read: the code goes to the phone' }),
  }),
  answer: contactChangeSchema,
  status: 201,
  refuses: ['phone-shape', 'contact-email-shape', 'contact-same', 'contact-change-open', 'account-closed', 'too-many'],
})
export const sendContactCodeRoute = route({
  operationId: 'sendContactCode',
  method: 'POST',
  url: '/api/me/contact-changes/:changeId/codes',
  surface: 'citizen',
  access: 'citizen',
  summary: 'A code to one side, once more',
  params,
  body: Type.Object({ side: sideSchema }),
  answer: Type.Object({ expiresAt: instantSchema, resendAt: instantSchema }),
  status: 202,
  refuses: ['not-found', 'too-many'],
})
export const proveContactChangeRoute = route({
  operationId: 'proveContactChange',
  method: 'POST',
  url: '/api/me/contact-changes/:changeId/proof',
  surface: 'citizen',
  access: 'citizen',
  summary: 'The code of one side; with both, the change is announced everywhere and holds 24 hours later',
  params,
  body: Type.Object({ side: sideSchema, code: text(20) }),
  answer: contactChangeSchema,
  status: 200,
  refuses: ['not-found', 'code-wrong', 'too-many'],
})
export const cancelContactChangeRoute = route({
  operationId: 'cancelContactChange',
  method: 'DELETE',
  url: '/api/me/contact-changes/:changeId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Leave phone and e-mail as they are',
  params,
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const objectToContactChangeRoute = route({
  operationId: 'objectToContactChange',
  method: 'POST',
  url: '/api/contact-change-objections',
  surface: 'citizen',
  access: 'public',
  summary:
    '“That is not me”, by the code sent to the old phone or address: nothing changes, every device is signed out, the password is void',
  body: Type.Object({ login: text(40), code: text(20) }),
  answer: null,
  status: 204,
  refuses: ['objection-code-wrong', 'too-many'],
})

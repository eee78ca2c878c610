import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, partialDateSchema, registrationStateSchema, text, uuidSchema } from './common.ts'
import { answersSchema } from './registration-schemas.ts'
import { route } from './route.ts'

const waitingSchema = Type.Object({
  registrationId: uuidSchema,
  fileNumber: Type.String(),
  fullName: Type.String(),
  bornOn: nullable(partialDateSchema),
  state: registrationStateSchema,
  dueOn: nullable(civilDateSchema),
  officeName: Type.String(),
  elsewhere: Type.Boolean({ description: 'of another office: to be taken over before anything more is shown' }),
})
export type WaitingRegistration = Static<typeof waitingSchema>

export const findWaitingRoute = route({
  operationId: 'findWaiting',
  method: 'POST',
  url: '/api/counter/waiting',
  surface: 'office',
  access: 'case-reader',
  summary: 'Who stands here: waiting registrations of every office by any two facts, own office first; each one shown is an audit line',
  body: Type.Object({
    fullName: nullable(text(100)),
    bornOn: nullable(text(10)),
    phoneTail: nullable(text(20)),
    idTail: nullable(text(20)),
  }),
  answer: Type.Object({ items: Type.Array(waitingSchema), more: Type.Boolean() }),
  status: 200,
  refuses: ['two-facts-needed', 'too-many'],
})

const params = Type.Object({ registrationId: uuidSchema })

export const startWalkInRoute = route({
  operationId: 'startWalkIn',
  method: 'POST',
  url: '/api/counter/walk-ins',
  surface: 'office',
  access: 'clerk',
  summary: 'A draft for somebody who stands at the counter; the same id again answers the same draft',
  body: Type.Object({
    registrationId: uuidSchema,
    source: Type.Union([Type.Literal('qr'), Type.Literal('chip'), Type.Literal('typed')]),
    privacyTextVersion: text(40),
    privacyTold: Type.Boolean({ description: 'the person was shown the page “Dữ liệu của bạn” at the counter' }),
  }),
  answer: Type.Object({ registrationId: uuidSchema, version: Type.Integer() }),
  status: 201,
  refuses: ['privacy-not-read', 'not-found', 'case-elsewhere'],
})

export const sendWalkInCodeRoute = route({
  operationId: 'sendWalkInCode',
  method: 'POST',
  url: '/api/counter/walk-ins/:registrationId/phone-codes',
  surface: 'office',
  access: 'clerk',
  summary: 'One-time code to the phone in the person’s hand',
  params,
  body: Type.Object({ phone: text(30) }),
  answer: Type.Object({ phoneMasked: Type.String(), expiresAt: instantSchema, resendAt: instantSchema }),
  status: 201,
  refuses: ['not-found', 'case-elsewhere', 'phone-shape', 'move-not-allowed', 'too-many'],
})

export const proveWalkInPhoneRoute = route({
  operationId: 'proveWalkInPhone',
  method: 'POST',
  url: '/api/counter/walk-ins/:registrationId/phone-proof',
  surface: 'office',
  access: 'clerk',
  summary: 'The code as the person reads it out: the phone is proved',
  params,
  body: Type.Object({ code: text(20) }),
  answer: Type.Object({ phoneMasked: Type.String() }),
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'code-wrong', 'too-many', 'move-not-allowed'],
})

export const submitWalkInRoute = route({
  operationId: 'submitWalkIn',
  method: 'POST',
  url: '/api/counter/walk-ins/:registrationId/submission',
  surface: 'office',
  access: 'clerk',
  summary: 'Send what was declared at the counter to this desk’s own office; photos are not asked for',
  params,
  body: Type.Object({ answers: answersSchema, version: Type.Integer() }),
  answer: Type.Object({ registrationId: uuidSchema, fileNumber: Type.String() }),
  status: 201,
  refuses: [
    'not-found',
    'case-elsewhere',
    'bad-text',
    'name-empty',
    'name-too-long',
    'name-bad-character',
    'insurance-number-shape',
    'national-id-shape',
    'passport-shape',
    'number-missing',
    'birth-date-wrong',
    'email-shape',
    'address-unknown',
    'office-unknown',
    'phone-not-proved',
    'privacy-not-read',
    'move-not-allowed',
    'version-conflict',
    'too-many',
  ],
})

export const printForm01Route = route({
  operationId: 'printForm01',
  method: 'GET',
  url: '/api/counter/registrations/:registrationId/form-01',
  surface: 'office',
  access: 'clerk',
  summary: 'Form 01 of a case as PDF, to be signed at the counter; an audit line',
  params,
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'move-not-allowed', 'overloaded'],
})

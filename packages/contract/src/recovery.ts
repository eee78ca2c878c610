import { type Static, Type } from 'typebox'
import { instantSchema, nullable, partialDateSchema, text } from './common.ts'
import { formCodeProofSchema } from './accounts.ts'
import { route } from './route.ts'

const counterReasonSchema = Type.Union([
  Type.Literal('password-forgotten'),
  Type.Literal('message-not-received'),
  Type.Literal('phone-gone'),
  Type.Literal('other'),
])
export type CounterReason = Static<typeof counterReasonSchema>

const counterCodeSchema = Type.Object({
  code: Type.String({ description: 'told once, kept hashed only' }),
  expiresAt: instantSchema,
  issuedAt: instantSchema,
  fullName: Type.String(),
  numberHint: Type.String({ description: 'last three digits of the insurance number' }),
  officeName: Type.String(),
  clerkName: Type.String(),
})
export type CounterCode = Static<typeof counterCodeSchema>

export const issueCounterCodeRoute = route({
  operationId: 'issueCounterCode',
  method: 'POST',
  url: '/api/counter/activation-codes',
  surface: 'office',
  access: 'clerk',
  summary:
    'A single-use activation code (44 bits, 72 h) for somebody at the counter whose original ID was checked; told to the phone on file',
  body: Type.Object({ number: text(40), originalChecked: Type.Boolean(), reason: nullable(counterReasonSchema), note: text(300) }),
  answer: counterCodeSchema,
  status: 201,
  refuses: [
    'person-unknown',
    'account-unknown',
    'account-closed',
    'original-not-checked',
    'reason-missing',
    'note-missing',
    'person-not-eligible',
    'case-own',
    'too-many',
    'overloaded',
  ],
})

export const requestEmailLinkRoute = route({
  operationId: 'requestEmailLink',
  method: 'POST',
  url: '/api/email-link-requests',
  surface: 'citizen',
  access: 'public',
  summary: 'Forgotten password: a link goes to the e-mail address on file; the same answer for everybody',
  body: Type.Object({ login: text(40), bornOn: partialDateSchema, formCode: formCodeProofSchema }),
  answer: Type.Object({ minutes: Type.Integer({ description: 'how long the link can be used' }) }),
  status: 202,
  refuses: ['too-many'],
})
export const openEmailLinkRoute = route({
  operationId: 'openEmailLink',
  method: 'POST',
  url: '/api/email-link-openings',
  surface: 'citizen',
  access: 'public',
  summary: 'The secret of the link together with the birth date; opens ten minutes to set one’s own password',
  body: Type.Object({ secret: text(100), bornOn: partialDateSchema }),
  answer: Type.Object({ expiresAt: instantSchema, fullName: Type.String() }),
  status: 201,
  refuses: ['email-link-run-out', 'too-many'],
})

import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, partialDateSchema, sexSchema, text, uuidSchema } from './common.ts'
import { dataAreaSchema } from './representations.ts'
import { route } from './route.ts'

const lookReasonSchema = Type.Union([
  Type.Literal('holder-present'),
  Type.Literal('mandate-shown'),
  Type.Literal('report-received'),
  Type.Literal('case-at-hand'),
])
/** Why an account is looked at; stands in the person's own record of accesses. */
export type AccountLookReason = Static<typeof lookReasonSchema>

const deskReasonSchema = Type.Union([
  Type.Literal('holder-asks'),
  Type.Literal('phone-gone'),
  Type.Literal('message-not-received'),
  Type.Literal('misuse-suspected'),
  Type.Literal('checked-again'),
  Type.Literal('paper-shown'),
  Type.Literal('other'),
])
export type DeskReason = Static<typeof deskReasonSchema>
const moveSchema = Type.Union([Type.Literal('hold'), Type.Literal('release'), Type.Literal('stop')])
export type DeskMove = Static<typeof moveSchema>

const representationSchema = Type.Object({
  representationId: uuidSchema,
  side: Type.Union([Type.Literal('reader'), Type.Literal('subject')], { description: 'reader: looks at this person’s data' }),
  kind: Type.Union([Type.Literal('child'), Type.Literal('mandate')]),
  fullName: Type.String(),
  areas: Type.Array(dataAreaSchema),
  lastOn: civilDateSchema,
})
const accountSchema = Type.Object({
  state: Type.Union([Type.Literal('pending-first-sign-in'), Type.Literal('active'), Type.Literal('held'), Type.Literal('stopped')]),
  phoneMasked: Type.String(),
  emailMasked: nullable(Type.String()),
  openedAt: instantSchema,
  devices: Type.Array(Type.Object({ label: nullable(Type.String()), signedInAt: instantSchema, lastSeenAt: instantSchema })),
  phoneChange: nullable(
    Type.Object({
      changeId: uuidSchema,
      newMasked: Type.String(),
      appliesAt: nullable(instantSchema),
      atCounter: Type.Boolean({ description: 'asked for at a counter: no code to the old phone' }),
    }),
  ),
  moves: Type.Array(moveSchema, { description: 'what this member of staff may do with it now' }),
  mayChangePhone: Type.Boolean(),
})
const accountDeskSchema = Type.Object({
  fullName: nullable(
    Type.String({ description: 'null for support, with birth date, sex and id: it sees how the account stands, nothing of the register' }),
  ),
  bornOn: nullable(partialDateSchema),
  sex: nullable(sexSchema),
  insuranceNumber: Type.String(),
  nationalId: nullable(Type.String()),
  stateSentence: bilingualSchema,
  nextStep: bilingualSchema,
  mayIssue: Type.Boolean({ description: 'whether a code or a first password may be given in this state of the account' }),
  account: nullable(accountSchema),
  representations: Type.Array(representationSchema),
  acts: Type.Array(
    Type.Object({ kind: Type.String(), reason: deskReasonSchema, at: instantSchema, clerkName: Type.String(), officeName: Type.String() }),
    { description: 'what was done at counters, newest first' },
  ),
})
export type AccountDesk = Static<typeof accountDeskSchema>

const order = {
  actId: uuidSchema,
  number: text(40),
  originalChecked: Type.Boolean({ description: 'the original ID was seen and is of who stands there' }),
  reason: nullable(deskReasonSchema),
  note: text(300),
}
const orderRefusals = [
  'person-unknown',
  'account-unknown',
  'account-closed',
  'person-not-eligible',
  'original-not-checked',
  'reason-missing',
  'note-missing',
  'case-own',
  'too-many',
] as const

export const openAccountDeskRoute = route({
  operationId: 'openAccountDesk',
  method: 'POST',
  url: '/api/counter/account-lookups',
  surface: 'office',
  access: 'account-helper',
  summary: 'By insurance number or 12-digit id and with a reason: who it is, how the account stands; a line the person can read',
  body: Type.Object({ number: text(40), reason: nullable(lookReasonSchema) }),
  answer: accountDeskSchema,
  status: 200,
  refuses: ['person-unknown', 'reason-missing', 'too-many'],
})
export const moveAccountRoute = route({
  operationId: 'moveAccount',
  method: 'POST',
  url: '/api/counter/account-moves',
  surface: 'office',
  access: 'clerk',
  summary: 'Hold, release (supervisor) or stop an account; told to the person; the same act id again is the same act',
  body: Type.Object({ ...order, move: moveSchema }),
  answer: accountDeskSchema,
  status: 201,
  refuses: [...orderRefusals, 'account-move-closed', 'supervisor-needed'],
})
export const reissueFirstPasswordRoute = route({
  operationId: 'reissueFirstPassword',
  method: 'POST',
  url: '/api/counter/first-passwords',
  surface: 'office',
  access: 'account-helper',
  summary: 'A new first password goes by SMS to the phone on file; staff never see it',
  body: Type.Object(order),
  answer: accountDeskSchema,
  status: 201,
  refuses: [...orderRefusals, 'overloaded'],
})
export const askPhoneAtCounterRoute = route({
  operationId: 'askPhoneAtCounter',
  method: 'POST',
  url: '/api/counter/phone-changes',
  surface: 'office',
  access: 'clerk',
  summary: 'Lost phone: a code goes to the new number; `actId` names the change',
  body: Type.Object({ ...order, phone: text(40), endDevices: Type.Boolean({ description: 'sign every device out at once' }) }),
  answer: accountDeskSchema,
  status: 201,
  refuses: [...orderRefusals, 'phone-shape', 'contact-same', 'contact-change-open'],
})
export const provePhoneAtCounterRoute = route({
  operationId: 'provePhoneAtCounter',
  method: 'POST',
  url: '/api/counter/phone-changes/:changeId/proof',
  surface: 'office',
  access: 'clerk',
  summary: 'The code that arrived there: the new number waits 24 hours, the old one hears of it with a code to object by',
  params: Type.Object({ changeId: uuidSchema }),
  body: Type.Object({ number: text(40), code: text(20) }),
  answer: accountDeskSchema,
  status: 201,
  refuses: ['person-unknown', 'account-unknown', 'case-own', 'not-found', 'code-wrong', 'too-many'],
})
export const cancelPhoneAtCounterRoute = route({
  operationId: 'cancelPhoneAtCounter',
  method: 'POST',
  url: '/api/counter/phone-changes/:changeId/cancellation',
  surface: 'office',
  access: 'clerk',
  summary: 'The holder came and says: that was not me, or: I found it; told where it had been announced',
  params: Type.Object({ changeId: uuidSchema }),
  body: Type.Object(order),
  answer: accountDeskSchema,
  status: 201,
  refuses: [...orderRefusals, 'not-found'],
})
export const giveMandateAtCounterRoute = route({
  operationId: 'giveMandateAtCounter',
  method: 'POST',
  url: '/api/counter/mandates',
  surface: 'office',
  access: 'clerk',
  summary: 'On a mandate on paper: `number` gives it, with or without an account; who is to look has one. Both are told',
  body: Type.Object({
    ...order,
    readerNumber: text(40),
    areas: Type.Array(dataAreaSchema, { minItems: 1, maxItems: 4, uniqueItems: true }),
    lastOn: civilDateSchema,
    paperSeen: Type.Boolean({ description: 'the signed mandate on paper was seen and is of these two' }),
  }),
  answer: accountDeskSchema,
  status: 201,
  refuses: [...orderRefusals, 'paper-not-seen', 'mandate-to-oneself', 'mandate-day-wrong'],
})
export const endMandateAtCounterRoute = route({
  operationId: 'endMandateAtCounter',
  method: 'POST',
  url: '/api/counter/mandates/:representationId/ending',
  surface: 'office',
  access: 'clerk',
  summary: 'Who gave the mandate came and takes it back; both are told',
  params: Type.Object({ representationId: uuidSchema }),
  body: Type.Object(order),
  answer: accountDeskSchema,
  status: 201,
  refuses: [...orderRefusals, 'not-found'],
})
export const printCodeSlipRoute = route({
  operationId: 'printCodeSlip',
  method: 'POST',
  url: '/api/counter/activation-code-slips',
  surface: 'office',
  access: 'clerk',
  summary: 'The receipt with an activation code that oneself has just given, as PDF; the code is compared with its hash and kept nowhere',
  body: Type.Object({ number: text(40), code: text(40) }),
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['person-unknown', 'not-found', 'too-many', 'overloaded'],
})

import { type Static, Type } from 'typebox'
import { instantSchema, monthSchema, nullable, text, uuidSchema } from './common.ts'
import { departmentSchema } from './rollouts.ts'
import { route } from './route.ts'

const channelSchema = Type.Union([Type.Literal('sms'), Type.Literal('email')])
const kindSchema = Type.Union([Type.Literal('invitation'), Type.Literal('reminder')])
const missingStateSchema = Type.Union([
  Type.Literal('not-started'),
  Type.Literal('registered'),
  Type.Literal('form-printed'),
  Type.Literal('needs-help'),
])
const audience = {
  channel: channelSchema,
  kind: kindSchema,
  states: Type.Array(missingStateSchema, { minItems: 1, maxItems: 4, description: 'an invitation goes to not-started only' }),
  department: nullable(departmentSchema),
}
const stepSchema = Type.Union([Type.Literal('register'), Type.Literal('hand-in'), Type.Literal('look-again')])
const previewSchema = Type.Object({
  asOf: instantSchema,
  recipients: Type.Integer(),
  parts: Type.Integer({ description: 'SMS parts or e-mails in all' }),
  texts: Type.Array(
    Type.Object({
      step: stepSchema,
      subject: nullable(Type.String()),
      text: Type.String(),
      parts: Type.Integer(),
      recipients: Type.Integer(),
    }),
  ),
  leftOut: Type.Array(
    Type.Object({
      reason: Type.Union([
        Type.Literal('has-account'),
        Type.Literal('nothing-to-do'),
        Type.Literal('no-address'),
        Type.Literal('wants-none'),
        Type.Literal('told-already'),
        Type.Literal('over-budget'),
      ]),
      people: Type.Integer(),
    }),
  ),
  budget: Type.Object({ month: monthSchema, limit: Type.Integer(), used: Type.Integer() }),
})
export type InvitationPreview = Static<typeof previewSchema>

export const previewInvitationsRoute = route({
  operationId: 'previewInvitations',
  method: 'POST',
  url: '/api/employer/invitation-previews',
  surface: 'office',
  access: 'employer',
  summary: 'Who would be written to and why others not, the texts with their parts, and what the month’s budget leaves; nothing is sent',
  body: Type.Object(audience),
  answer: previewSchema,
  status: 200,
  refuses: ['invitation-not-for-state'],
})
export const sendInvitationsRoute = route({
  operationId: 'sendInvitations',
  method: 'POST',
  url: '/api/employer/invitations',
  surface: 'office',
  access: 'employer',
  summary: 'Send what the preview showed; the same id again is the same order',
  body: Type.Object({ sendingId: uuidSchema, ...audience }),
  answer: Type.Object({ sendingId: uuidSchema }),
  status: 202,
  refuses: ['invitation-not-for-state', 'invitation-nobody'],
})

const sendingSchema = Type.Object({
  sendingId: uuidSchema,
  channel: channelSchema,
  kind: kindSchema,
  department: nullable(Type.String()),
  states: Type.Array(Type.String()),
  madeAt: instantSchema,
  finishedAt: nullable(instantSchema),
  planned: Type.Integer(),
  laid: Type.Integer(),
  delivered: Type.Integer(),
  failed: Type.Integer(),
})
const sendingsSchema = Type.Object({ asOf: instantSchema, sendings: Type.Array(sendingSchema) })
export type InvitationSendings = Static<typeof sendingsSchema>

export const listInvitationsRoute = route({
  operationId: 'listInvitations',
  method: 'GET',
  url: '/api/employer/invitations',
  surface: 'office',
  access: 'employer',
  summary: 'The last twenty orders with what became of them, in numbers',
  answer: sendingsSchema,
  status: 200,
  refuses: [],
})

export const stopInvitationsRoute = route({
  operationId: 'stopInvitations',
  method: 'POST',
  url: '/api/invitation-stops',
  surface: 'citizen',
  access: 'public',
  summary: 'No invitation to this phone or address any more, by the code of one; an unknown code reads the same',
  body: Type.Object({ code: text(40) }),
  answer: null,
  status: 204,
  refuses: ['too-many'],
})

export const stopInvitationsByMailRoute = route({
  operationId: 'stopInvitationsByMail',
  method: 'POST',
  url: '/api/invitation-stops/:code',
  surface: 'citizen',
  access: 'public',
  summary: 'The same, as mail programs ask for it when their reader presses “unsubscribe” (RFC 8058); what they send along is not read',
  params: Type.Object({ code: text(40) }),
  answer: null,
  status: 204,
  refuses: ['too-many'],
})

const sheetFactsSchema = Type.Object({
  employerName: Type.String(),
  office: Type.Object({ name: Type.String(), address: Type.String(), phone: nullable(Type.String()), hours: Type.String() }),
  address: Type.String({ description: 'where registering begins' }),
  hotline: Type.String(),
  departments: Type.Array(Type.String()),
})
export type SheetFacts = Static<typeof sheetFactsSchema>

export const getSheetFactsRoute = route({
  operationId: 'getSheetFacts',
  method: 'GET',
  url: '/api/employer/sheets',
  surface: 'office',
  access: 'employer',
  summary: 'What posters, guides and announcements say of the employer and its office',
  answer: sheetFactsSchema,
  status: 200,
  refuses: ['not-found'],
})
export const getSheetRoute = route({
  operationId: 'getSheet',
  method: 'GET',
  url: '/api/employer/sheets/:kind',
  surface: 'office',
  access: 'employer',
  summary: 'A poster or a one-page guide as PDF: of the employer, of one department, or one page for each',
  params: Type.Object({ kind: Type.Union([Type.Literal('poster'), Type.Literal('guide')]) }),
  query: Type.Object({ department: Type.Optional(departmentSchema), each: Type.Optional(Type.Literal('department')) }),
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'rollout-department-unknown', 'overloaded'],
})

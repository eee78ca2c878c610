import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const listSchema = Type.Union([
  Type.Literal('health-facility'),
  Type.Literal('office'),
  Type.Literal('collection-agent'),
  Type.Literal('collection-point'),
  Type.Literal('sick-leave'),
])
const valueSchema = Type.Object({ field: Type.String(), value: nullable(Type.String()) })
const values = Type.Array(valueSchema)

const proposalSchema = Type.Object({
  proposalId: uuidSchema,
  list: listSchema,
  code: Type.String(),
  name: Type.String(),
  changes: Type.Array(
    Type.Object({ field: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()), now: nullable(Type.String()) }),
  ),
  fromOn: civilDateSchema,
  untilOn: nullable(civilDateSchema),
  paperNumber: Type.String(),
  note: nullable(Type.String()),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('approved'), Type.Literal('refused'), Type.Literal('withdrawn')]),
  outdated: Type.Boolean({ description: 'waits, but the entry is no longer as it was when this was proposed' }),
  staffName: Type.String(),
  proposedAt: instantSchema,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(instantSchema),
  decidedReason: nullable(Type.String()),
  applied: Type.Boolean(),
  mayDecide: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
})
export type ReferenceProposal = Static<typeof proposalSchema>

export const searchReferenceEntriesRoute = route({
  operationId: 'searchReferenceEntries',
  method: 'GET',
  url: '/api/content/reference-entries',
  surface: 'office',
  access: 'operator',
  summary: 'Entries of a list by code or part of the name, at most 20',
  query: Type.Object({ list: listSchema, q: text(100) }),
  answer: Type.Object({
    entries: Type.Array(
      Type.Object({ code: Type.String(), name: Type.String(), place: nullable(Type.String()), endsOn: nullable(civilDateSchema) }),
    ),
  }),
  status: 200,
  refuses: [],
})
export const getReferenceEntryRoute = route({
  operationId: 'getReferenceEntry',
  method: 'GET',
  url: '/api/content/reference-entries/:list/:code',
  surface: 'office',
  access: 'operator',
  summary: 'One entry as it stands, every version of it, and what was proposed',
  params: Type.Object({ list: listSchema, code: Type.String({ maxLength: 60 }) }),
  answer: Type.Object({
    list: listSchema,
    code: Type.String(),
    name: Type.String(),
    values,
    versions: Type.Array(Type.Object({ fromOn: civilDateSchema, endsOn: nullable(civilDateSchema), source: Type.String(), values })),
    proposals: Type.Array(proposalSchema),
  }),
  status: 200,
  refuses: ['not-found'],
})
export const listProposalsRoute = route({
  operationId: 'listProposals',
  method: 'GET',
  url: '/api/content/reference-proposals',
  surface: 'office',
  access: 'operator',
  summary: 'What waits for a second operator, then what was decided of late',
  answer: Type.Object({ proposals: Type.Array(proposalSchema) }),
  status: 200,
  refuses: [],
})
export const proposeReferenceChangeRoute = route({
  operationId: 'proposeReferenceChange',
  method: 'POST',
  url: '/api/content/reference-proposals',
  surface: 'office',
  access: 'operator',
  summary: 'Ask for a change of an entry by the paper that says so; the same id again is the same',
  body: Type.Object({
    proposalId: uuidSchema,
    list: listSchema,
    code: text(60),
    after: Type.Array(Type.Object({ field: text(40), value: nullable(text(300)) }), { maxItems: 12 }),
    fromOn: civilDateSchema,
    untilOn: nullable(civilDateSchema),
    paperNumber: text(100),
    note: nullable(text(500)),
  }),
  answer: proposalSchema,
  status: 201,
  refuses: [
    'not-found',
    'proposal-nothing',
    'proposal-field',
    'proposal-dates',
    'proposal-phone',
    'proposal-point',
    'proposal-hours',
    'proposal-ward',
    'proposal-paper',
  ],
})
export const decideProposalRoute = route({
  operationId: 'decideProposal',
  method: 'POST',
  url: '/api/content/reference-proposals/:proposalId/decision',
  surface: 'office',
  access: 'operator',
  summary: 'A second operator approves or refuses with a reason; never who proposed',
  params: Type.Object({ proposalId: uuidSchema }),
  body: Type.Object({ approve: Type.Boolean(), reason: nullable(text(300)) }),
  answer: proposalSchema,
  status: 200,
  refuses: ['not-found', 'four-eyes', 'proposal-decided', 'proposal-outdated', 'proposal-dates', 'reason-missing'],
})
export const withdrawProposalRoute = route({
  operationId: 'withdrawProposal',
  method: 'POST',
  url: '/api/content/reference-proposals/:proposalId/withdrawal',
  surface: 'office',
  access: 'operator',
  summary: 'Who proposed takes it back before it is decided',
  params: Type.Object({ proposalId: uuidSchema }),
  answer: proposalSchema,
  status: 200,
  refuses: ['not-found', 'proposal-decided'],
})

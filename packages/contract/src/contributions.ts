import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, monthSchema, nullable, uuidSchema } from './common.ts'
import { forSchema } from './representations.ts'
import { route } from './route.ts'

const branchNameSchema = Type.Union([
  Type.Literal('social'),
  Type.Literal('unemployment'),
  Type.Literal('employment-injury'),
  Type.Literal('health'),
])
const schemeSchema = Type.Union([Type.Literal('compulsory'), Type.Literal('voluntary')])
const spanSchema = Type.Object({ fromMonth: monthSchema, toMonth: monthSchema })
/** A span with its sentence: a gap, an overlap. */
const remarkSchema = Type.Object({ fromMonth: monthSchema, toMonth: monthSchema, sentence: bilingualSchema })
/** What it is, what it means, what to do. */
const noticeSchema = Type.Object({
  code: Type.Union([Type.Literal('late'), Type.Literal('employer-unpaid'), Type.Literal('low-wage')]),
  title: bilingualSchema,
  means: bilingualSchema,
  todo: bilingualSchema,
})
const wagePartSchema = Type.Object({
  part: Type.String(),
  label: bilingualSchema,
  unit: Type.Union([Type.Literal('vnd'), Type.Literal('coefficient'), Type.Literal('percent')]),
  value: Type.Number(),
})
const spellSchema = Type.Object({
  spellId: uuidSchema,
  fromMonth: monthSchema,
  toMonth: nullable(monthSchema),
  employerName: Type.String(),
  jobTitle: nullable(Type.String()),
  workplace: nullable(Type.String()),
  scheme: schemeSchema,
  contributorySalaryVnd: nullable(Type.Integer()),
  wageParts: Type.Array(wagePartSchema),
  lateMonths: Type.Integer(),
  lateSpan: nullable(spanSchema),
  source: Type.String(),
  recordedOn: civilDateSchema,
})
const branchSchema = Type.Object({
  branch: branchNameSchema,
  totalMonths: Type.Integer(),
  lateMonths: Type.Integer(),
  /** Late months in plain words; null where there are none, and on the branches that show none. */
  late: nullable(noticeSchema),
  notices: Type.Array(noticeSchema),
  spells: Type.Array(spellSchema),
  gaps: Type.Array(remarkSchema),
  overlaps: Type.Array(remarkSchema),
  years: Type.Array(Type.Object({ year: Type.Integer(), months: Type.Integer(), lateMonths: Type.Integer() })),
})
export type ParticipationBranch = Static<typeof branchSchema>
export const getParticipationRoute = route({
  operationId: 'getParticipation',
  method: 'GET',
  url: '/api/me/participation',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Participation per branch, in spells, with totals; `knownOn`: as it was known at the end of that day',
  query: Type.Object({ for: forSchema, knownOn: Type.Optional(civilDateSchema) }),
  answer: Type.Object({ throughMonth: monthSchema, knownOn: nullable(civilDateSchema), branches: Type.Array(branchSchema) }),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted'],
})

/** One employer in one month: what was paid on, in which parts, at which rates. */
const monthEntrySchema = Type.Object({
  spellId: uuidSchema,
  employerName: Type.String(),
  jobTitle: nullable(Type.String()),
  workplace: nullable(Type.String()),
  scheme: schemeSchema,
  contributorySalaryVnd: nullable(Type.Integer()),
  wageParts: Type.Array(wagePartSchema),
  isLate: Type.Boolean(),
  belowMinimumVnd: nullable(Type.Integer({ description: 'the lowest regional minimum, where the salary is below it' })),
  rate: nullable(
    Type.Object({
      employeePercent: Type.Number(),
      employerPercent: Type.Number(),
      employeeVnd: nullable(Type.Integer()),
      employerVnd: nullable(Type.Integer()),
      source: bilingualSchema,
      standing: Type.Union([Type.Literal('checked'), Type.Literal('unverified')]),
    }),
  ),
  source: Type.String(),
  recordedOn: civilDateSchema,
})
const monthOfBranchSchema = Type.Object({ month: monthSchema, entries: Type.Array(monthEntrySchema) })
export type ParticipationMonth = Static<typeof monthOfBranchSchema>
export const listParticipationMonthsRoute = route({
  operationId: 'listParticipationMonths',
  method: 'GET',
  url: '/api/me/participation/months',
  surface: 'citizen',
  access: 'citizen',
  summary: 'The months of a year in one branch that have come, newest first, each with wage parts and rates; empty ones too',
  query: Type.Object({
    for: forSchema,
    branch: branchNameSchema,
    year: Type.String({ pattern: '^\\d{4}$' }),
    knownOn: Type.Optional(civilDateSchema),
  }),
  answer: Type.Object({ branch: branchNameSchema, year: Type.Integer(), months: Type.Array(monthOfBranchSchema) }),
  status: 200,
  refuses: ['representation-unknown', 'representation-over', 'area-not-granted'],
})

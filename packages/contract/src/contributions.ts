import { type Static, Type } from 'typebox'
import { civilDateSchema, monthSchema, nullable, uuidSchema } from './common.ts'
import { route } from './route.ts'

const spellSchema = Type.Object({
  spellId: uuidSchema,
  fromMonth: monthSchema,
  toMonth: nullable(monthSchema),
  employerName: Type.String(),
  jobTitle: nullable(Type.String()),
  workplace: nullable(Type.String()),
  scheme: Type.Union([Type.Literal('compulsory'), Type.Literal('voluntary')]),
  contributorySalaryVnd: nullable(Type.Integer()),
  lateMonths: Type.Integer(),
  source: Type.String(),
  recordedOn: civilDateSchema,
})
const branchSchema = Type.Object({
  branch: Type.Union([Type.Literal('social'), Type.Literal('unemployment'), Type.Literal('employment-injury'), Type.Literal('health')]),
  totalMonths: Type.Integer(),
  lateMonths: Type.Integer(),
  spells: Type.Array(spellSchema),
})
export type ParticipationBranch = Static<typeof branchSchema>
export const getParticipationRoute = route({
  operationId: 'getParticipation',
  method: 'GET',
  url: '/api/me/participation',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Participation per branch, in spells, with totals; `knownOn`: as it was known at the end of that day',
  query: Type.Object({ knownOn: Type.Optional(civilDateSchema) }),
  answer: Type.Object({ throughMonth: monthSchema, knownOn: nullable(civilDateSchema), branches: Type.Array(branchSchema) }),
  status: 200,
  refuses: [],
})

import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, sexSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const rosterKeySchema = Type.Object({
  keyId: uuidSchema,
  name: Type.String(),
  scope: Type.Literal('roster:read'),
  madeBy: Type.String(),
  madeAt: instantSchema,
  lastUsedAt: nullable(instantSchema),
  revokedAt: nullable(instantSchema),
})
export type RosterKey = Static<typeof rosterKeySchema>
const keysSchema = Type.Object({ keys: Type.Array(rosterKeySchema) })
const keyParams = Type.Object({ keyId: uuidSchema })

const rosterLineSchema = Type.Object({
  entryId: uuidSchema,
  kind: Type.Union([Type.Literal('employee'), Type.Literal('pupil')]),
  fullName: Type.String(),
  bornOn: Type.String({ description: 'yyyy-MM-dd, or yyyy when only the year is known' }),
  sex: nullable(sexSchema),
  nationalId: nullable(Type.String()),
  insuranceNumber: nullable(Type.String()),
  employeeNumber: nullable(Type.String()),
  department: Type.String(),
  shift: Type.String(),
  workPhone: nullable(Type.String()),
  workEmail: nullable(Type.String()),
  joinedOn: nullable(civilDateSchema),
  state: Type.String({ description: 'not-started, registered, form-printed, form-handed-in, approved, signed-in or needs-help' }),
  helpReason: nullable(Type.String()),
  stateSince: instantSchema,
})
/** One person of the roster as the employer gave them, and how far they are. */
export type RosterLine = Static<typeof rosterLineSchema>

export const copyRosterRoute = route({
  operationId: 'copyRoster',
  method: 'GET',
  url: '/api/employer/roster-copies/:format',
  surface: 'office',
  access: 'employer',
  summary: 'The whole roster of the own employer with the state of each, as XLSX or CSV; the date of the figures in its first line',
  params: Type.Object({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: [],
})
export const listRosterKeysRoute = route({
  operationId: 'listRosterKeys',
  method: 'GET',
  url: '/api/employer/roster-keys',
  surface: 'office',
  access: 'employer-administrator',
  summary: 'Keys of programs that read the roster of the own employer',
  answer: keysSchema,
  status: 200,
  refuses: [],
})
export const makeRosterKeyRoute = route({
  operationId: 'makeRosterKey',
  method: 'POST',
  url: '/api/employer/roster-keys',
  surface: 'office',
  access: 'employer-administrator',
  summary: 'A new key; the secret is shown once',
  body: Type.Object({ name: text(80) }),
  answer: Type.Object({ secret: Type.String(), keys: Type.Array(rosterKeySchema) }),
  status: 201,
  refuses: ['name-missing'],
})
export const revokeRosterKeyRoute = route({
  operationId: 'revokeRosterKey',
  method: 'DELETE',
  url: '/api/employer/roster-keys/:keyId',
  surface: 'office',
  access: 'employer-administrator',
  summary: 'The key is worth nothing from the next request on',
  params: keyParams,
  answer: keysSchema,
  status: 200,
  refuses: ['not-found'],
})
export const readRosterRoute = route({
  operationId: 'readRoster',
  method: 'GET',
  url: '/api/roster/v1/entries',
  surface: 'office',
  access: 'public',
  summary:
    'For programs: header `authorization: Bearer <key>` of scope roster:read. The roster of the key’s employer, paged: `after` is `next` of the page before; at most 120 requests a minute',
  query: Type.Object({
    after: Type.Optional(uuidSchema),
    limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|[1-4][0-9]{2}|500)$', description: '1 to 500; 200 when left out' })),
  }),
  answer: Type.Object({
    employerCode: Type.String(),
    asOf: instantSchema,
    entries: Type.Array(rosterLineSchema),
    next: nullable(uuidSchema),
  }),
  status: 200,
  refuses: ['roster-key-wrong', 'too-many'],
})

import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text } from './common.ts'
import { officerRoleSchema, organisationKindSchema } from './employer-officers.ts'
import { route } from './route.ts'

const codeParams = Type.Object({ employerCode: Type.String({ pattern: '^[A-Z]{2,3}[0-9]{3,4}[A-Z]$' }) })
const officerParams = Type.Object({ officerNo: Type.String({ pattern: '^[0-9]{1,9}$' }) })
const deskOfficerParams = Type.Object({ ...codeParams.properties, ...officerParams.properties })

const officerRowSchema = Type.Object({
  officerId: Type.Integer(),
  userName: Type.String(),
  fullName: Type.String(),
  role: officerRoleSchema,
  validFrom: civilDateSchema,
  validTo: nullable(civilDateSchema),
  stopped: Type.Boolean(),
  activated: Type.Boolean({ description: 'an own password was chosen' }),
  works: Type.Boolean({ description: 'may sign in today' }),
  isSelf: Type.Boolean(),
})
/** An officer as administrators and the office see them. */
export type OfficerRow = Static<typeof officerRowSchema>

const officerListSchema = Type.Object({ officers: Type.Array(officerRowSchema) })
const organisationSchema = Type.Object({
  employerCode: Type.String(),
  name: Type.String(),
  address: Type.String(),
  kind: nullable(organisationKindSchema),
  openedAt: nullable(instantSchema),
  endedAt: nullable(instantSchema),
  successorCode: nullable(Type.String()),
  officers: Type.Array(officerRowSchema),
})
export type Organisation = Static<typeof organisationSchema>

const slipSchema = Type.Object({
  userName: Type.String(),
  fullName: Type.String(),
  code: Type.String({ description: 'single use; shown once' }),
  codeUntil: instantSchema,
})
/** What is handed to the new officer on paper. */
export type OfficerSlip = Static<typeof slipSchema>

const newOfficerSchema = Type.Object({
  name: Type.String({ pattern: '^[a-z0-9.-]{2,30}$', description: 'what stands before the @ of the user name' }),
  fullName: text(100),
  role: officerRoleSchema,
  validTo: nullable(civilDateSchema),
})
const actsQuery = Type.Object({ before: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })) })
const actsSchema = Type.Object({
  acts: Type.Array(Type.Object({ at: instantSchema, who: Type.String(), action: Type.String() })),
  next: nullable(Type.String({ description: '`before` of the next page' })),
})
export type OfficerActs = Static<typeof actsSchema>

const at = { surface: 'office', access: 'clerk' } as const
const own = { surface: 'office', access: 'employer-administrator' } as const

export const searchEmployersRoute = route({
  operationId: 'searchEmployers',
  method: 'GET',
  url: '/api/counter/employers',
  ...at,
  summary: 'Employers of the own office by code or name, and whether their organisation is open; at most 20',
  query: Type.Object({ q: text(80) }),
  answer: Type.Object({
    employers: Type.Array(
      Type.Object({
        employerCode: Type.String(),
        name: Type.String(),
        address: Type.String(),
        open: Type.Boolean(),
        ended: Type.Boolean(),
      }),
    ),
  }),
  status: 200,
  refuses: [],
})
export const getOrganisationRoute = route({
  operationId: 'getOrganisation',
  method: 'GET',
  url: '/api/counter/employers/:employerCode',
  ...at,
  summary: 'An employer of the own office with its officers',
  params: codeParams,
  answer: organisationSchema,
  status: 200,
  refuses: ['not-found'],
})
export const openOrganisationRoute = route({
  operationId: 'openOrganisation',
  method: 'PUT',
  url: '/api/counter/employers/:employerCode/organisation',
  ...at,
  summary: 'Opens an employer or school for officers; once more changes nothing; an ended one is opened again',
  params: codeParams,
  body: Type.Object({ kind: organisationKindSchema }),
  answer: organisationSchema,
  status: 200,
  refuses: ['not-found', 'employer-merged'],
})
export const endOrganisationRoute = route({
  operationId: 'endOrganisation',
  method: 'POST',
  url: '/api/counter/employers/:employerCode/organisation/ending',
  ...at,
  summary: 'Nobody of it signs in any more, who is signed in is out at once',
  params: codeParams,
  body: Type.Object({ reason: text(300) }),
  answer: organisationSchema,
  status: 200,
  refuses: ['not-found', 'note-missing'],
})
export const makeAdministratorRoute = route({
  operationId: 'makeAdministrator',
  method: 'POST',
  url: '/api/counter/employers/:employerCode/officers',
  ...at,
  summary: 'An administrator for an open organisation, with a code on a slip',
  params: codeParams,
  body: Type.Omit(newOfficerSchema, ['role']),
  answer: slipSchema,
  status: 201,
  refuses: ['not-found', 'employer-not-open', 'officer-name-taken', 'officer-days-wrong', 'name-missing'],
})
export const stopOfficerRoute = route({
  operationId: 'stopOfficer',
  method: 'POST',
  url: '/api/counter/employers/:employerCode/officers/:officerNo/stop',
  ...at,
  summary: 'An officer of an employer of the own office is out at once',
  params: deskOfficerParams,
  answer: organisationSchema,
  status: 200,
  refuses: ['not-found'],
})
export const renewOfficerCodeRoute = route({
  operationId: 'renewOfficerCode',
  method: 'POST',
  url: '/api/counter/employers/:employerCode/officers/:officerNo/codes',
  ...at,
  summary: 'A new code for who lost theirs, the password or the phone; password, authenticator and sessions of before end',
  params: deskOfficerParams,
  answer: slipSchema,
  status: 201,
  refuses: ['not-found', 'officer-stopped'],
})
export const listOrganisationActsRoute = route({
  operationId: 'listOrganisationActs',
  method: 'GET',
  url: '/api/counter/employers/:employerCode/acts',
  ...at,
  summary: 'What its officers did, newest first, paged',
  params: codeParams,
  query: actsQuery,
  answer: actsSchema,
  status: 200,
  refuses: ['not-found'],
})
export const listOfficersRoute = route({
  operationId: 'listOfficers',
  method: 'GET',
  url: '/api/employer/officers',
  ...own,
  summary: 'The officers of the own employer',
  answer: officerListSchema,
  status: 200,
  refuses: [],
})
export const addOfficerRoute = route({
  operationId: 'addOfficer',
  method: 'POST',
  url: '/api/employer/officers',
  ...own,
  summary: 'One more officer of the own employer, with a code on a slip',
  body: newOfficerSchema,
  answer: slipSchema,
  status: 201,
  refuses: ['officer-name-taken', 'officer-days-wrong', 'name-missing'],
})
export const changeOfficerRoute = route({
  operationId: 'changeOfficer',
  method: 'PUT',
  url: '/api/employer/officers/:officerNo',
  ...own,
  summary: 'Role and last day of an officer of the own employer, or stopped at once; one administrator who works always stays',
  params: officerParams,
  body: Type.Object({ role: officerRoleSchema, validTo: nullable(civilDateSchema), stopped: Type.Boolean() }),
  answer: officerListSchema,
  status: 200,
  refuses: ['not-found', 'officer-last-administrator', 'officer-days-wrong'],
})
export const renewOwnOfficerCodeRoute = route({
  operationId: 'renewOwnOfficerCode',
  method: 'POST',
  url: '/api/employer/officers/:officerNo/codes',
  ...own,
  summary: 'A new code for another officer of the own employer',
  params: officerParams,
  answer: slipSchema,
  status: 201,
  refuses: ['not-found', 'officer-stopped', 'officer-own'],
})
export const listOfficerActsRoute = route({
  operationId: 'listOfficerActs',
  method: 'GET',
  url: '/api/employer/acts',
  ...own,
  summary: 'What the officers of the own employer did, newest first, paged',
  query: actsQuery,
  answer: actsSchema,
  status: 200,
  refuses: [],
})

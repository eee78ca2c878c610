import { Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { rosterLineSchema } from './roster-schemas.ts'
import { route } from './route.ts'

const cell = (maxLength: number) => text(maxLength)
/** As typed; the server reads each field as it reads a cell of a file. Empty means not known. */
const rosterLineBody = Type.Object({
  fullName: cell(400),
  bornOn: cell(40),
  sex: cell(20),
  nationalId: cell(40),
  idExpiresOn: cell(40),
  insuranceNumber: cell(40),
  employeeNumber: cell(100),
  department: cell(300),
  shift: cell(200),
  workPhone: cell(60),
  workEmail: cell(300),
  joinedOn: cell(40),
})
const changed = Type.Object({ line: rosterLineSchema, changeId: uuidSchema })

export const listRosterRoute = route({
  operationId: 'listRoster',
  method: 'GET',
  url: '/api/employer/roster',
  surface: 'office',
  access: 'employer',
  summary: 'The employer’s own people, 50 a page, by name; q finds name, number or employee number; department narrows',
  query: Type.Object({ q: Type.Optional(text(100)), department: Type.Optional(text(120)), after: Type.Optional(text(200)) }),
  answer: Type.Object({
    asOf: instantSchema,
    total: Type.Integer(),
    departments: Type.Array(Type.Object({ department: Type.String(), people: Type.Integer() })),
    lines: Type.Array(rosterLineSchema),
    next: nullable(Type.String({ description: 'for `after`' })),
  }),
  status: 200,
  refuses: [],
})

export const addRosterLineRoute = route({
  operationId: 'addRosterLine',
  method: 'POST',
  url: '/api/employer/roster/lines',
  surface: 'office',
  access: 'employer',
  summary: 'One person more, by hand. Never compared with the register: the answer tells nothing about it',
  body: rosterLineBody,
  answer: changed,
  status: 201,
  refuses: ['roster-line-wrong', 'roster-line-known'],
})

export const changeRosterLineRoute = route({
  operationId: 'changeRosterLine',
  method: 'PUT',
  url: '/api/employer/roster/lines/:lineId',
  surface: 'office',
  access: 'employer',
  summary: 'Correct one person’s line',
  params: Type.Object({ lineId: uuidSchema }),
  body: rosterLineBody,
  answer: changed,
  status: 200,
  refuses: ['not-found', 'roster-line-wrong', 'roster-line-known'],
})

export const endRosterLineRoute = route({
  operationId: 'endRosterLine',
  method: 'POST',
  url: '/api/employer/roster/lines/:lineId/end',
  surface: 'office',
  access: 'employer',
  summary: 'Somebody left: their line ends on a day, and with it the employer’s access to them',
  params: Type.Object({ lineId: uuidSchema }),
  body: Type.Object({ leftOn: civilDateSchema }),
  answer: changed,
  status: 200,
  refuses: ['not-found', 'roster-line-wrong'],
})

export const undoRosterChangeRoute = route({
  operationId: 'undoRosterChange',
  method: 'POST',
  url: '/api/employer/roster/changes/:changeId/undo',
  surface: 'office',
  access: 'employer',
  summary: 'Take one change back, while nothing was built upon it',
  params: Type.Object({ changeId: uuidSchema }),
  answer: Type.Object({ undone: Type.Literal(true) }),
  status: 200,
  refuses: ['not-found', 'roster-change-built-upon'],
})

export const getRosterTemplateRoute = route({
  operationId: 'getRosterTemplate',
  method: 'GET',
  url: '/api/employer/roster/templates/:format',
  surface: 'office',
  access: 'employer',
  summary: 'An empty list with its headings; XLSX with a sheet that explains each of them',
  params: Type.Object({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: [],
})

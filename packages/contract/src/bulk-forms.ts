import { type Static, Type } from 'typebox'
import { instantSchema, nullable, text, uuidSchema } from './common.ts'
import { registrationParams } from './registration-schemas.ts'
import { route } from './route.ts'

export const bulkSortSchema = Type.Union([Type.Literal('name'), Type.Literal('department'), Type.Literal('shift')])
export type BulkSort = Static<typeof bulkSortSchema>

const employer = { employerId: Type.Integer(), employerCode: Type.String(), name: Type.String() }
const employerPrintingSchema = Type.Object({
  /** Employers that list somebody of this name, birth date and number now. */
  employers: Type.Array(Type.Object(employer)),
  chosen: nullable(Type.Object({ ...employer, givenAt: instantSchema })),
  /** The employer that was agreed to was renamed or merged; whoever it is now has to be agreed to anew. */
  ended: nullable(Type.Object({ employerName: Type.String(), successorName: Type.String(), endedAt: instantSchema })),
  prints: Type.Array(Type.Object({ employerName: Type.String(), printedAt: instantSchema }), { description: 'newest first' }),
})
export type EmployerPrinting = Static<typeof employerPrintingSchema>

export const getEmployerPrintingRoute = route({
  operationId: 'getEmployerPrinting',
  method: 'GET',
  url: '/api/registrations/:registrationId/employer-printing',
  surface: 'citizen',
  access: 'applicant',
  summary: 'Which employers list the applicant, which one may print the form, and when it did',
  params: registrationParams,
  answer: employerPrintingSchema,
  status: 200,
  refuses: ['registration-not-yours'],
})

export const setEmployerPrintingRoute = route({
  operationId: 'setEmployerPrinting',
  method: 'PUT',
  url: '/api/registrations/:registrationId/employer-printing',
  surface: 'citizen',
  access: 'applicant',
  summary: 'One employer may print and hand in this form; null takes it back',
  params: registrationParams,
  body: Type.Object({ employerId: nullable(Type.Integer()) }),
  answer: employerPrintingSchema,
  status: 200,
  refuses: ['registration-not-yours', 'move-not-allowed', 'printing-employer-unknown'],
})

const rosterPersonSchema = Type.Object({ entryId: uuidSchema, fullName: Type.String(), department: Type.String(), shift: Type.String() })
const runSchema = Type.Object({
  runId: uuidSchema,
  sort: bulkSortSchema,
  state: Type.Union([Type.Literal('ready'), Type.Literal('running'), Type.Literal('done'), Type.Literal('stopped')]),
  forms: Type.Integer(),
  printed: Type.Integer(),
  leftOut: Type.Integer({ description: 'agreement taken back, or handed in meanwhile' }),
  madeAt: instantSchema,
  endedAt: nullable(instantSchema),
  own: Type.Boolean({ description: 'of the officer who asks' }),
})
export type BulkRun = Static<typeof runSchema>
const runParams = Type.Object({ runId: uuidSchema })
const departments = Type.Array(text(120), { maxItems: 500 })

export const getBulkFormsRoute = route({
  operationId: 'getBulkForms',
  method: 'GET',
  url: '/api/employer/bulk-forms',
  surface: 'office',
  access: 'employer',
  summary: 'Whose forms may be printed here, by department; who prints alone; the last print runs',
  answer: Type.Object({
    asOf: instantSchema,
    departments: Type.Array(
      Type.Object({ department: Type.String(), agreed: Type.Integer(), printed: Type.Integer(), alone: Type.Integer() }),
    ),
    alone: Type.Array(rosterPersonSchema, { description: 'registered, and print their own form; the first 1,000' }),
    askAnew: Type.Integer({
      description: 'people whose agreement ended with an employer that was merged into this one, and who gave none since',
    }),
    runs: Type.Array(runSchema, { description: 'newest first' }),
  }),
  status: 200,
  refuses: [],
})
export type BulkForms = Static<typeof getBulkFormsRoute.answer>

export const startBulkRunRoute = route({
  operationId: 'startBulkRun',
  method: 'POST',
  url: '/api/employer/bulk-forms',
  surface: 'office',
  access: 'employer',
  summary: 'A print run of the forms of those who agreed; departments or entries null: everybody',
  body: Type.Object({
    sort: bulkSortSchema,
    departments: nullable(departments),
    entryIds: nullable(Type.Array(uuidSchema, { maxItems: 5000 })),
    /** Also those that were printed before. */
    again: Type.Boolean(),
  }),
  answer: runSchema,
  status: 201,
  refuses: ['nobody-to-print', 'too-many-forms'],
})

export const getBulkRunRoute = route({
  operationId: 'getBulkRun',
  method: 'GET',
  url: '/api/employer/bulk-forms/:runId',
  surface: 'office',
  access: 'employer',
  summary: 'How far a print run is',
  params: runParams,
  answer: runSchema,
  status: 200,
  refuses: ['bulk-run-unknown'],
})

export const fetchBulkRunRoute = route({
  operationId: 'fetchBulkRun',
  method: 'GET',
  url: '/api/employer/bulk-forms/:runId/file',
  surface: 'office',
  access: 'employer',
  summary: 'The forms as one PDF, made while it is fetched and kept nowhere; once, by the officer who made the run',
  params: runParams,
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['bulk-run-unknown', 'bulk-run-used', 'bulk-run-at-work', 'overloaded'],
})

export const stopBulkRunRoute = route({
  operationId: 'stopBulkRun',
  method: 'POST',
  url: '/api/employer/bulk-forms/:runId/stop',
  surface: 'office',
  access: 'employer',
  summary: 'Ends a print run that waits or is being fetched; pages that left stay told',
  params: runParams,
  answer: runSchema,
  status: 200,
  refuses: ['bulk-run-unknown'],
})

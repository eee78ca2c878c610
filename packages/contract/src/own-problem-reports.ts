import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, text, uuidSchema } from './common.ts'
import { reportStateSchema } from './problem-reports.ts'
import { route } from './route.ts'

const ownItem = {
  reportId: uuidSchema,
  reportNumber: Type.String(),
  category: bilingualSchema,
  department: bilingualSchema,
  title: Type.String(),
  state: reportStateSchema,
  filedAt: instantSchema,
  dueAt: instantSchema,
  late: Type.Boolean(),
}
const ownReportSchema = Type.Object({
  ...ownItem,
  version: Type.Integer(),
  words: Type.String(),
  reopenable: Type.Boolean(),
  moves: Type.Array(
    Type.Object({ kind: Type.String(), by: Type.String(), department: bilingualSchema, words: Type.String(), at: instantSchema }),
  ),
})
/** An employer’s own report: which department works on it, never who. */
export type OwnProblemReport = Static<typeof ownReportSchema>
export const listOwnProblemReportsRoute = route({
  operationId: 'listOwnProblemReports',
  method: 'GET',
  url: '/api/employer/problem-reports',
  surface: 'office',
  access: 'employer',
  summary: 'The employer’s reports, newest first, and what a report may be about',
  answer: Type.Object({
    categories: Type.Array(Type.Object({ code: Type.String(), name: bilingualSchema, department: bilingualSchema })),
    reports: Type.Array(Type.Object(ownItem)),
  }),
  status: 200,
  refuses: [],
})
export const getOwnProblemReportRoute = route({
  operationId: 'getOwnProblemReport',
  method: 'GET',
  url: '/api/employer/problem-reports/:reportId',
  surface: 'office',
  access: 'employer',
  summary: 'One report with the answers meant for the employer',
  params: Type.Object({ reportId: uuidSchema }),
  answer: ownReportSchema,
  status: 200,
  refuses: ['not-found'],
})
export const fileOwnProblemReportRoute = route({
  operationId: 'fileOwnProblemReport',
  method: 'POST',
  url: '/api/employer/problem-reports',
  surface: 'office',
  access: 'employer',
  summary: 'Tell the agency of a problem; the same id sent twice is one report',
  body: Type.Object({ reportId: uuidSchema, category: text(60), title: text(200), words: text(4000) }),
  answer: ownReportSchema,
  status: 201,
  refuses: ['not-found', 'report-words', 'report-category', 'too-many'],
})
export const reopenOwnProblemReportRoute = route({
  operationId: 'reopenOwnProblemReport',
  method: 'POST',
  url: '/api/employer/problem-reports/:reportId/reopening',
  surface: 'office',
  access: 'employer',
  summary: 'The answer did not help: the report is open again with a new term',
  params: Type.Object({ reportId: uuidSchema }),
  body: Type.Object({ version: Type.Integer(), words: text(4000) }),
  answer: ownReportSchema,
  status: 200,
  refuses: ['not-found', 'report-changed', 'report-not-answered', 'report-too-late', 'report-words'],
})

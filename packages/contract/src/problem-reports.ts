import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const departmentSchema = Type.Union([
  Type.Literal('collection'),
  Type.Literal('communication'),
  Type.Literal('benefits'),
  Type.Literal('health-insurance'),
  Type.Literal('it'),
])
const stateSchema = Type.Union([Type.Literal('open'), Type.Literal('answered')])
const reportItem = {
  reportId: uuidSchema,
  reportNumber: Type.String(),
  asker: Type.String({ description: 'the employer’s name and code' }),
  officeName: Type.String(),
  category: bilingualSchema,
  department: departmentSchema,
  title: Type.String(),
  state: stateSchema,
  filedAt: instantSchema,
  dueAt: instantSchema,
  late: Type.Boolean(),
  escalated: Type.Boolean({ description: 'shown to supervisor and province' }),
  assignee: nullable(Type.Object({ staffName: Type.String(), mine: Type.Boolean() })),
}
const reportItemSchema = Type.Object(reportItem)
export type ProblemReportItem = Static<typeof reportItemSchema>
const moveSchema = Type.Object({
  kind: Type.String(),
  by: Type.String({ description: 'asker, staff or system' }),
  staffName: nullable(Type.String()),
  department: departmentSchema,
  words: Type.String(),
  shownToAsker: Type.Boolean(),
  at: instantSchema,
})
const reportSchema = Type.Object({
  ...reportItem,
  version: Type.Integer(),
  words: Type.String(),
  callerName: nullable(Type.String()),
  callerPhone: nullable(Type.String()),
  moves: Type.Array(moveSchema),
})
export type ProblemReport = Static<typeof reportSchema>

const queueView = Type.Union([Type.Literal('open'), Type.Literal('mine'), Type.Literal('late'), Type.Literal('answered')])
export type ReportView = Static<typeof queueView>
export const listProblemReportsRoute = route({
  operationId: 'listProblemReports',
  method: 'POST',
  url: '/api/problem-reports/queue',
  surface: 'office',
  access: 'case-reader',
  summary: 'Problem reports of the offices in view, the soonest due first, with counts of each department',
  body: Type.Object({
    view: queueView,
    department: Type.Optional(departmentSchema),
    q: Type.Optional(text(100)),
    page: Type.Integer({ minimum: 1, maximum: 10_000 }),
  }),
  answer: Type.Object({
    counts: Type.Array(Type.Object({ department: departmentSchema, open: Type.Integer(), late: Type.Integer() })),
    found: Type.Integer(),
    pageSize: Type.Integer(),
    items: Type.Array(reportItemSchema),
  }),
  status: 200,
  refuses: [],
})
export const getProblemReportRoute = route({
  operationId: 'getProblemReport',
  method: 'GET',
  url: '/api/problem-reports/:reportId',
  surface: 'office',
  access: 'case-reader',
  summary: 'One report with everything that happened to it',
  params: Type.Object({ reportId: uuidSchema }),
  answer: reportSchema,
  status: 200,
  refuses: ['not-found'],
})
export const fileProblemReportRoute = route({
  operationId: 'fileProblemReport',
  method: 'POST',
  url: '/api/problem-reports',
  surface: 'office',
  access: 'case-reader',
  summary: 'Write a report down for an employer on the phone; the same id sent twice is one report',
  body: Type.Object({
    reportId: uuidSchema,
    employerCode: text(20),
    category: text(60),
    title: text(200),
    words: text(4000),
    callerName: text(100),
    callerPhone: text(20),
  }),
  answer: reportSchema,
  status: 201,
  refuses: ['not-found', 'report-words', 'report-category', 'report-employer'],
})
export const moveProblemReportRoute = route({
  operationId: 'moveProblemReport',
  method: 'POST',
  url: '/api/problem-reports/:reportId/moves',
  surface: 'office',
  access: 'case-reader',
  summary: 'Take it on, write an inner note, answer, forward to another department with the reason, or open it again for the asker',
  params: Type.Object({ reportId: uuidSchema }),
  body: Type.Object({
    version: Type.Integer(),
    move: Type.Union([
      Type.Literal('assign'),
      Type.Literal('note'),
      Type.Literal('answer'),
      Type.Literal('forward'),
      Type.Literal('reopen'),
    ]),
    words: text(4000),
    to: Type.Optional(departmentSchema),
  }),
  answer: reportSchema,
  status: 200,
  refuses: [
    'not-found',
    'report-changed',
    'report-answered',
    'report-not-answered',
    'report-same-department',
    'report-too-late',
    'report-words',
  ],
})

const ownItem = {
  reportId: uuidSchema,
  reportNumber: Type.String(),
  category: bilingualSchema,
  department: bilingualSchema,
  title: Type.String(),
  state: stateSchema,
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

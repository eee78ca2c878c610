import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

export const reportDepartmentSchema = Type.Union([
  Type.Literal('collection'),
  Type.Literal('communication'),
  Type.Literal('benefits'),
  Type.Literal('health-insurance'),
  Type.Literal('it'),
])
export const reportStateSchema = Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('closed')])
export const askerKindSchema = Type.Union([
  Type.Literal('employer'),
  Type.Literal('citizen'),
  Type.Literal('hospital'),
  Type.Literal('clerk'),
])
export const ticketPhotoKindSchema = Type.Union([Type.Literal('attachment-1'), Type.Literal('attachment-2'), Type.Literal('attachment-3')])
export const ratingSchema = Type.Union([Type.Literal('yes'), Type.Literal('partly'), Type.Literal('no')])
const bounded = { maxLength: 200 }
/** Where a question began, as the asker saw it and let it stand. */
export const ticketContextSchema = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 60, pattern: '^[a-z0-9-]+$' })),
  errorId: Type.Optional(Type.String({ maxLength: 80, pattern: '^[A-Za-z0-9_-]+$' })),
  screen: Type.Optional(Type.String(bounded)),
  articleId: Type.Optional(Type.String({ maxLength: 80, pattern: '^[a-z0-9-]+$' })),
})
export type TicketContext = Static<typeof ticketContextSchema>
const reportItem = {
  reportId: uuidSchema,
  reportNumber: Type.String(),
  askerKind: askerKindSchema,
  signedIn: Type.Boolean({ description: 'a register or an account says who it is' }),
  asker: Type.String({ description: 'an employer’s name and code, a facility’s or colleague’s name; of a citizen nothing' }),
  officeName: Type.String(),
  category: bilingualSchema,
  department: reportDepartmentSchema,
  title: Type.String({ description: 'empty while its words are hidden' }),
  abusive: Type.Boolean(),
  state: reportStateSchema,
  filedAt: instantSchema,
  dueAt: instantSchema,
  late: Type.Boolean(),
  escalated: Type.Boolean({ description: 'shown to supervisor and province' }),
  assignee: nullable(Type.Object({ staffName: Type.String(), mine: Type.Boolean() })),
}
const reportItemSchema = Type.Object(reportItem)
export type ProblemReportItem = Static<typeof reportItemSchema>
const moveSchema = Type.Object({
  moveNo: Type.Integer(),
  kind: Type.String(),
  by: Type.String({ description: 'asker, staff or system' }),
  staffName: nullable(Type.String()),
  department: reportDepartmentSchema,
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
  person: nullable(
    Type.Object({
      fullName: Type.String(),
      numberTail: Type.String({ description: 'the last three digits, to be sure whom one speaks to' }),
    }),
  ),
  reachedBy: nullable(Type.Object({ channel: Type.String({ description: 'phone or email' }), masked: Type.String() })),
  context: ticketContextSchema,
  photos: Type.Array(ticketPhotoKindSchema),
  ratings: Type.Array(Type.Object({ moveNo: Type.Integer(), helped: ratingSchema, words: Type.String() })),
  moves: Type.Array(moveSchema),
})
export type ProblemReport = Static<typeof reportSchema>

const queueView = Type.Union([
  Type.Literal('open'),
  Type.Literal('mine'),
  Type.Literal('late'),
  Type.Literal('answered'),
  Type.Literal('asked'),
])
export type ReportView = Static<typeof queueView>
export const listProblemReportsRoute = route({
  operationId: 'listProblemReports',
  method: 'POST',
  url: '/api/problem-reports/queue',
  surface: 'office',
  access: 'helper',
  summary: 'Problem reports of the offices in view, the soonest due first, with counts of each department',
  body: Type.Object({
    view: queueView,
    department: Type.Optional(reportDepartmentSchema),
    askerKind: Type.Optional(askerKindSchema),
    q: Type.Optional(text(100)),
    page: Type.Integer({ minimum: 1, maximum: 10_000 }),
  }),
  answer: Type.Object({
    counts: Type.Array(Type.Object({ department: reportDepartmentSchema, open: Type.Integer(), late: Type.Integer() })),
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
  access: 'helper',
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
  access: 'helper',
  summary: 'Write a report down for somebody on the phone, or tell of a fault oneself; the same id sent twice is one report',
  body: Type.Object({
    reportId: uuidSchema,
    askerKind: askerKindSchema,
    employerCode: text(20),
    askerName: text(200),
    category: text(60),
    title: text(200),
    words: text(4000),
    callerName: text(100),
    callerPhone: text(20),
  }),
  answer: reportSchema,
  status: 201,
  refuses: ['not-found', 'report-words', 'report-category', 'report-employer', 'report-asker', 'too-many'],
})
export const moveProblemReportRoute = route({
  operationId: 'moveProblemReport',
  method: 'POST',
  url: '/api/problem-reports/:reportId/moves',
  surface: 'office',
  access: 'helper',
  summary:
    'Take it on or give it to a colleague, write an inner note, answer, forward to another department with the reason, call its words abusive, close it or open it again',
  params: Type.Object({ reportId: uuidSchema }),
  body: Type.Object({
    version: Type.Integer(),
    move: Type.Union([
      Type.Literal('assign'),
      Type.Literal('note'),
      Type.Literal('answer'),
      Type.Literal('forward'),
      Type.Literal('reopen'),
      Type.Literal('mark'),
      Type.Literal('close'),
    ]),
    words: text(4000),
    to: Type.Optional(reportDepartmentSchema),
    assigneeId: Type.Optional(Type.Integer({ minimum: 1 })),
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
    'report-closed',
    'report-marked',
    'report-colleague',
  ],
})
export const listReportColleaguesRoute = route({
  operationId: 'listReportColleagues',
  method: 'GET',
  url: '/api/problem-reports/:reportId/colleagues',
  surface: 'office',
  access: 'helper',
  summary: 'Who may be given this report: whoever answers at its office or above',
  params: Type.Object({ reportId: uuidSchema }),
  answer: Type.Object({ colleagues: Type.Array(Type.Object({ staffId: Type.Integer(), staffName: Type.String() })) }),
  status: 200,
  refuses: ['not-found'],
})

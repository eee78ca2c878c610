import type {
  AnswerOf,
  BodyOf,
  fileOwnProblemReportRoute,
  fileProblemReportRoute,
  getOwnProblemReportRoute,
  getProblemReportRoute,
  getTicketFiguresRoute,
  listReportColleaguesRoute,
  listOwnProblemReportsRoute,
  listProblemReportsRoute,
  moveProblemReportRoute,
  OwnProblemReport,
  ProblemReport,
  reopenOwnProblemReportRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type ReportsAsked = BodyOf<typeof listProblemReportsRoute>
export type Reports = AnswerOf<typeof listProblemReportsRoute>
export type NewReport = BodyOf<typeof fileProblemReportRoute>
export type Move = BodyOf<typeof moveProblemReportRoute>
export type OwnReports = AnswerOf<typeof listOwnProblemReportsRoute>
export type NewOwnReport = BodyOf<typeof fileOwnProblemReportRoute>

export const listReports = (body: ReportsAsked, signal: AbortSignal): Promise<Reports> =>
  callApi<typeof listProblemReportsRoute>('POST', '/api/problem-reports/queue', { body, signal })
export const getReport = (reportId: string, signal: AbortSignal): Promise<ProblemReport> =>
  callApi<typeof getProblemReportRoute>('GET', '/api/problem-reports/:reportId', { params: { reportId }, signal })
export const listColleagues = (reportId: string, signal: AbortSignal): Promise<AnswerOf<typeof listReportColleaguesRoute>> =>
  callApi<typeof listReportColleaguesRoute>('GET', '/api/problem-reports/:reportId/colleagues', { params: { reportId }, signal })
export type TicketFigures = AnswerOf<typeof getTicketFiguresRoute>
export const getTicketFigures = (signal: AbortSignal): Promise<TicketFigures> =>
  callApi<typeof getTicketFiguresRoute>('GET', '/api/problem-reports/satisfaction', { signal })
export const fileReport = (body: NewReport): Promise<ProblemReport> =>
  callApi<typeof fileProblemReportRoute>('POST', '/api/problem-reports', { body })
export const moveReport = (reportId: string, body: Move): Promise<ProblemReport> =>
  callApi<typeof moveProblemReportRoute>('POST', '/api/problem-reports/:reportId/moves', { params: { reportId }, body })

export const listOwnReports = (signal: AbortSignal): Promise<OwnReports> =>
  callApi<typeof listOwnProblemReportsRoute>('GET', '/api/employer/problem-reports', { signal })
export const getOwnReport = (reportId: string, signal: AbortSignal): Promise<OwnProblemReport> =>
  callApi<typeof getOwnProblemReportRoute>('GET', '/api/employer/problem-reports/:reportId', { params: { reportId }, signal })
export const fileOwnReport = (body: NewOwnReport): Promise<OwnProblemReport> =>
  callApi<typeof fileOwnProblemReportRoute>('POST', '/api/employer/problem-reports', { body })
export const reopenOwnReport = (reportId: string, body: BodyOf<typeof reopenOwnProblemReportRoute>): Promise<OwnProblemReport> =>
  callApi<typeof reopenOwnProblemReportRoute>('POST', '/api/employer/problem-reports/:reportId/reopening', { params: { reportId }, body })

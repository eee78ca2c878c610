import type { ProblemReport, ProblemReportItem } from '@an-sinh/contract'
import { REPORT_CATEGORIES } from '@an-sinh/domain'
import type { StaffActor } from '../platform/actor.ts'
import type { MoveRow, ReportRow } from './report-queries.ts'

export const categoryName = (code: string): { vi: string; en: string } =>
  REPORT_CATEGORIES.find((category) => category.code === code)?.name ?? { vi: code, en: code }

export const toItem = (row: ReportRow, { staffId }: Pick<StaffActor, 'staffId'>): ProblemReportItem => ({
  reportId: row.reportId,
  reportNumber: row.reportNumber,
  askerKind: row.askerKind,
  signedIn: row.askerId !== null,
  asker: [row.askerName, row.askerCode].filter((part) => part !== '').join(' · '),
  officeName: row.officeName,
  category: categoryName(row.category),
  department: row.department,
  title: row.abusive ? '' : row.title,
  abusive: row.abusive,
  state: row.state,
  filedAt: row.filedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  late: row.late,
  escalated: row.escalatedAt !== null && row.state === 'open',
  assignee: row.assigneeId === null ? null : { staffName: row.assigneeName ?? '', mine: row.assigneeId === staffId },
})

type Beside = 'person' | 'reachedBy' | 'photos' | 'ratings'

/** The report itself; what lies beside it is put to it by who may see it. */
export const toReport = (row: ReportRow, moves: readonly MoveRow[], actor: StaffActor): Omit<ProblemReport, Beside> => ({
  ...toItem(row, actor),
  version: row.version,
  words: row.words,
  callerName: row.callerName,
  callerPhone: row.callerPhone,
  context: row.context,
  moves: moves.map(({ moveNo, kind, byKind, staffName, department, words, shownToAsker, movedAt }) => ({
    moveNo,
    kind,
    by: byKind,
    staffName,
    department,
    words,
    shownToAsker,
    at: movedAt.toISOString(),
  })),
})

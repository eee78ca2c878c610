import type { ProblemReport, ProblemReportItem } from '@an-sinh/contract'
import { REPORT_CATEGORIES } from '@an-sinh/domain'
import type { StaffActor } from '../platform/actor.ts'
import type { MoveRow, ReportRow } from './report-queries.ts'

export const categoryName = (code: string): { vi: string; en: string } =>
  REPORT_CATEGORIES.find((category) => category.code === code)?.name ?? { vi: code, en: code }

export const toItem = (row: ReportRow, { staffId }: Pick<StaffActor, 'staffId'>): ProblemReportItem => ({
  reportId: row.reportId,
  reportNumber: row.reportNumber,
  asker: [row.askerName, row.askerCode].filter((part) => part !== '').join(' · '),
  officeName: row.officeName,
  category: categoryName(row.category),
  department: row.department,
  title: row.title,
  state: row.state,
  filedAt: row.filedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  late: row.late,
  escalated: row.escalatedAt !== null && row.state === 'open',
  assignee: row.assigneeId === null ? null : { staffName: row.assigneeName ?? '', mine: row.assigneeId === staffId },
})

export const toReport = (row: ReportRow, moves: readonly MoveRow[], actor: StaffActor): ProblemReport => ({
  ...toItem(row, actor),
  version: row.version,
  words: row.words,
  callerName: row.callerName,
  callerPhone: row.callerPhone,
  moves: moves.map(({ kind, byKind, staffName, department, words, shownToAsker, movedAt }) => ({
    kind,
    by: byKind,
    staffName,
    department,
    words,
    shownToAsker,
    at: movedAt.toISOString(),
  })),
})

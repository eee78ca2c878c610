import type { Department, ReportState } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'
import type { MoveKind } from './report-queries.ts'

export type OwnReportRow = {
  reportId: string
  reportNumber: string
  officeId: number
  category: string
  department: Department
  title: string
  words: string
  state: ReportState
  dueAt: Date
  late: boolean
  filedAt: Date
  daysAnswered: number
  version: number
}

/** Whose reports: the employer's, and of those that one officer wrote for themselves only that officer's. */
export type OwnAsker = { employerId: number; officerId: number }

const ofAsker = (sql: Queryable, { employerId, officerId }: OwnAsker): Fragment => sql`
  r.asker_kind = 'employer' AND r.asker_id = ${employerId}
  AND (r.visibility = 'asker' OR (r.filed_by_kind = 'asker' AND r.filed_by_id = ${officerId}))`

/** Only what the role of an employer may read. */
const selectOwn = (sql: Queryable) => sql`
  SELECT r.report_id AS "reportId", r.report_number AS "reportNumber", r.office_id AS "officeId", r.category, r.department, r.title, r.words, r.state, r.due_at AS "dueAt",
    r.state = 'open' AND r.due_at < ansinh_now() AS late, r.filed_at AS "filedAt", floor(extract(epoch FROM ansinh_now() - r.state_since) / 86400)::integer AS "daysAnswered", r.version
  FROM problem_reports r`

/** Newest first, at most 200. */
export async function listOwnReports(sql: Queryable, asker: OwnAsker): Promise<OwnReportRow[]> {
  return [...(await sql<OwnReportRow[]>`${selectOwn(sql)} WHERE ${ofAsker(sql, asker)} ORDER BY r.filed_at DESC, r.report_id LIMIT 200`)]
}

export async function findOwnReport(sql: Queryable, asker: OwnAsker, reportId: string): Promise<OwnReportRow | null> {
  const [row] = await sql<OwnReportRow[]>`${selectOwn(sql)} WHERE ${ofAsker(sql, asker)} AND r.report_id = ${reportId}`
  return row ?? null
}

export type ShownMoveRow = { kind: MoveKind; byKind: 'asker' | 'staff' | 'system'; department: Department; words: string; movedAt: Date }
export async function listShownMoves(sql: Queryable, employerId: number, reportId: string): Promise<ShownMoveRow[]> {
  return [
    ...(await sql<ShownMoveRow[]>`
      SELECT kind, by_kind AS "byKind", department, words, moved_at AS "movedAt" FROM shown_report_moves
      WHERE report_id = ${reportId} AND asker_kind = 'employer' AND asker_id = ${employerId} ORDER BY move_no`),
  ]
}

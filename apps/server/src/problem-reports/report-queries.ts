import type { Department, ReportState } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'

export type ReportRow = {
  reportId: string
  reportNumber: string
  askerKind: string
  askerId: number
  askerName: string
  askerCode: string
  callerName: string | null
  callerPhone: string | null
  officeId: number
  officeName: string
  category: string
  department: Department
  title: string
  words: string
  state: ReportState
  assigneeId: number | null
  assigneeName: string | null
  dueAt: Date
  late: boolean
  escalatedAt: Date | null
  filedAt: Date
  daysAnswered: number
  version: number
}
export type MoveKind = 'filed' | 'assigned' | 'noted' | 'answered' | 'forwarded' | 'reopened' | 'escalated'
export type MoveRow = {
  kind: MoveKind
  byKind: 'asker' | 'staff' | 'system'
  staffName: string | null
  department: Department
  words: string
  shownToAsker: boolean
  movedAt: Date
}

const selectReports = (sql: Queryable): Fragment => sql`
  SELECT r.report_id AS "reportId", r.report_number AS "reportNumber", r.asker_kind AS "askerKind", r.asker_id AS "askerId", coalesce(e.name, '') AS "askerName",
    coalesce(e.employer_code, '') AS "askerCode", r.caller_name AS "callerName", r.caller_phone AS "callerPhone", r.office_id AS "officeId", o.name AS "officeName", r.category,
    r.department, r.title, r.words, r.state, r.assignee_id AS "assigneeId", s.full_name AS "assigneeName", r.due_at AS "dueAt",
    r.state = 'open' AND r.due_at < ansinh_now() AS late, r.escalated_at AS "escalatedAt", r.filed_at AS "filedAt",
    floor(extract(epoch FROM ansinh_now() - r.state_since) / 86400)::integer AS "daysAnswered", r.version
  FROM problem_reports r JOIN offices o ON o.office_id = r.office_id LEFT JOIN staff_users s ON s.staff_id = r.assignee_id
  LEFT JOIN employers e ON r.asker_kind = 'employer' AND e.employer_id = r.asker_id`

export async function findReport(sql: Queryable, reportId: string, officeIds: readonly number[]): Promise<ReportRow | null> {
  const [row] = await sql<
    ReportRow[]
  >`${selectReports(sql)} WHERE r.report_id = ${reportId} AND r.office_id = ANY(${[...officeIds]}::integer[])`
  return row ?? null
}

export type ReportFilter = { view: 'open' | 'mine' | 'late' | 'answered'; department?: Department; q?: string; staffId: number }
const VIEWS: Record<ReportFilter['view'], (sql: Queryable, filter: ReportFilter) => Fragment> = {
  open: (sql) => sql`AND r.state = 'open'`,
  mine: (sql, { staffId }) => sql`AND r.state = 'open' AND r.assignee_id = ${staffId}`,
  late: (sql) => sql`AND r.state = 'open' AND r.due_at < ansinh_now()`,
  answered: (sql) => sql`AND r.state = 'answered'`,
}
const chosen = (sql: Queryable, officeIds: readonly number[], filter: ReportFilter): Fragment => sql`
  WHERE r.office_id = ANY(${[...officeIds]}::integer[]) ${VIEWS[filter.view](sql, filter)} ${filter.department === undefined ? sql`` : sql`AND r.department = ${filter.department}`}
  ${
    filter.q === undefined || filter.q.trim() === ''
      ? sql``
      : sql`AND (r.report_number = upper(${filter.q.trim()}) OR fold_text(r.title) LIKE (SELECT '%' || fold_text(${filter.q.trim()}) || '%')
          OR EXISTS (SELECT FROM employers e WHERE e.employer_id = r.asker_id AND r.asker_kind = 'employer' AND (e.employer_code = upper(${filter.q.trim()}) OR e.name_folded LIKE (SELECT '%' || fold_text(${filter.q.trim()}) || '%'))))`
  }`

/** The soonest due first; answered ones the newest first. */
export async function listReports(
  sql: Queryable,
  officeIds: readonly number[],
  filter: ReportFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ReportRow[]> {
  const order = filter.view === 'answered' ? sql`r.state_since DESC` : sql`r.due_at`
  return [
    ...(await sql<
      ReportRow[]
    >`${selectReports(sql)} ${chosen(sql, officeIds, filter)} ORDER BY ${order}, r.report_id LIMIT ${limit} OFFSET ${offset}`),
  ]
}

export async function countReports(sql: Queryable, officeIds: readonly number[], filter: ReportFilter): Promise<number> {
  const [row] = await sql<{ n: number }[]>`SELECT count(*)::integer AS n FROM problem_reports r ${chosen(sql, officeIds, filter)}`
  return row?.n ?? 0
}

export async function countByDepartment(
  sql: Queryable,
  officeIds: readonly number[],
): Promise<{ department: Department; open: number; late: number }[]> {
  return [
    ...(await sql<{ department: Department; open: number; late: number }[]>`
      SELECT department, count(*)::integer AS open, count(*) FILTER (WHERE due_at < ansinh_now())::integer AS late FROM problem_reports
      WHERE state = 'open' AND office_id = ANY(${[...officeIds]}::integer[]) GROUP BY 1`),
  ]
}

export async function listMoves(sql: Queryable, reportId: string): Promise<MoveRow[]> {
  return [
    ...(await sql<MoveRow[]>`
      SELECT m.kind, m.by_kind AS "byKind", s.full_name AS "staffName", m.department, m.words, m.shown_to_asker AS "shownToAsker", m.moved_at AS "movedAt"
      FROM problem_report_moves m LEFT JOIN staff_users s ON m.by_kind = 'staff' AND s.staff_id = m.by_id WHERE m.report_id = ${reportId} ORDER BY m.move_no`),
  ]
}

export type NewReport = {
  reportId: string
  askerId: number
  filedByKind: 'asker' | 'staff'
  filedById: number
  officeId: number
  category: string
  department: Department
  title: string
  words: string
  dueAt: Date
  dueRuleVersion: string
}

/** An employer's report and the first line of its history; false when the id was used before. */
export async function insertReport(sql: Queryable, report: NewReport): Promise<boolean> {
  const made = await sql`
    INSERT INTO problem_reports (report_id, report_number, asker_kind, asker_id, filed_by_kind, filed_by_id, office_id, category, department, title, words, due_at, due_rule_version)
    VALUES (${report.reportId}, 'PA/' || extract(year FROM ansinh_today()) || '/' || lpad(nextval('problem_report_serials')::text, 6, '0'), 'employer', ${report.askerId},
      ${report.filedByKind}, ${report.filedById}, ${report.officeId}, ${report.category}, ${report.department}, ${report.title}, ${report.words}, ${report.dueAt}, ${report.dueRuleVersion})
    ON CONFLICT (report_id) DO NOTHING`
  if (made.count === 0) return false
  await insertMove(sql, {
    reportId: report.reportId,
    kind: 'filed',
    byKind: report.filedByKind,
    byId: report.filedById,
    department: report.department,
    words: '',
    shownToAsker: true,
  })
  return true
}

export async function setCaller(sql: Queryable, reportId: string, caller: { callerName: string; callerPhone: string }): Promise<void> {
  await sql`UPDATE problem_reports SET caller_name = nullif(${caller.callerName.trim()}, ''), caller_phone = nullif(${caller.callerPhone.trim()}, '') WHERE report_id = ${reportId}`
}

export type NewMove = Pick<MoveRow, 'kind' | 'byKind' | 'department' | 'words' | 'shownToAsker'> & { reportId: string; byId: number | null }
export async function insertMove(sql: Queryable, move: NewMove): Promise<void> {
  await sql`
    INSERT INTO problem_report_moves (report_id, move_no, kind, by_kind, by_id, department, words, shown_to_asker)
    SELECT ${move.reportId}, coalesce(max(move_no), 0) + 1, ${move.kind}, ${move.byKind}, ${move.byId}::bigint, ${move.department}, ${move.words}, ${move.shownToAsker}
    FROM problem_report_moves WHERE report_id = ${move.reportId}`
}

export type ReportChange = {
  state?: ReportState
  department?: Department
  assigneeId?: number | null
  due?: { dueAt: Date; dueRuleVersion: string }
}

/** False when somebody else changed it since this version. A new term is not late. */
export async function changeReport(sql: Queryable, reportId: string, version: number, change: ReportChange): Promise<boolean> {
  const done = await sql`
    UPDATE problem_reports SET version = version + 1
      ${change.state === undefined ? sql`` : sql`, state = ${change.state}, state_since = ansinh_now()`}
      ${change.department === undefined ? sql`` : sql`, department = ${change.department}`}
      ${change.assigneeId === undefined ? sql`` : sql`, assignee_id = ${change.assigneeId}`}
      ${change.due === undefined ? sql`` : sql`, due_at = ${change.due.dueAt}, due_rule_version = ${change.due.dueRuleVersion}, escalated_at = NULL`}
    WHERE report_id = ${reportId} AND version = ${version}`
  return done.count > 0
}

/** Open reports whose time is over and of which nobody above was told: told now, once. Answers how many. */
export async function escalateLate(sql: Queryable): Promise<number> {
  const done = await sql`
    WITH late AS (
      UPDATE problem_reports SET escalated_at = ansinh_now() WHERE state = 'open' AND escalated_at IS NULL AND due_at < ansinh_now() RETURNING report_id, department)
    INSERT INTO problem_report_moves (report_id, move_no, kind, by_kind, department, shown_to_asker)
    SELECT report_id, (SELECT max(move_no) + 1 FROM problem_report_moves m WHERE m.report_id = late.report_id), 'escalated', 'system', department, false FROM late`
  return done.count
}

export async function findEmployerByCode(sql: Queryable, employerCode: string): Promise<{ employerId: number; officeId: number } | null> {
  const [row] = await sql<{ employerId: number; officeId: number }[]>`
    SELECT employer_id AS "employerId", office_id AS "officeId" FROM employers WHERE employer_code = ${employerCode}`
  return row ?? null
}

export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  if (row === undefined) throw new Error('the database knows no time')
  return row.now
}

import type { TicketContext } from '@an-sinh/contract'
import type { AskerKind, Department, ReportState } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'

export type ReportRow = {
  reportId: string
  reportNumber: string
  askerKind: AskerKind
  askerId: number | null
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
  abusive: boolean
  context: TicketContext
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
export type MoveKind =
  | 'filed'
  | 'assigned'
  | 'noted'
  | 'answered'
  | 'forwarded'
  | 'reopened'
  | 'escalated'
  | 'added'
  | 'closed'
  | 'marked'
  | 'talked'
  | 'called'
export type MoveRow = {
  moveNo: number
  kind: MoveKind
  byKind: 'asker' | 'staff' | 'system'
  staffName: string | null
  department: Department
  words: string
  shownToAsker: boolean
  movedAt: Date
}

const selectReports = (sql: Queryable): Fragment => sql`
  SELECT r.report_id AS "reportId", r.report_number AS "reportNumber", r.asker_kind AS "askerKind", r.asker_id AS "askerId", coalesce(e.name, c.full_name, r.asker_name, '') AS "askerName",
    coalesce(e.employer_code, '') AS "askerCode", r.caller_name AS "callerName", r.caller_phone AS "callerPhone", r.office_id AS "officeId", o.name AS "officeName", r.category,
    r.department, r.title, r.words, r.abusive_at IS NOT NULL AS abusive, r.context, r.state, r.assignee_id AS "assigneeId", s.full_name AS "assigneeName", r.due_at AS "dueAt",
    r.state = 'open' AND r.due_at < ansinh_now() AS late, r.escalated_at AS "escalatedAt", r.filed_at AS "filedAt",
    floor(extract(epoch FROM ansinh_now() - r.state_since) / 86400)::integer AS "daysAnswered", r.version
  FROM problem_reports r JOIN offices o ON o.office_id = r.office_id LEFT JOIN staff_users s ON s.staff_id = r.assignee_id
  LEFT JOIN employers e ON r.asker_kind = 'employer' AND e.employer_id = r.asker_id
  LEFT JOIN staff_users c ON r.asker_kind = 'clerk' AND c.staff_id = r.asker_id`

/** Whose reports somebody of the staff reads: of these offices, and what its writer told in confidence only where it is theirs to answer. */
export type ReportView = { officeIds: readonly number[]; staffId: number; seesConfidences: boolean }

const inView = (sql: Queryable, { officeIds, staffId, seesConfidences }: ReportView): Fragment => sql`
  (r.office_id = ANY(${[...officeIds]}::integer[])
    AND (${seesConfidences} OR r.visibility = 'asker' OR r.assignee_id = ${staffId} OR (r.asker_kind = 'clerk' AND r.asker_id = ${staffId})
      OR (r.filed_by_kind = 'staff' AND r.filed_by_id = ${staffId})))`

export async function findReport(sql: Queryable, reportId: string, view: ReportView): Promise<ReportRow | null> {
  const [row] = await sql<ReportRow[]>`${selectReports(sql)} WHERE r.report_id = ${reportId} AND ${inView(sql, view)}`
  return row ?? null
}

/** Any report, for what the machine does with it; no human asks this way. */
export async function loadReport(sql: Queryable, reportId: string): Promise<ReportRow | null> {
  const [row] = await sql<ReportRow[]>`${selectReports(sql)} WHERE r.report_id = ${reportId}`
  return row ?? null
}

export type ReportFilter = {
  view: 'open' | 'mine' | 'late' | 'answered' | 'asked'
  department?: Department
  askerKind?: AskerKind
  q?: string
  staffId: number
}
const VIEWS: Record<ReportFilter['view'], (sql: Queryable, filter: ReportFilter) => Fragment> = {
  open: (sql) => sql`AND r.state = 'open'`,
  mine: (sql, { staffId }) => sql`AND r.state = 'open' AND r.assignee_id = ${staffId}`,
  late: (sql) => sql`AND r.state = 'open' AND r.due_at < ansinh_now()`,
  answered: (sql) => sql`AND r.state <> 'open'`,
  asked: (sql, { staffId }) => sql`AND r.asker_kind = 'clerk' AND r.asker_id = ${staffId}`,
}
const chosen = (sql: Queryable, view: ReportView, filter: ReportFilter): Fragment => sql`
  WHERE ${inView(sql, view)} ${VIEWS[filter.view](sql, filter)} ${filter.department === undefined ? sql`` : sql`AND r.department = ${filter.department}`}
  ${filter.askerKind === undefined ? sql`` : sql`AND r.asker_kind = ${filter.askerKind}`}
  ${
    filter.q === undefined || filter.q.trim() === ''
      ? sql``
      : sql`AND (r.report_number = upper(${filter.q.trim()}) OR r.abusive_at IS NULL AND fold_text(r.title) LIKE (SELECT '%' || fold_text(${filter.q.trim()}) || '%')
          OR EXISTS (SELECT FROM employers e WHERE e.employer_id = r.asker_id AND r.asker_kind = 'employer' AND (e.employer_code = upper(${filter.q.trim()}) OR e.name_folded LIKE (SELECT '%' || fold_text(${filter.q.trim()}) || '%'))))`
  }`

/** The soonest due first; answered ones the newest first. */
export async function listReports(
  sql: Queryable,
  view: ReportView,
  filter: ReportFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ReportRow[]> {
  const order = filter.view === 'answered' || filter.view === 'asked' ? sql`r.state_since DESC` : sql`r.due_at`
  return [
    ...(await sql<
      ReportRow[]
    >`${selectReports(sql)} ${chosen(sql, view, filter)} ORDER BY ${order}, r.report_id LIMIT ${limit} OFFSET ${offset}`),
  ]
}

export async function countReports(sql: Queryable, view: ReportView, filter: ReportFilter): Promise<number> {
  const [row] = await sql<{ n: number }[]>`SELECT count(*)::integer AS n FROM problem_reports r ${chosen(sql, view, filter)}`
  return row?.n ?? 0
}

export async function countByDepartment(
  sql: Queryable,
  view: ReportView,
): Promise<{ department: Department; open: number; late: number }[]> {
  return [
    ...(await sql<{ department: Department; open: number; late: number }[]>`
      SELECT r.department, count(*)::integer AS open, count(*) FILTER (WHERE r.due_at < ansinh_now())::integer AS late FROM problem_reports r
      WHERE r.state = 'open' AND ${inView(sql, view)} GROUP BY 1`),
  ]
}

export async function listMoves(sql: Queryable, reportId: string): Promise<MoveRow[]> {
  return [
    ...(await sql<MoveRow[]>`
      SELECT m.move_no AS "moveNo", m.kind, m.by_kind AS "byKind", s.full_name AS "staffName", m.department, m.words, m.shown_to_asker AS "shownToAsker", m.moved_at AS "movedAt"
      FROM problem_report_moves m LEFT JOIN staff_users s ON m.by_kind = 'staff' AND s.staff_id = m.by_id WHERE m.report_id = ${reportId} ORDER BY m.move_no`),
  ]
}

export type NewReport = {
  reportId: string
  askerKind: AskerKind
  /** Null: nobody whom a register names. */
  askerId: number | null
  filedByKind: 'asker' | 'staff'
  filedById: number | null
  officeId: number
  category: string
  department: Department
  visibility: 'asker' | 'writer'
  title: string
  words: string
  dueAt: Date
  dueRuleVersion: string
}

/** A report and the first line of its history; false when the id was used before. */
export async function insertReport(sql: Queryable, report: NewReport): Promise<boolean> {
  const prefix = report.askerKind === 'employer' ? 'PA' : 'HT'
  const made = await sql`
    INSERT INTO problem_reports (report_id, report_number, asker_kind, asker_id, filed_by_kind, filed_by_id, office_id, category, department, visibility, title, words, due_at, due_rule_version)
    VALUES (${report.reportId}, ${prefix} || '/' || extract(year FROM ansinh_today()) || '/' ||
        (SELECT lpad(serial, greatest(6, length(serial)), '0') FROM (SELECT nextval('problem_report_serials')::text AS serial) next), ${report.askerKind},
      ${report.askerId}, ${report.filedByKind}, ${report.filedById}, ${report.officeId}, ${report.category}, ${report.department}, ${report.visibility}, ${report.title}, ${report.words},
      ${report.dueAt}, ${report.dueRuleVersion})
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

/** What is told beside it: a name no register knows, and where the question began. */
export async function setAsker(sql: Queryable, reportId: string, asker: { name: string; context: TicketContext }): Promise<void> {
  await sql`UPDATE problem_reports SET asker_name = nullif(${asker.name.trim()}, ''), context = ${sql.json(asker.context)} WHERE report_id = ${reportId}`
}

export async function setCaller(sql: Queryable, reportId: string, caller: { callerName: string; callerPhone: string }): Promise<void> {
  await sql`UPDATE problem_reports SET caller_name = nullif(${caller.callerName.trim()}, ''), caller_phone = nullif(${caller.callerPhone.trim()}, '') WHERE report_id = ${reportId}`
}

export type NewMove = Pick<MoveRow, 'kind' | 'byKind' | 'department' | 'words' | 'shownToAsker'> & { reportId: string; byId: number | null }
/** Answers the move's number. */
export async function insertMove(sql: Queryable, move: NewMove): Promise<number> {
  const moveNo = await nextMoveNo(sql, move.reportId)
  await sql`
    INSERT INTO problem_report_moves (report_id, move_no, kind, by_kind, by_id, department, words, shown_to_asker)
    VALUES (${move.reportId}, ${moveNo}, ${move.kind}, ${move.byKind}, ${move.byId}, ${move.department}, ${move.words}, ${move.shownToAsker})`
  return moveNo
}

/** Two at once would take the same number: the key lets one of them through, and callers hold the report's row by its version. */
async function nextMoveNo(sql: Queryable, reportId: string): Promise<number> {
  const [row] = await sql<
    { next: number }[]
  >`SELECT coalesce(max(move_no), 0) + 1 AS next FROM problem_report_moves WHERE report_id = ${reportId}`
  return row?.next ?? 1
}

export type ReportChange = {
  abusive?: true
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
      ${change.abusive === undefined ? sql`` : sql`, abusive_at = ansinh_now()`}
      ${change.department === undefined ? sql`` : sql`, department = ${change.department}`}
      ${change.assigneeId === undefined ? sql`` : sql`, assignee_id = ${change.assigneeId}`}
      ${change.due === undefined ? sql`` : sql`, due_at = ${change.due.dueAt}, due_rule_version = ${change.due.dueRuleVersion}, escalated_at = NULL`}
    WHERE report_id = ${reportId} AND version = ${version}`
  return done.count > 0
}

import type { CivilDate, RolloutHelpReason, RolloutState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type Milestone = 'registered' | 'handed-in' | 'approved' | 'signed-in'
export type StateCount = { department: string; state: RolloutState; people: number }

/** Where the people stand who have not left; of one department when named. */
export async function countStates(sql: Queryable, employerId: number, department: string | null): Promise<StateCount[]> {
  return [
    ...(await sql<StateCount[]>`
      SELECT department, state, sum(people)::integer AS people FROM rollout_counts
      WHERE employer_id = ${employerId} AND (${department}::text IS NULL OR department = ${department})
      GROUP BY 1, 2 HAVING sum(people) > 0 ORDER BY 1, 2`),
  ]
}

export type WeekCount = { fromOn: CivilDate; registered: number; handedIn: number; approved: number; signedIn: number }

/** How many had come so far by the end of each week, from the first one of `weeks` on: today's people, by when each step was first reached. */
export async function countWeeks(sql: Queryable, employerId: number, department: string | null, weeks: number): Promise<WeekCount[]> {
  return [
    ...(await sql<WeekCount[]>`
      WITH weeks AS (SELECT (rollout_week(ansinh_now()) - 7 * n)::date AS from_on FROM generate_series(${weeks - 1}::integer, 0, -1) n),
      reached AS (
        SELECT greatest(rollout_week(s.at), (SELECT min(from_on) FROM weeks)) AS from_on, s.milestone, count(*) AS people
        FROM roster_entries e CROSS JOIN LATERAL (VALUES ('registered', e.registered_at), ('handed-in', e.handed_in_at), ('approved', e.approved_at), ('signed-in', e.signed_in_at)) s (milestone, at)
        WHERE e.employer_id = ${employerId} AND e.listed AND (${department}::text IS NULL OR e.department = ${department}) AND s.at IS NOT NULL
        GROUP BY 1, 2)
      SELECT w.from_on AS "fromOn", coalesce(sum(r.people) FILTER (WHERE r.milestone = 'registered'), 0)::integer AS registered,
        coalesce(sum(r.people) FILTER (WHERE r.milestone = 'handed-in'), 0)::integer AS "handedIn", coalesce(sum(r.people) FILTER (WHERE r.milestone = 'approved'), 0)::integer AS approved,
        coalesce(sum(r.people) FILTER (WHERE r.milestone = 'signed-in'), 0)::integer AS "signedIn"
      FROM weeks w LEFT JOIN reached r ON r.from_on <= w.from_on GROUP BY 1 ORDER BY 1`),
  ]
}

export type TargetRow = {
  department: string
  milestone: Milestone
  percent: number
  dueOn: CivilDate
  setAt: Date
  people: number
  reached: number
}

/** What was last said of the employer and of each of its departments, with how many are there. */
export async function listTargets(sql: Queryable, employerId: number): Promise<TargetRow[]> {
  return [
    ...(await sql<TargetRow[]>`
      WITH said AS (SELECT DISTINCT ON (department) department, milestone, percent, due_on, set_at FROM rollout_targets WHERE employer_id = ${employerId} ORDER BY department, target_no DESC)
      SELECT s.department, s.milestone, s.percent, s.due_on AS "dueOn", s.set_at AS "setAt", count(e.entry_id)::integer AS people,
        count(CASE s.milestone WHEN 'registered' THEN e.registered_at WHEN 'handed-in' THEN e.handed_in_at WHEN 'approved' THEN e.approved_at ELSE e.signed_in_at END)::integer AS reached
      FROM said s LEFT JOIN roster_entries e ON e.employer_id = ${employerId} AND e.listed AND (s.department = '' OR e.department = s.department)
      WHERE s.percent IS NOT NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY s.department`),
  ]
}

export async function insertTarget(
  sql: Queryable,
  target: { employerId: number; department: string; milestone: Milestone; percent: number | null; dueOn: CivilDate; officerId: number },
): Promise<void> {
  await sql`INSERT INTO rollout_targets (employer_id, department, milestone, percent, due_on, set_by)
    VALUES (${target.employerId}, ${target.department}, ${target.milestone}, ${target.percent}, ${target.dueOn}, ${target.officerId})`
}

export async function hasDepartment(sql: Queryable, employerId: number, department: string): Promise<boolean> {
  return (
    (await sql`SELECT 1 FROM roster_entries WHERE employer_id = ${employerId} AND department = ${department} AND listed LIMIT 1`).length > 0
  )
}

export type RolloutPersonRow = {
  entryId: string
  fullName: string
  nameFolded: string
  employeeNumber: string | null
  department: string
  shift: string
  state: RolloutState
  helpReason: RolloutHelpReason | null
  since: Date
  reasons: string[]
}
export type PeopleFilter = { department: string | null; state: RolloutState | null; search: string }

const filtered = (sql: Queryable, employerId: number, { department, state, search }: PeopleFilter) => sql`
  e.employer_id = ${employerId} AND (e.left_on IS NULL OR e.left_on > ansinh_today()) AND (${department}::text IS NULL OR e.department = ${department})
  AND (${state}::text IS NULL OR e.state = ${state})
  AND (${search} = '' OR strpos(e.name_folded, fold_text(${search})) > 0 OR e.employee_number = ${search})`

/** People by name; `after`: the last one of the page before. */
export async function listPeople(
  sql: Queryable,
  employerId: number,
  filter: PeopleFilter,
  after: { nameFolded: string; entryId: string } | null,
  limit: number,
): Promise<RolloutPersonRow[]> {
  return [
    ...(await sql<RolloutPersonRow[]>`
      SELECT e.entry_id AS "entryId", e.full_name AS "fullName", e.name_folded AS "nameFolded", e.employee_number AS "employeeNumber", e.department, e.shift, e.state,
        e.help_reason AS "helpReason", e.state_since AS since, e.shared_reasons AS reasons
      FROM roster_entries e
      WHERE ${filtered(sql, employerId, filter)} ${after === null ? sql`` : sql`AND (e.name_folded, e.entry_id) > (${after.nameFolded}, ${after.entryId}::uuid)`}
      ORDER BY e.name_folded, e.entry_id LIMIT ${limit}`),
  ]
}

export async function countPeople(sql: Queryable, employerId: number, filter: PeopleFilter): Promise<number> {
  const [row] = await sql<
    { people: number }[]
  >`SELECT count(*)::integer AS people FROM roster_entries e WHERE ${filtered(sql, employerId, filter)}`
  return row?.people ?? 0
}

/** The database's clock: what every figure is as of. */
export async function readNow(sql: Queryable): Promise<{ now: Date; today: CivilDate }> {
  const [row] = await sql<{ now: Date; today: CivilDate }[]>`SELECT ansinh_now() AS now, ansinh_today() AS today`
  if (row === undefined) throw new Error('the clock did not answer')
  return row
}

import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import type { StoredDeadlineFacts } from './registration-row.ts'

/** A running clock as the rule sees it: cases of one clock have one deadline. */
export type RunningClock = { clockStartedOn: CivilDate; extensions: number }
export type RunningGroup = RunningClock & { officeId: number; dueOn: CivilDate; graceEndsOn: CivilDate; cases: number }

/** A deadline as it is stored. */
export type DeadlineImage = { dueOn: CivilDate; graceEndsOn: CivilDate; ruleVersion: string; facts: StoredDeadlineFacts }
export type MovedDeadline = {
  registrationId: string
  version: number
  fileNumber: string
  provedPhone: string
  before: DeadlineImage
  after: DeadlineImage
}
/** What a clock's deadline becomes; `from`: only where it stands exactly here now. */
export type DeadlineTarget = RunningClock &
  Omit<DeadlineImage, 'facts'> & {
    facts: Omit<StoredDeadlineFacts, 'officeId'>
    from: { dueOn: CivilDate; graceEndsOn: CivilDate } | null
  }

/** The running cases of a desk by what their deadline was made from. */
export async function listRunningGroups(sql: Queryable, officeIds: readonly number[]): Promise<RunningGroup[]> {
  return [
    ...(await sql<RunningGroup[]>`
      SELECT clock_started_on AS "clockStartedOn", extensions, office_id AS "officeId", due_on AS "dueOn", grace_ends_on AS "graceEndsOn", count(*)::integer AS cases
      FROM registrations WHERE office_id = ANY(${[...officeIds]}::integer[]) AND state = 'awaiting-visit' AND clock_started_on IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 4, 5, 1, 2, 3`),
  ]
}

const image = (sql: Queryable, from: 'held' | 'r') => {
  const table = sql(from)
  return sql`jsonb_build_object('dueOn', ${table}.due_on, 'graceEndsOn', ${table}.grace_ends_on, 'ruleVersion', ${table}.deadline_rule_version, 'facts', ${table}.deadline_facts)`
}

const answer = (
  sql: Queryable,
) => sql`r.registration_id AS "registrationId", r.version, r.file_number AS "fileNumber", r.proved_phone AS "provedPhone",
  ${image(sql, 'held')} AS before, ${image(sql, 'r')} AS after`

/**
 * Moves up to `limit` running deadlines of a desk to their targets in one statement, by the order of ids after `afterId`. With `keepsTold` a
 * date told to somebody is not taken back to a day that has passed. Answers them by id.
 */
export async function updateDeadlines(
  sql: Queryable,
  asked: { officeIds: readonly number[]; targets: readonly DeadlineTarget[]; afterId: string; limit: number; keepsTold: boolean },
): Promise<MovedDeadline[]> {
  const targets = asked.targets.map(({ clockStartedOn, extensions, dueOn, graceEndsOn, ruleVersion, facts, from }) => ({
    clock_started_on: clockStartedOn,
    extensions,
    due: dueOn,
    grace: graceEndsOn,
    rule: ruleVersion,
    facts,
    from_due: from?.dueOn ?? null,
    from_grace: from?.graceEndsOn ?? null,
  }))
  const rows = await sql<MovedDeadline[]>`
    WITH target AS (
      SELECT * FROM jsonb_to_recordset(${sql.json(targets)})
        AS t (clock_started_on date, extensions smallint, due date, grace date, rule text, facts jsonb, from_due date, from_grace date)),
    held AS (
      SELECT r.registration_id, r.due_on, r.grace_ends_on, r.deadline_rule_version, r.deadline_facts, t.due, t.grace, t.rule, t.facts
      FROM registrations r JOIN target t ON t.clock_started_on = r.clock_started_on AND t.extensions = r.extensions
      WHERE r.office_id = ANY(${[...asked.officeIds]}::integer[]) AND r.state = 'awaiting-visit' AND r.registration_id > ${asked.afterId}
        AND (r.due_on <> t.due OR r.grace_ends_on <> t.grace)
        AND (t.from_due IS NULL OR (r.due_on = t.from_due AND r.grace_ends_on = t.from_grace))
        AND (NOT ${asked.keepsTold}::boolean OR t.due >= ansinh_today() OR r.due_on < ansinh_today())
      ORDER BY r.registration_id LIMIT ${asked.limit} FOR UPDATE OF r)
    UPDATE registrations r SET version = r.version + 1, due_on = held.due, grace_ends_on = held.grace, deadline_rule_version = held.rule,
      deadline_facts = held.facts || jsonb_build_object('officeId', r.office_id)
    FROM held WHERE r.registration_id = held.registration_id
    RETURNING ${answer(sql)}`
  return rows.toSorted((one, other) => (one.registrationId < other.registrationId ? -1 : 1))
}

/** Puts deadlines back to `before` where they stand exactly as `after` says; others are left. Answers those put back. */
export async function restoreDeadlines(
  sql: Queryable,
  moves: readonly Pick<MovedDeadline, 'registrationId' | 'before' | 'after'>[],
): Promise<MovedDeadline[]> {
  return [
    ...(await sql<MovedDeadline[]>`
      WITH target AS (SELECT * FROM jsonb_to_recordset(${sql.json([...moves])}) AS t ("registrationId" uuid, before jsonb, after jsonb)),
      held AS (
        SELECT r.registration_id, r.due_on, r.grace_ends_on, r.deadline_rule_version, r.deadline_facts, t.before
        FROM registrations r JOIN target t ON t."registrationId" = r.registration_id
        WHERE r.state = 'awaiting-visit' AND ${image(sql, 'r')} = t.after
          AND ((t.before ->> 'dueOn')::date >= ansinh_today() OR r.due_on < ansinh_today())
        ORDER BY r.registration_id FOR UPDATE OF r)
      UPDATE registrations r SET version = r.version + 1, due_on = (held.before ->> 'dueOn')::date, grace_ends_on = (held.before ->> 'graceEndsOn')::date,
        deadline_rule_version = held.before ->> 'ruleVersion', deadline_facts = held.before -> 'facts'
      FROM held WHERE r.registration_id = held.registration_id
      RETURNING ${answer(sql)}`),
  ]
}

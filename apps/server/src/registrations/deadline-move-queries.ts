import type { CivilDate, RegistrationState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import type { StoredDeadlineFacts } from './registration-row.ts'

/** A running clock as the rule sees it: cases of one clock have one deadline. */
export type RunningClock = { clockStartedOn: CivilDate; extensions: number }
export type RunningGroup = RunningClock & { officeId: number; dueOn: CivilDate; graceEndsOn: CivilDate; cases: number }

/** A deadline as it is stored; of a case that had run out also since when. */
export type DeadlineImage = {
  dueOn: CivilDate
  graceEndsOn: CivilDate
  ruleVersion: string
  facts: StoredDeadlineFacts
  expiredSince?: string
}
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

const toRows = (targets: readonly DeadlineTarget[]) =>
  targets.map(({ clockStartedOn, extensions, dueOn, graceEndsOn, ruleVersion, facts, from }) => ({
    clock_started_on: clockStartedOn,
    extensions,
    due: dueOn,
    grace: graceEndsOn,
    rule: ruleVersion,
    facts,
    from_due: from?.dueOn ?? null,
    from_grace: from?.graceEndsOn ?? null,
  }))

/**
 * Moves up to `limit` running deadlines of a desk to their targets in one statement, by the order of ids after `afterId`. With `keepsTold` a
 * date told to somebody is not taken back to a day that has passed. Answers them by id.
 */
export async function updateDeadlines(
  sql: Queryable,
  asked: { officeIds: readonly number[]; targets: readonly DeadlineTarget[]; afterId: string; limit: number; keepsTold: boolean },
): Promise<MovedDeadline[]> {
  const targets = toRows(asked.targets)
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

/** The clocks of a desk's cases that ran out on this day or later. */
export async function listExpiredClocks(sql: Queryable, officeIds: readonly number[], fromOn: CivilDate): Promise<RunningClock[]> {
  return [
    ...(await sql<RunningClock[]>`
      SELECT DISTINCT clock_started_on AS "clockStartedOn", extensions FROM registrations
      WHERE office_id = ANY(${[...officeIds]}::integer[]) AND state = 'expired' AND grace_ends_on >= ${fromOn} AND clock_started_on IS NOT NULL`),
  ]
}

type Line = { move: 'reopen' | 'expire'; from: RegistrationState; to: RegistrationState; job: string }

/** The history's line for each row of `moved`, a part of the statement that moved them. */
const writeLines = (sql: Queryable, { move, from, to, job }: Line) => sql`
  INSERT INTO registration_moves (registration_id, move_no, move, from_state, to_state, actor_kind, actor_id, reason_codes, details)
  SELECT moved."registrationId", (SELECT coalesce(max(m.move_no), 0) + 1 FROM registration_moves m WHERE m.registration_id = moved."registrationId"),
    ${move}, ${from}, ${to}, 'system', ${job}, '{}', jsonb_build_object('why', 'closure') FROM moved`

/** Lets cases that ran out run again until their targets: only such as stand exactly where the rule had put them. Answers them by id. */
export async function reviveDeadlines(
  sql: Queryable,
  asked: { officeIds: readonly number[]; targets: readonly DeadlineTarget[]; limit: number; job: string },
): Promise<MovedDeadline[]> {
  const targets = toRows(asked.targets)
  return [
    ...(await sql<MovedDeadline[]>`
      WITH target AS (
        SELECT * FROM jsonb_to_recordset(${sql.json(targets)})
          AS t (clock_started_on date, extensions smallint, due date, grace date, rule text, facts jsonb, from_due date, from_grace date)),
      held AS (
        SELECT r.registration_id, r.due_on, r.grace_ends_on, r.deadline_rule_version, r.deadline_facts, r.state_since, t.due, t.grace, t.rule, t.facts
        FROM registrations r JOIN target t ON t.clock_started_on = r.clock_started_on AND t.extensions = r.extensions
          AND t.from_due = r.due_on AND t.from_grace = r.grace_ends_on
        WHERE r.office_id = ANY(${[...asked.officeIds]}::integer[]) AND r.state = 'expired'
        ORDER BY r.registration_id LIMIT ${asked.limit} FOR UPDATE OF r),
      moved AS (
        UPDATE registrations r SET version = r.version + 1, state = 'awaiting-visit', state_since = ansinh_now(), due_on = held.due, grace_ends_on = held.grace,
          deadline_rule_version = held.rule, deadline_facts = held.facts || jsonb_build_object('officeId', r.office_id)
        FROM held WHERE r.registration_id = held.registration_id
        RETURNING r.registration_id AS "registrationId", r.version, r.file_number AS "fileNumber", r.proved_phone AS "provedPhone",
          ${image(sql, 'held')} || jsonb_build_object('expiredSince', held.state_since) AS before, ${image(sql, 'r')} AS after),
      lines AS (${writeLines(sql, { move: 'reopen', from: 'expired', to: 'awaiting-visit', job: asked.job })})
      SELECT * FROM moved ORDER BY "registrationId"`),
  ]
}

/** Lets cases that a closure had revived run out again, with the dates and the hour of before, where they stand exactly as `after` says. */
export async function expireAgain(
  sql: Queryable,
  moves: readonly Pick<MovedDeadline, 'registrationId' | 'before' | 'after'>[],
  job: string,
): Promise<MovedDeadline[]> {
  return [
    ...(await sql<MovedDeadline[]>`
      WITH target AS (SELECT * FROM jsonb_to_recordset(${sql.json([...moves])}) AS t ("registrationId" uuid, before jsonb, after jsonb)),
      held AS (
        SELECT r.registration_id, r.due_on, r.grace_ends_on, r.deadline_rule_version, r.deadline_facts, t.before
        FROM registrations r JOIN target t ON t."registrationId" = r.registration_id
        WHERE r.state = 'awaiting-visit' AND ${image(sql, 'r')} = t.after ORDER BY r.registration_id FOR UPDATE OF r),
      moved AS (
        UPDATE registrations r SET version = r.version + 1, state = 'expired', state_since = (held.before ->> 'expiredSince')::timestamptz,
          due_on = (held.before ->> 'dueOn')::date, grace_ends_on = (held.before ->> 'graceEndsOn')::date,
          deadline_rule_version = held.before ->> 'ruleVersion', deadline_facts = held.before -> 'facts'
        FROM held WHERE r.registration_id = held.registration_id RETURNING ${answer(sql)}),
      lines AS (${writeLines(sql, { move: 'expire', from: 'awaiting-visit', to: 'expired', job })})
      SELECT * FROM moved ORDER BY "registrationId"`),
  ]
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

import type { AskerKind, CivilDate } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'

export type CallBackState = 'waiting' | 'done' | 'missed' | 'cancelled' | 'office-closed' | 'not-made'
export type CallBackRow = {
  callBackId: string
  reportId: string
  reportNumber: string
  askerKind: AskerKind
  askerId: number | null
  /** Empty while the ticket's words are hidden. */
  title: string
  officeId: number
  officeName: string
  on: CivilDate
  starts: string
  ends: string
  phone: Buffer | null
  state: CallBackState
  tries: number
  takenBy: number | null
  callerName: string | null
  late: boolean
}

const selectCallBacks = (sql: Queryable): Fragment => sql`
  SELECT b.call_back_id AS "callBackId", b.report_id AS "reportId", r.report_number AS "reportNumber", r.asker_kind AS "askerKind", r.asker_id AS "askerId",
    CASE WHEN r.abusive_at IS NULL THEN r.title ELSE '' END AS title, b.office_id AS "officeId", o.name AS "officeName", b.window_on AS "on", to_char(b.starts, 'HH24:MI') AS starts,
    to_char(b.ends, 'HH24:MI') AS ends, b.phone_encrypted AS phone, b.state, b.tries, b.taken_by AS "takenBy", s.full_name AS "callerName",
    b.state = 'waiting' AND (b.window_on + b.ends) AT TIME ZONE 'Asia/Ho_Chi_Minh' < ansinh_now() AS late
  FROM call_backs b JOIN problem_reports r USING (report_id) JOIN offices o ON o.office_id = b.office_id LEFT JOIN staff_users s ON s.staff_id = b.taken_by`

export async function findCallBack(sql: Queryable, callBackId: string, lock: 'none' | 'for-update' = 'none'): Promise<CallBackRow | null> {
  const [row] = await sql<
    CallBackRow[]
  >`${selectCallBacks(sql)} WHERE b.call_back_id = ${callBackId} ${lock === 'for-update' ? sql`FOR UPDATE OF b` : sql``}`
  return row ?? null
}

/** Of one ticket, newest first. */
export async function listCallBacksOf(sql: Queryable, reportId: string): Promise<CallBackRow[]> {
  return [...(await sql<CallBackRow[]>`${selectCallBacks(sql)} WHERE b.report_id = ${reportId} ORDER BY b.asked_at DESC`)]
}

export async function listCallBacksOfPerson(sql: Queryable, personId: number): Promise<CallBackRow[]> {
  return [
    ...(await sql<
      CallBackRow[]
    >`${selectCallBacks(sql)} WHERE r.asker_kind = 'citizen' AND r.asker_id = ${personId} ORDER BY b.asked_at DESC LIMIT 50`),
  ]
}

/** Who waits at these offices, the soonest first. What was told in confidence is called back by whoever may read it. */
export async function listWaiting(
  sql: Queryable,
  view: { officeIds: readonly number[]; staffId: number; seesConfidences: boolean },
): Promise<CallBackRow[]> {
  return [
    ...(await sql<CallBackRow[]>`${selectCallBacks(sql)}
      WHERE b.state = 'waiting' AND b.office_id = ANY(${[...view.officeIds]}::integer[])
        AND (${view.seesConfidences} OR r.visibility = 'asker' OR r.assignee_id = ${view.staffId})
      ORDER BY b.window_on, b.starts, b.asked_at LIMIT 200`),
  ]
}

export type WaitingCall = { callBackId: string; reportId: string; officeId: number; on: CivilDate }
/** Calls of some offices that wait on these days; one that is being made now is not among them. */
export async function listCallsBetween(
  sql: Queryable,
  { officeIds, fromOn, toOn }: { officeIds: readonly number[]; fromOn: CivilDate; toOn: CivilDate },
): Promise<WaitingCall[]> {
  return [
    ...(await sql<WaitingCall[]>`
      SELECT call_back_id AS "callBackId", report_id AS "reportId", office_id AS "officeId", window_on AS "on" FROM call_backs
      WHERE state = 'waiting' AND office_id = ANY(${[...officeIds]}::integer[]) AND window_on BETWEEN ${fromOn} AND ${toOn}
        AND (taken_by IS NULL OR window_on <> ansinh_today()) ORDER BY window_on, starts, call_back_id`),
  ]
}

/** Calls of days before today that still wait. */
export async function listCallsOverdue(sql: Queryable): Promise<WaitingCall[]> {
  return [
    ...(await sql<WaitingCall[]>`
      SELECT call_back_id AS "callBackId", report_id AS "reportId", office_id AS "officeId", window_on AS "on" FROM call_backs
      WHERE state = 'waiting' AND window_on < ansinh_today() ORDER BY office_id, window_on, call_back_id`),
  ]
}

export type NewCallBack = {
  callBackId: string
  reportId: string
  officeId: number
  on: CivilDate
  starts: string
  ends: string
  ruleVersion: string
  phone: Buffer
}
/** False when the id was used before, or when a call about this ticket waits already. */
export async function insertCallBack(
  sql: Queryable,
  { callBackId, reportId, officeId, on, starts, ends, ruleVersion, phone }: NewCallBack,
): Promise<boolean> {
  const made = await sql`
    INSERT INTO call_backs (call_back_id, report_id, office_id, window_on, starts, ends, rule_version, phone_encrypted)
    VALUES (${callBackId}, ${reportId}, ${officeId}, ${on}, ${starts}, ${ends}, ${ruleVersion}, ${phone}) ON CONFLICT DO NOTHING`
  return made.count === 1
}

type Window = { officeId: number; on: CivilDate; starts: string }
/** Of a window: all, and those that strangers may hold; `strangers` null: it is not a stranger who asks. */
export type Places = { all: number; strangers: number | null }

/** Takes a place in a window for a call that was just inserted; false when the last one is gone. */
export async function bookWindow(sql: Queryable, { officeId, on, starts }: Window, places: Places): Promise<boolean> {
  const done = await sql`
    INSERT INTO call_back_windows AS w (office_id, window_on, starts, booked) VALUES (${officeId}, ${on}, ${starts}, 1)
    ON CONFLICT (office_id, window_on, starts) DO UPDATE SET booked = w.booked + 1 WHERE w.booked < ${places.all}`
  if (done.count === 0 || places.strangers === null) return done.count === 1
  // The window's row is locked by now: whoever books beside us waits, so that both are counted.
  const [row] = await sql<{ strangers: number }[]>`
    SELECT count(*)::integer AS strangers FROM call_backs b JOIN problem_reports r USING (report_id)
    WHERE b.state = 'waiting' AND b.office_id = ${officeId} AND b.window_on = ${on} AND b.starts = ${starts} AND r.asker_id IS NULL`
  return (row?.strangers ?? 0) <= places.strangers
}

export async function freeWindow(sql: Queryable, { officeId, on, starts }: Window): Promise<void> {
  await sql`UPDATE call_back_windows SET booked = greatest(booked - 1, 0) WHERE office_id = ${officeId} AND window_on = ${on} AND starts = ${starts}`
}

/** Windows of an office from a day on in which no place is left for who asks, as `2026-11-27 08:00`. */
export async function listFullWindows(sql: Queryable, officeId: number, from: CivilDate, places: Places): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`
    SELECT window_on::text || ' ' || to_char(starts, 'HH24:MI') AS key FROM call_back_windows
    WHERE office_id = ${officeId} AND window_on >= ${from} AND booked >= ${places.all}
    UNION SELECT b.window_on::text || ' ' || to_char(b.starts, 'HH24:MI') FROM call_backs b JOIN problem_reports r USING (report_id)
    WHERE b.state = 'waiting' AND b.office_id = ${officeId} AND b.window_on >= ${from} AND r.asker_id IS NULL
    GROUP BY 1 HAVING count(*) >= ${places.strangers}::integer`
  return new Set(rows.map(({ key }) => key))
}

export async function takeCallBack(sql: Queryable, callBackId: string, staffId: number): Promise<void> {
  await sql`UPDATE call_backs SET taken_by = ${staffId} WHERE call_back_id = ${callBackId}`
}

export async function settleCallBack(
  sql: Queryable,
  callBackId: string,
  { state, tries }: { state: CallBackState; tries: number },
): Promise<void> {
  await sql`UPDATE call_backs SET state = ${state}, tries = ${tries}, state_since = CASE WHEN state = ${state} THEN state_since ELSE ansinh_now() END WHERE call_back_id = ${callBackId}`
}

export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  if (row === undefined) throw new Error('the database knows no time')
  return row.now
}

/** Answers how many went. */
export async function erasePhones(sql: Queryable, kept: string): Promise<number> {
  const done = await sql`
    UPDATE call_backs SET phone_encrypted = NULL, erased_at = ansinh_now()
    WHERE erased_at IS NULL AND state <> 'waiting' AND state_since < ansinh_now() - ${kept}::interval`
  return done.count
}

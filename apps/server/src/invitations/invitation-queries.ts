import type { CivilDate, InvitationChannel, InvitationKind, RolloutState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type Audience = { channel: InvitationChannel; kind: InvitationKind; states: readonly RolloutState[]; department: string | null }
export type EntryRow = { entryId: string; state: RolloutState; address: string | null }

/** Lines of the audience who have not left, by id from `after` on; what the employer's own list says of them and no more. */
export async function listEntries(
  sql: Queryable,
  employerId: number,
  { channel, states, department }: Audience,
  after: string,
  limit: number,
): Promise<EntryRow[]> {
  return [
    ...(await sql<EntryRow[]>`
      SELECT entry_id AS "entryId", state, ${channel === 'sms' ? sql`work_phone` : sql`work_email`} AS address FROM roster_entries
      WHERE employer_id = ${employerId} AND entry_id > ${after}::uuid AND state = ANY(${[...states]}::text[]) AND (${department}::text IS NULL OR department = ${department})
        AND (left_on IS NULL OR left_on > ansinh_today())
      ORDER BY entry_id LIMIT ${limit}`),
  ]
}

export async function findEmployerName(sql: Queryable, employerId: number): Promise<string | null> {
  const [row] = await sql<{ name: string }[]>`SELECT name FROM employers WHERE employer_id = ${employerId}`
  return row?.name ?? null
}

export type Clock = { now: Date; today: CivilDate; week: CivilDate; month: string; wakeAt: Date | null }

/** `wakeAt`: half past seven, when it is night in Việt Nam; a message then wakes people. */
export async function readClock(sql: Queryable): Promise<Clock> {
  const [row] = await sql<Clock[]>`
    SELECT ansinh_now() AS now, ansinh_today() AS today, rollout_week(ansinh_now()) AS week, to_char(ansinh_today(), 'YYYY-MM') AS month,
      CASE WHEN h.hour BETWEEN 7 AND 20 THEN NULL
        ELSE (ansinh_today() + CASE WHEN h.hour > 20 THEN 1 ELSE 0 END + time '07:30') AT TIME ZONE 'Asia/Ho_Chi_Minh' END AS "wakeAt"
    FROM (SELECT extract(hour FROM ansinh_now() AT TIME ZONE 'Asia/Ho_Chi_Minh') AS hour) h`
  if (row === undefined) throw new Error('the clock did not answer')
  return row
}

export async function countPeopleOf(sql: Queryable, employerId: number): Promise<number> {
  const [row] = await sql<
    { people: number }[]
  >`SELECT coalesce(sum(people), 0)::integer AS people FROM rollout_counts WHERE employer_id = ${employerId}`
  return row?.people ?? 0
}

/** Parts that were laid in the outbox in this month, Việt Nam's. */
export async function countUsedParts(sql: Queryable, employerId: number, channel: InvitationChannel): Promise<number> {
  const [row] = await sql<{ parts: number }[]>`
    SELECT coalesce(sum(parts), 0)::integer AS parts FROM invitations
    WHERE employer_id = ${employerId} AND channel = ${channel} AND made_at >= date_trunc('month', ansinh_today()::timestamp) AT TIME ZONE 'Asia/Ho_Chi_Minh'`
  return row?.parts ?? 0
}

/** Which of these entries belong to somebody with an account. Asked by the agency, never by an employer. */
export async function listHolders(sql: Queryable, employerId: number, entryIds: readonly string[]): Promise<string[]> {
  const rows = await sql<{ entryId: string }[]>`
    SELECT e.entry_id AS "entryId" FROM roster_entries e JOIN accounts a ON a.person_id = e.person_id AND a.state <> 'stopped'
    WHERE e.employer_id = ${employerId} AND e.entry_id = ANY(${[...entryIds]}::uuid[])`
  return rows.map(({ entryId }) => entryId)
}

export async function listStopped(sql: Queryable, recipients: readonly string[]): Promise<string[]> {
  const rows = await sql<{ recipient: string }[]>`
    SELECT encode(s.recipient_hmac, 'hex') AS recipient FROM unnest(${[...recipients]}::text[]) AS r (hex) JOIN invitation_stops s ON s.recipient_hmac = decode(r.hex, 'hex')`
  return rows.map(({ recipient }) => recipient)
}

export async function listToldKeys(sql: Queryable, employerId: number, onceKeys: readonly string[]): Promise<string[]> {
  const rows = await sql<{ onceKey: string }[]>`
    SELECT i.once_key AS "onceKey" FROM unnest(${[...onceKeys]}::text[]) AS k (once_key) JOIN invitations i ON i.employer_id = ${employerId} AND i.once_key = k.once_key`
  return rows.map(({ onceKey }) => onceKey)
}

export type NewInvitation = {
  onceKey: string
  entryId: string
  parts: number
  messageKey: string
  recipient: string
  stopHmac: string
}

/** Answers the keys that were written; one that was there stays as it is. */
export async function insertInvitations(
  sql: Queryable,
  of: { employerId: number; sendingId: string; channel: InvitationChannel },
  made: readonly NewInvitation[],
): Promise<Set<string>> {
  const rows = await sql<{ onceKey: string }[]>`
    INSERT INTO invitations (employer_id, once_key, sending_id, entry_id, channel, parts, message_key, recipient_hmac, stop_hmac)
    SELECT ${of.employerId}, m."onceKey", ${of.sendingId}, m."entryId", ${of.channel}, m.parts, m."messageKey", decode(m.recipient, 'hex'), decode(m."stopHmac", 'hex')
    FROM jsonb_to_recordset(${sql.json(made.map((one) => ({ ...one })))}) AS m ("onceKey" text, "entryId" uuid, parts smallint, "messageKey" text, recipient text, "stopHmac" text)
    ON CONFLICT DO NOTHING RETURNING once_key AS "onceKey"`
  return new Set(rows.map(({ onceKey }) => onceKey))
}

/** Of two sendings of one employer the second sees what the first used of the budget. Held until the transaction ends. */
export async function holdBudget(sql: Queryable, employerId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('invitations'), hashtext(${String(employerId)}))`
}

/** Whoever has the code of an invitation wants none any more, from nobody. An unknown code changes nothing. */
export async function insertStop(sql: Queryable, stopHmac: Buffer): Promise<void> {
  await sql`INSERT INTO invitation_stops (recipient_hmac) SELECT recipient_hmac FROM invitations WHERE stop_hmac = ${stopHmac} ON CONFLICT DO NOTHING`
}

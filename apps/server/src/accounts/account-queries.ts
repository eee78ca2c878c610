import type { AccountState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type AccountRow = {
  personId: number
  /** `held` also while the undo time of the decision that opened it runs. */
  state: AccountState
  phone: string
  email: string | null
  passwordHash: string | null
  firstPasswordHash: string | null
  /** Not used, not run out. */
  firstPasswordUsable: boolean
  registrationId: string | null
  openedAt: Date
}
export type TicketPurpose = 'first-sign-in' | 'first-password-request' | 'email-link'
export type NewAccount = {
  personId: number
  phone: string
  email: string | null
  registrationId: string
  firstPasswordHash: string
  heldUntil: Date
  hours: number
}

const columns = (sql: Queryable) => sql`
  person_id AS "personId", CASE WHEN held_until > ansinh_now() THEN 'held' ELSE state END AS state, phone, email, password_hash AS "passwordHash",
  first_password_hash AS "firstPasswordHash", registration_id AS "registrationId", opened_at AS "openedAt",
  first_password_hash IS NOT NULL AND first_password_used_at IS NULL AND first_password_expires_at > ansinh_now() AS "firstPasswordUsable"`

export async function findAccountRow(sql: Queryable, personId: number): Promise<AccountRow | null> {
  const [row] = await sql<AccountRow[]>`SELECT ${columns(sql)} FROM accounts WHERE person_id = ${personId}`
  return row ?? null
}

/** What other features may know of an account: no hash leaves. `phone` E.164. */
export type Account = Pick<AccountRow, 'personId' | 'state' | 'phone' | 'email' | 'registrationId' | 'openedAt'>

export async function findAccount(sql: Queryable, personId: number): Promise<Account | null> {
  const row = await findAccountRow(sql, personId)
  return row === null
    ? null
    : { personId, state: row.state, phone: row.phone, email: row.email, registrationId: row.registrationId, openedAt: row.openedAt }
}

/** For proving a change by the password before; null when there is none that opens anything. */
export async function findPasswordHash(sql: Queryable, personId: number): Promise<string | null> {
  return (await findAccountRow(sql, personId))?.passwordHash ?? null
}

/** Opens the account of a person who has none, or whose opening was taken back. Answers false when there is one already. */
export async function insertAccount(sql: Queryable, account: NewAccount): Promise<boolean> {
  const rows = await sql`
    INSERT INTO accounts (person_id, state, phone, email, first_password_hash, first_password_expires_at, held_until, registration_id, opened_at, changed_at)
    VALUES (${account.personId}, 'pending-first-sign-in', ${account.phone}, ${account.email}, ${account.firstPasswordHash},
      ${account.heldUntil}::timestamptz + make_interval(hours => ${account.hours}), ${account.heldUntil}, ${account.registrationId}, ansinh_now(), ansinh_now())
    ON CONFLICT DO NOTHING RETURNING person_id`
  return rows.length === 1
}

/** Lays a new opening beside a standing account. Answers false when another one's undo time still runs. */
export async function stageAccount(sql: Queryable, account: NewAccount): Promise<boolean> {
  const rows = await sql`
    UPDATE accounts SET next_takes_effect_at = ${account.heldUntil}, next_phone = ${account.phone}, next_email = ${account.email},
      next_first_password_hash = ${account.firstPasswordHash}, next_registration_id = ${account.registrationId}, changed_at = ansinh_now()
    WHERE person_id = ${account.personId} AND next_takes_effect_at IS NULL AND (held_until IS NULL OR held_until <= ansinh_now())
    RETURNING person_id`
  return rows.length === 1
}

/** What was laid beside takes the account over: new phone, new first password, old password and sessions gone. */
export async function applyStagedAccount(sql: Queryable, personId: number, hours: number): Promise<boolean> {
  const rows = await sql`
    WITH applied AS (
      UPDATE accounts SET state = 'pending-first-sign-in', phone = next_phone, email = next_email, registration_id = next_registration_id, password_hash = NULL,
        first_password_hash = next_first_password_hash, first_password_expires_at = next_takes_effect_at + make_interval(hours => ${hours}), first_password_used_at = NULL,
        held_until = next_takes_effect_at, next_takes_effect_at = NULL, next_phone = NULL, next_email = NULL, next_first_password_hash = NULL, next_registration_id = NULL, changed_at = ansinh_now()
      WHERE person_id = ${personId} AND next_takes_effect_at <= ansinh_now() RETURNING person_id),
    ended AS (UPDATE sessions SET revoked_at = ansinh_now() WHERE person_id = (SELECT person_id FROM applied) AND revoked_at IS NULL)
    SELECT person_id FROM applied`
  return rows.length === 1
}

export async function deleteUnusedAccount(sql: Queryable, personId: number, registrationId: string): Promise<boolean> {
  const rows =
    await sql`DELETE FROM accounts WHERE person_id = ${personId} AND registration_id = ${registrationId} AND activated_at IS NULL AND next_takes_effect_at IS NULL AND held_until > ansinh_now() RETURNING person_id`
  return rows.length === 1
}

export async function clearStagedAccount(sql: Queryable, personId: number, registrationId: string): Promise<boolean> {
  const rows = await sql`
    UPDATE accounts SET next_takes_effect_at = NULL, next_phone = NULL, next_email = NULL, next_first_password_hash = NULL, next_registration_id = NULL, changed_at = ansinh_now()
    WHERE person_id = ${personId} AND next_registration_id = ${registrationId} RETURNING person_id`
  return rows.length === 1
}

type PasswordSet = { wasFirst: boolean; firstPasswordHash: string | null; registrationId: string | null; phone: string }

/** One's own password takes the place of the one before; after a first password once. Answers what the account was, or null when somebody was quicker. */
export async function setPassword(sql: Queryable, personId: number, hash: string, by: TicketPurpose): Promise<PasswordSet | null> {
  const [row] = await sql<PasswordSet[]>`
    UPDATE accounts a SET state = 'active', password_hash = ${hash}, first_password_hash = NULL, first_password_used_at = ansinh_now(), activated_at = ansinh_now(), changed_at = ansinh_now()
    FROM (SELECT person_id, state = 'pending-first-sign-in' AS was_first, first_password_hash FROM accounts WHERE person_id = ${personId} FOR UPDATE) before
    WHERE a.person_id = ${personId} AND (${by} = 'email-link' OR (a.first_password_hash IS NOT NULL AND a.first_password_used_at IS NULL)) AND a.state IN ('pending-first-sign-in', 'active')
      AND (a.held_until IS NULL OR a.held_until <= ansinh_now())
    RETURNING before.was_first AS "wasFirst", before.first_password_hash AS "firstPasswordHash", a.registration_id AS "registrationId", a.phone`
  return row ?? null
}

/** Another first password for the account that has this phone; false when there is none, or it may not have one. */
export async function replaceFirstPassword(
  sql: Queryable,
  personId: number,
  phone: string,
  firstPasswordHash: string,
  hours: number,
): Promise<boolean> {
  const rows = await sql`
    UPDATE accounts SET first_password_hash = ${firstPasswordHash}, first_password_expires_at = ansinh_now() + make_interval(hours => ${hours}), first_password_used_at = NULL, changed_at = ansinh_now()
    WHERE person_id = ${personId} AND phone = ${phone} AND state IN ('pending-first-sign-in', 'active') AND (held_until IS NULL OR held_until <= ansinh_now())
    RETURNING person_id`
  return rows.length === 1
}

/** One live ticket for a new password per person: the newest. Requests may stand side by side: a stranger's must not end the holder's. */
export async function insertTicket(
  sql: Queryable,
  ticket: { ticketHash: Buffer; personId: number; purpose: TicketPurpose; minutes: number },
): Promise<Date> {
  if (ticket.purpose !== 'first-password-request')
    await sql`DELETE FROM password_tickets WHERE person_id = ${ticket.personId} AND purpose <> 'first-password-request'`
  const [row] = await sql<{ expiresAt: Date }[]>`
    INSERT INTO password_tickets (ticket_hash, person_id, purpose, expires_at)
    VALUES (${ticket.ticketHash}, ${ticket.personId}, ${ticket.purpose}, ansinh_now() + make_interval(mins => ${ticket.minutes})) RETURNING expires_at AS "expiresAt"`
  if (row === undefined) throw new Error('ticket was not written')
  return row.expiresAt
}

type Ticket = { personId: number; purpose: TicketPurpose }

export async function findTicket(sql: Queryable, ticketHash: Buffer, purposes: readonly TicketPurpose[]): Promise<Ticket | null> {
  const [row] = await sql<Ticket[]>`
    SELECT person_id AS "personId", purpose FROM password_tickets
    WHERE ticket_hash = ${ticketHash} AND purpose = ANY (${[...purposes]}) AND used_at IS NULL AND expires_at > ansinh_now()`
  return row ?? null
}

export async function useTicket(sql: Queryable, ticketHash: Buffer): Promise<boolean> {
  const rows =
    await sql`UPDATE password_tickets SET used_at = ansinh_now() WHERE ticket_hash = ${ticketHash} AND used_at IS NULL AND expires_at > ansinh_now() RETURNING person_id`
  return rows.length === 1
}

export async function deleteTickets(sql: Queryable, personId: number): Promise<void> {
  await sql`DELETE FROM password_tickets WHERE person_id = ${personId}`
}

/** The password opens nothing any more; only the phone on file leads to a new one. */
export async function voidPassword(sql: Queryable, personId: number): Promise<void> {
  await sql`UPDATE accounts SET password_hash = NULL, first_password_hash = NULL, changed_at = ansinh_now() WHERE person_id = ${personId}`
}

/** Where codes and messages go from now on. */
export async function changeContact(sql: Queryable, personId: number, to: { phone: string } | { email: string }): Promise<void> {
  const [phone, email] = 'phone' in to ? [to.phone, null] : [null, to.email]
  await sql`UPDATE accounts SET phone = coalesce(${phone}, phone), email = coalesce(${email}, email), changed_at = ansinh_now() WHERE person_id = ${personId}`
}

/** Takes the place of the hash it was proved by, unless somebody was quicker. */
export async function exchangePassword(sql: Queryable, personId: number, before: string, after: string): Promise<boolean> {
  const rows = await sql`
    UPDATE accounts SET password_hash = ${after}, changed_at = ansinh_now()
    WHERE person_id = ${personId} AND password_hash = ${before} AND state = 'active' RETURNING person_id`
  return rows.length === 1
}

/** What the cookie says, not yet believed. */
export type SessionToken = { personId: number; sessionHash: Buffer }
export type SessionRow = { personId: number; stale: boolean }

/** `last_seen_at` is written at most this often: reading a card writes nothing. */
const TOUCH_SECONDS = 60

/**
 * The rule of a living session, for a statement that reads `sessions s JOIN accounts a USING (person_id)`: revoking it, stopping the
 * account or a new opening taking effect ends it at once, since every request asks again. `idleMinutes` from the settings.
 */
export const whereSessionLives = (sql: Queryable, token: SessionToken, idleMinutes: number) => sql`
  s.person_id = ${token.personId} AND a.person_id = ${token.personId} AND s.session_hash = ${token.sessionHash} AND s.revoked_at IS NULL AND s.expires_at > ansinh_now()
  AND s.last_seen_at > ansinh_now() - make_interval(mins => ${idleMinutes}) AND a.state = 'active'
  AND (a.held_until IS NULL OR a.held_until <= ansinh_now()) AND (a.next_takes_effect_at IS NULL OR a.next_takes_effect_at > ansinh_now())`

/** For such a statement's SELECT list: whether `touchSession` is due. */
export const isSessionStale = (sql: Queryable) => sql`s.last_seen_at < ansinh_now() - make_interval(secs => ${TOUCH_SECONDS})`

export async function findLivingSession(sql: Queryable, token: SessionToken, idleMinutes: number): Promise<SessionRow | null> {
  const [row] = await sql<SessionRow[]>`
    SELECT s.person_id AS "personId", ${isSessionStale(sql)} AS stale FROM sessions s, accounts a WHERE ${whereSessionLives(sql, token, idleMinutes)}`
  return row ?? null
}

export async function touchSession(sql: Queryable, token: SessionToken): Promise<void> {
  await sql`UPDATE sessions SET last_seen_at = ansinh_now() WHERE person_id = ${token.personId} AND session_hash = ${token.sessionHash}`
}

export async function insertSession(
  sql: Queryable,
  token: SessionToken,
  session: { hours: number; deviceLabel: string | null },
): Promise<void> {
  await sql`
    INSERT INTO sessions (person_id, session_hash, device_label, created_at, last_seen_at, expires_at)
    VALUES (${token.personId}, ${token.sessionHash}, ${session.deviceLabel}, ansinh_now(), ansinh_now(), ansinh_now() + make_interval(hours => ${session.hours}))`
}

export async function revokeSession(sql: Queryable, token: SessionToken): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ansinh_now() WHERE person_id = ${token.personId} AND session_hash = ${token.sessionHash} AND revoked_at IS NULL`
}

/** A new password ends whatever was signed in by the old one. */
export async function revokeSessions(sql: Queryable, personId: number): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ansinh_now() WHERE person_id = ${personId} AND revoked_at IS NULL`
}

export type DeviceRow = { sessionId: string; label: string | null; signedInAt: Date; lastSeenAt: Date; current: boolean }

/** Living sessions of one person, the asking one first, then the last used. */
export async function listDevices(sql: Queryable, token: SessionToken, idleMinutes: number): Promise<DeviceRow[]> {
  return [
    ...(await sql<DeviceRow[]>`
      SELECT session_id AS "sessionId", device_label AS label, created_at AS "signedInAt", last_seen_at AS "lastSeenAt", session_hash = ${token.sessionHash} AS current
      FROM sessions WHERE person_id = ${token.personId} AND revoked_at IS NULL AND expires_at > ansinh_now() AND last_seen_at > ansinh_now() - make_interval(mins => ${idleMinutes})
      ORDER BY session_hash = ${token.sessionHash} DESC, last_seen_at DESC`),
  ]
}

/** Ends one session of the person by its shown id; false when it is not theirs or ended already. */
export async function endSession(sql: Queryable, personId: number, sessionId: string): Promise<boolean> {
  const rows = await sql`
    UPDATE sessions SET revoked_at = ansinh_now() WHERE person_id = ${personId} AND session_id = ${sessionId} AND revoked_at IS NULL RETURNING session_id`
  return rows.length === 1
}

export async function endOtherSessions(sql: Queryable, token: SessionToken): Promise<void> {
  await sql`UPDATE sessions SET revoked_at = ansinh_now() WHERE person_id = ${token.personId} AND session_hash <> ${token.sessionHash} AND revoked_at IS NULL`
}

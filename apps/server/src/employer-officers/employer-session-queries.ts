import type { EmployerActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'

export type EmployerSessionRow = Pick<
  EmployerActor,
  'officerId' | 'employerId' | 'employerCode' | 'officeId' | 'role' | 'fullName' | 'stage'
> & {
  userName: string
  employerName: string
  kind: 'employer' | 'school'
  officeName: string
  endsAt: Date
  stale: boolean
}

const TOUCH_SECONDS = 60

/**
 * For a statement over `employer_officers u`: who may work today, with the employer of today as `e`. A stop, a passed end date and the end of
 * the organisation, of their own or of the one it was merged into, hold at once. Of a merged employer only those work who were carried over to
 * what it is now (docs/decisions/0047).
 */
const worksToday = (sql: Queryable) => sql`
  JOIN employer_organisations own ON own.employer_id = u.employer_id AND own.ended_at IS NULL
  JOIN employers e ON e.employer_id = acting_employer(u.employer_id)
  LEFT JOIN employer_organisations joined ON joined.employer_id = e.employer_id
  WHERE u.stopped_at IS NULL AND u.valid_from <= ansinh_today() AND (u.valid_to IS NULL OR u.valid_to >= ansinh_today()) AND joined.ended_at IS NULL`

/** `passwordHash` null: known, but not activated. */
export async function findOfficerByUserName(
  sql: Queryable,
  userName: string,
): Promise<{ officerId: number; passwordHash: string | null } | null> {
  const [row] = await sql<{ officerId: number; passwordHash: string | null }[]>`
    SELECT u.officer_id AS "officerId", u.password_hash AS "passwordHash" FROM employer_officers u ${worksToday(sql)} AND u.user_name = ${userName}`
  return row ?? null
}

export async function findOfficerSecret(sql: Queryable, officerId: number): Promise<Buffer | null> {
  const [row] = await sql<
    { secret: Buffer }[]
  >`SELECT totp_secret_encrypted AS secret FROM employer_officers WHERE officer_id = ${officerId}`
  return row?.secret ?? null
}

/** Each step once and never backwards, as for staff. */
export async function useOfficerStep(sql: Queryable, officerId: number, step: number): Promise<boolean> {
  const rows = await sql`UPDATE employer_officers SET totp_last_step = ${step}
    WHERE officer_id = ${officerId} AND (totp_last_step IS NULL OR totp_last_step < ${step}) RETURNING officer_id`
  return rows.length === 1
}

export async function insertEmployerSession(
  sql: Queryable,
  session: { sessionHash: Buffer; officerId: number; stage: EmployerActor['stage']; minutes: number },
): Promise<Date> {
  const [row] = await sql<{ expiresAt: Date }[]>`
    INSERT INTO employer_sessions (session_hash, officer_id, stage, created_at, last_seen_at, expires_at)
    VALUES (${session.sessionHash}, ${session.officerId}, ${session.stage}, ansinh_now(), ansinh_now(), ansinh_now() + make_interval(mins => ${session.minutes}))
    RETURNING expires_at AS "expiresAt"`
  if (row === undefined) throw new Error('session was not written')
  return row.expiresAt
}

export async function findEmployerSession(sql: Queryable, sessionHash: Buffer, idleMinutes: number): Promise<EmployerSessionRow | null> {
  const [row] = await sql<EmployerSessionRow[]>`
    SELECT u.officer_id AS "officerId", u.user_name AS "userName", u.full_name AS "fullName", u.role, e.employer_id AS "employerId", e.employer_code AS "employerCode",
      e.name AS "employerName", coalesce(joined.kind, own.kind) AS kind, e.office_id AS "officeId", (SELECT name FROM offices WHERE office_id = e.office_id) AS "officeName", s.stage,
      least(s.expires_at, ansinh_now() + make_interval(mins => ${idleMinutes})) AS "endsAt", s.last_seen_at < ansinh_now() - make_interval(secs => ${TOUCH_SECONDS}) AS stale
    FROM employer_sessions s JOIN employer_officers u USING (officer_id) ${worksToday(sql)}
      AND s.session_hash = ${sessionHash} AND s.revoked_at IS NULL AND s.expires_at > ansinh_now() AND s.last_seen_at > ansinh_now() - make_interval(mins => ${idleMinutes})`
  return row ?? null
}

export async function touchEmployerSession(sql: Queryable, sessionHash: Buffer): Promise<void> {
  await sql`UPDATE employer_sessions SET last_seen_at = ansinh_now() WHERE session_hash = ${sessionHash}`
}

export async function revokeEmployerSession(sql: Queryable, sessionHash: Buffer): Promise<boolean> {
  const rows =
    await sql`UPDATE employer_sessions SET revoked_at = ansinh_now() WHERE session_hash = ${sessionHash} AND revoked_at IS NULL RETURNING officer_id`
  return rows.length === 1
}

export async function deleteOutdatedEmployerSessions(sql: Queryable): Promise<number> {
  const rows =
    await sql`DELETE FROM employer_sessions WHERE expires_at < ansinh_now() - interval '1 day' OR revoked_at < ansinh_now() - interval '1 day'`
  return rows.count
}

import type { StaffRole } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'

export type StaffStage = 'second-factor' | 'full'
export type StaffSessionRow = {
  staffId: number
  userName: string
  fullName: string
  role: StaffRole
  officeId: number
  officeName: string
  personId: number | null
  stage: StaffStage
  endsAt: Date
  stale: boolean
}
export type NewStaff = {
  userName: string
  fullName: string
  role: StaffRole
  officeId: number
  personId: number | null
  passwordHash: string
  validFrom: string | null
}

const TOUCH_SECONDS = 60

export async function insertStaff(sql: Queryable, staff: NewStaff): Promise<number> {
  const [row] = await sql<{ staffId: number }[]>`
    INSERT INTO staff_users (user_name, full_name, role, office_id, person_id, password_hash, totp_secret_encrypted, valid_from)
    VALUES (${staff.userName}, ${staff.fullName}, ${staff.role}, ${staff.officeId}, ${staff.personId}, ${staff.passwordHash}, ''::bytea, coalesce(${staff.validFrom}::date, ansinh_today()))
    RETURNING staff_id AS "staffId"`
  if (row === undefined) throw new Error('staff was not written')
  return row.staffId
}

export async function setTotpSecret(sql: Queryable, staffId: number, encrypted: Buffer): Promise<void> {
  await sql`UPDATE staff_users SET totp_secret_encrypted = ${encrypted} WHERE staff_id = ${staffId}`
}

/**
 * For a statement over `staff_users u`: the post of today, as `post`. The one given last of those whose days include today, else the one of hiring;
 * no row when somebody has none.
 */
export const postOfToday = (sql: Queryable) => sql`
  JOIN LATERAL (
    SELECT role, office_id FROM (
      SELECT p.post_no, p.role, p.office_id FROM staff_posts p
      WHERE p.staff_id = u.staff_id AND p.from_on <= ansinh_today() AND (p.to_on IS NULL OR p.to_on >= ansinh_today())
      UNION ALL SELECT 0, u.role, u.office_id ORDER BY post_no DESC LIMIT 1) newest
    WHERE newest.role IS NOT NULL) post ON true`

const worksHere = (sql: Queryable) =>
  sql`u.stopped_at IS NULL AND u.valid_from <= ansinh_today() AND (u.valid_to IS NULL OR u.valid_to >= ansinh_today())`

/** Somebody of that user name who works here today. */
export async function findStaffByUserName(sql: Queryable, userName: string): Promise<{ staffId: number; passwordHash: string } | null> {
  const [row] = await sql<{ staffId: number; passwordHash: string }[]>`
    SELECT u.staff_id AS "staffId", u.password_hash AS "passwordHash" FROM staff_users u ${postOfToday(sql)}
    WHERE u.user_name = ${userName} AND ${worksHere(sql)}`
  return row ?? null
}

export async function findTotpSecret(sql: Queryable, staffId: number): Promise<Buffer | null> {
  const [row] = await sql<{ secret: Buffer }[]>`SELECT totp_secret_encrypted AS secret FROM staff_users WHERE staff_id = ${staffId}`
  return row?.secret ?? null
}

/** Each step once and never backwards: of two requests with the same code exactly one is answered true. */
export async function useTotpStep(sql: Queryable, staffId: number, step: number): Promise<boolean> {
  const rows =
    await sql`UPDATE staff_users SET totp_last_step = ${step} WHERE staff_id = ${staffId} AND (totp_last_step IS NULL OR totp_last_step < ${step}) RETURNING staff_id`
  return rows.length === 1
}

export async function insertStaffSession(
  sql: Queryable,
  session: { sessionHash: Buffer; staffId: number; stage: StaffStage; minutes: number },
): Promise<Date> {
  const [row] = await sql<{ expiresAt: Date }[]>`
    INSERT INTO staff_sessions (session_hash, staff_id, stage, created_at, last_seen_at, expires_at)
    VALUES (${session.sessionHash}, ${session.staffId}, ${session.stage}, ansinh_now(), ansinh_now(), ansinh_now() + make_interval(mins => ${session.minutes}))
    RETURNING expires_at AS "expiresAt"`
  if (row === undefined) throw new Error('session was not written')
  return row.expiresAt
}

/** A living session of somebody who still works here, with the post of this moment; a stop, a passed end date, another post or a revocation hold at once. */
export async function findStaffSession(sql: Queryable, sessionHash: Buffer, idleMinutes: number): Promise<StaffSessionRow | null> {
  const [row] = await sql<StaffSessionRow[]>`
    SELECT u.staff_id AS "staffId", u.user_name AS "userName", u.full_name AS "fullName", post.role, post.office_id AS "officeId", o.name AS "officeName", u.person_id AS "personId", s.stage,
      least(s.expires_at, ansinh_now() + make_interval(mins => ${idleMinutes})) AS "endsAt", s.last_seen_at < ansinh_now() - make_interval(secs => ${TOUCH_SECONDS}) AS stale
    FROM staff_sessions s JOIN staff_users u USING (staff_id) ${postOfToday(sql)} JOIN offices o ON o.office_id = post.office_id
    WHERE s.session_hash = ${sessionHash} AND s.revoked_at IS NULL AND s.expires_at > ansinh_now() AND s.last_seen_at > ansinh_now() - make_interval(mins => ${idleMinutes})
      AND ${worksHere(sql)}`
  return row ?? null
}

export async function touchStaffSession(sql: Queryable, sessionHash: Buffer): Promise<void> {
  await sql`UPDATE staff_sessions SET last_seen_at = ansinh_now() WHERE session_hash = ${sessionHash}`
}

export async function revokeStaffSession(sql: Queryable, sessionHash: Buffer): Promise<boolean> {
  const rows =
    await sql`UPDATE staff_sessions SET revoked_at = ansinh_now() WHERE session_hash = ${sessionHash} AND revoked_at IS NULL RETURNING staff_id`
  return rows.length === 1
}

export async function deleteOutdatedStaffSessions(sql: Queryable): Promise<number> {
  const rows =
    await sql`DELETE FROM staff_sessions WHERE expires_at < ansinh_now() - interval '1 day' OR revoked_at < ansinh_now() - interval '1 day'`
  return rows.count
}

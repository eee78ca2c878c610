import type { AccountState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type CodePurpose = 'prove-phone' | 'open-registration' | 'first-password' | 'change-contact' | 'stop-account'
export type NewCode = {
  codeId: string
  purpose: CodePurpose
  subject: string
  phoneHmac: Buffer
  phoneEncrypted: Buffer
  codeHash: Buffer
  tries: number
  minutes: number
  resendSeconds: number
}

export async function insertCode(sql: Queryable, code: NewCode): Promise<{ expiresAt: Date; resendAt: Date }> {
  const [row] = await sql<{ expiresAt: Date; resendAt: Date }[]>`
    INSERT INTO one_time_codes (code_id, purpose, subject, phone_hmac, phone_encrypted, code_hash, tries_left, expires_at, created_at)
    VALUES (${code.codeId}, ${code.purpose}, ${code.subject}, ${code.phoneHmac}, ${code.phoneEncrypted}, ${code.codeHash}, ${code.tries},
      ansinh_now() + make_interval(mins => ${code.minutes}), clock_timestamp() + (ansinh_now() - now()))
    RETURNING expires_at AS "expiresAt", ansinh_now() + make_interval(secs => ${code.resendSeconds}) AS "resendAt"`
  if (row === undefined) throw new Error('code was not written')
  return row
}

/**
 * Counts the try and consumes the code in one statement: of two requests with the right code exactly one gets a row with `right`.
 * Only the newest code of a subject counts.
 */
export async function tryCode(
  sql: Queryable,
  purpose: CodePurpose,
  subject: string,
  codeHash: Buffer,
): Promise<{ codeId: string; phoneEncrypted: Buffer } | null> {
  const [row] = await sql<{ codeId: string; right: boolean; phoneEncrypted: Buffer }[]>`
    UPDATE one_time_codes SET tries_left = tries_left - 1, consumed_at = CASE WHEN code_hash = ${codeHash} THEN ansinh_now() END
    WHERE code_id = (SELECT code_id FROM one_time_codes WHERE purpose = ${purpose} AND subject = ${subject} ORDER BY created_at DESC LIMIT 1)
      AND consumed_at IS NULL AND tries_left > 0 AND expires_at > ansinh_now()
    RETURNING code_id AS "codeId", consumed_at IS NOT NULL AS right, phone_encrypted AS "phoneEncrypted"`
  return row?.right === true ? row : null
}

/** SECURITY "Keeping": codes 24 h after issue; tickets and sessions a day after their end. */
export async function deleteOutdatedSignInData(
  sql: Queryable,
  codeHours: number,
): Promise<{ codes: number; tickets: number; sessions: number }> {
  const codes = await sql`DELETE FROM one_time_codes WHERE created_at < ansinh_now() - make_interval(hours => ${codeHours})`
  const tickets = await sql`DELETE FROM password_tickets WHERE expires_at < ansinh_now() - interval '1 day'`
  const sessions =
    await sql`DELETE FROM sessions WHERE expires_at < ansinh_now() - interval '1 day' OR revoked_at < ansinh_now() - interval '1 day'`
  return { codes: codes.count, tickets: tickets.count, sessions: sessions.count }
}

/** What a sent code would say; told for nobody too. */
export async function readCodeTimes(sql: Queryable, minutes: number, resendSeconds: number): Promise<{ expiresAt: Date; resendAt: Date }> {
  const [row] = await sql<
    { expiresAt: Date; resendAt: Date }[]
  >`SELECT ansinh_now() + make_interval(mins => ${minutes}) AS "expiresAt", ansinh_now() + make_interval(secs => ${resendSeconds}) AS "resendAt"`
  if (row === undefined) throw new Error('no clock')
  return row
}

/**
 * The account is closed for good: nothing opens it, and an opening laid beside is forgotten. Phone and address stay for what the law has told by
 * them. False when it was stopped already.
 */
export async function stopAccount(sql: Queryable, personId: number): Promise<boolean> {
  const { count } = await sql`
    UPDATE accounts SET state = 'stopped', password_hash = NULL, first_password_hash = NULL, next_takes_effect_at = NULL, next_phone = NULL, next_email = NULL,
      next_first_password_hash = NULL, next_registration_id = NULL, changed_at = ansinh_now() WHERE person_id = ${personId} AND state <> 'stopped'`
  return count === 1
}

/** Hold and release: from the state it was seen in, outside the undo time of what opened it; false when somebody was quicker. */
export async function moveAccountState(sql: Queryable, personId: number, from: AccountState, to: AccountState): Promise<boolean> {
  const { count } = await sql`
    UPDATE accounts SET state = ${to}, changed_at = ansinh_now()
    WHERE person_id = ${personId} AND state = ${from} AND (held_until IS NULL OR held_until <= ansinh_now())`
  return count === 1
}

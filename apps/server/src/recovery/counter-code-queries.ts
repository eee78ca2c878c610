import type { CounterReason } from '@an-sinh/contract'
import type { Queryable } from '../platform/sql.ts'

export type NewCounterCode = {
  personId: number
  codeId: string
  codeHash: string
  reason: CounterReason
  note: string
  staffId: number
  officeId: number
  hours: number
}

/** The newest code counts: those before lose their hash. */
export async function insertCounterCode(sql: Queryable, code: NewCounterCode): Promise<{ issuedAt: Date; expiresAt: Date }> {
  await sql`UPDATE counter_codes SET code_hash = NULL WHERE person_id = ${code.personId} AND code_hash IS NOT NULL`
  const [row] = await sql<{ issuedAt: Date; expiresAt: Date }[]>`
    INSERT INTO counter_codes (person_id, code_id, code_hash, reason, note, old_phone_gone, staff_id, office_id, expires_at)
    VALUES (${code.personId}, ${code.codeId}, ${code.codeHash}, ${code.reason}, ${code.note}, ${code.reason === 'phone-gone'}, ${code.staffId}, ${code.officeId},
      ansinh_now() + make_interval(hours => ${code.hours}))
    RETURNING issued_at AS "issuedAt", expires_at AS "expiresAt"`
  if (row === undefined) throw new Error('counter code was not written')
  return row
}

/** The account's first password that was just used up came from the counter: its code is done with. Nothing to do where it came by SMS. */
export async function useCounterCode(
  sql: Queryable,
  { personId, firstPasswordHash }: { personId: number; firstPasswordHash: string | null },
): Promise<void> {
  await sql`UPDATE counter_codes SET code_hash = NULL, used_at = ansinh_now() WHERE person_id = ${personId} AND code_hash = ${firstPasswordHash}`
}

/** Whether the counter lately saw the person, heard that the phone on file is gone, and its code was used. */
export async function isOldPhoneGone(sql: Queryable, personId: number, hours: number): Promise<boolean> {
  const rows = await sql`SELECT 1 FROM counter_codes
    WHERE person_id = ${personId} AND old_phone_gone AND used_at IS NOT NULL AND issued_at > ansinh_now() - make_interval(hours => ${hours}) LIMIT 1`
  return rows.length === 1
}

/** The code that this member of staff gave this person within the last minutes, not used and not replaced: what may be printed. */
export async function findFreshCode(
  sql: Queryable,
  { personId, staffId, minutes }: { personId: number; staffId: number; minutes: number },
): Promise<{ codeHash: string; issuedAt: Date; expiresAt: Date } | null> {
  const [row] = await sql<{ codeHash: string; issuedAt: Date; expiresAt: Date }[]>`
    SELECT code_hash AS "codeHash", issued_at AS "issuedAt", expires_at AS "expiresAt" FROM counter_codes
    WHERE person_id = ${personId} AND staff_id = ${staffId} AND code_hash IS NOT NULL AND issued_at > ansinh_now() - make_interval(mins => ${minutes})
    ORDER BY issued_at DESC LIMIT 1`
  return row ?? null
}

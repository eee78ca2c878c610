import type { ContactKind } from '@an-sinh/contract'
import type { Queryable } from '../platform/sql.ts'

export type OldProof = 'phone' | 'email' | 'counter'
export type ContactChangeRow = {
  personId: number
  changeId: string
  kind: ContactKind
  beforeHmac: Buffer | null
  afterEncrypted: Buffer
  oldProof: OldProof
  oldProved: boolean
  newProved: boolean
  appliesAt: Date | null
}

const columns = (sql: Queryable) => sql`
  person_id AS "personId", change_id AS "changeId", kind, before_hmac AS "beforeHmac", after_encrypted AS "afterEncrypted", old_proof AS "oldProof",
  old_proved_at IS NOT NULL AS "oldProved", new_proved_at IS NOT NULL AS "newProved", applies_at AS "appliesAt"`

/** Neither applied nor cancelled: waiting for its day, or asked for lately and not yet proved. */
const isOpen = (sql: Queryable, proveMinutes: number) => sql`
  applied_at IS NULL AND cancelled_at IS NULL AND (applies_at IS NOT NULL OR asked_at > ansinh_now() - make_interval(mins => ${proveMinutes}))`

export async function findOpenChange(sql: Queryable, personId: number, proveMinutes: number): Promise<ContactChangeRow | null> {
  const [row] = await sql<ContactChangeRow[]>`
    SELECT ${columns(sql)} FROM contact_changes WHERE person_id = ${personId} AND ${isOpen(sql, proveMinutes)} ORDER BY asked_at DESC LIMIT 1`
  return row ?? null
}

/** Forgets what was asked for before and not proved. The same id again changes nothing. */
export async function insertChange(
  sql: Queryable,
  change: Pick<ContactChangeRow, 'personId' | 'changeId' | 'kind' | 'beforeHmac' | 'afterEncrypted' | 'oldProof'>,
): Promise<void> {
  await sql`UPDATE contact_changes SET cancelled_at = ansinh_now()
    WHERE person_id = ${change.personId} AND change_id <> ${change.changeId} AND applies_at IS NULL AND applied_at IS NULL AND cancelled_at IS NULL`
  await sql`
    INSERT INTO contact_changes (person_id, change_id, kind, before_hmac, after_encrypted, old_proof, old_proved_at)
    VALUES (${change.personId}, ${change.changeId}, ${change.kind}, ${change.beforeHmac}, ${change.afterEncrypted}, ${change.oldProof},
      CASE WHEN ${change.oldProof} = 'counter' THEN ansinh_now() END)
    ON CONFLICT DO NOTHING`
}

export async function markSideProved(sql: Queryable, { personId, changeId }: ContactChangeRow, side: 'old' | 'new'): Promise<void> {
  await sql`UPDATE contact_changes SET
      old_proved_at = CASE WHEN ${side} = 'old' THEN coalesce(old_proved_at, ansinh_now()) ELSE old_proved_at END,
      new_proved_at = CASE WHEN ${side} = 'new' THEN coalesce(new_proved_at, ansinh_now()) ELSE new_proved_at END
    WHERE person_id = ${personId} AND change_id = ${changeId} AND cancelled_at IS NULL`
}

/** Both sides proved and not yet waiting: from now on it waits. Answers when it will hold, to exactly one caller. */
export async function startHold(
  sql: Queryable,
  { personId, changeId }: ContactChangeRow,
  hold: { hours: number; cancelCodeHmac: Buffer },
): Promise<Date | null> {
  const [row] = await sql<{ appliesAt: Date }[]>`
    UPDATE contact_changes SET applies_at = ansinh_now() + make_interval(hours => ${hold.hours}), cancel_code_hmac = ${hold.cancelCodeHmac}
    WHERE person_id = ${personId} AND change_id = ${changeId} AND old_proved_at IS NOT NULL AND new_proved_at IS NOT NULL AND applies_at IS NULL AND cancelled_at IS NULL
    RETURNING applies_at AS "appliesAt"`
  return row?.appliesAt ?? null
}

/** Cancels what is open, or only `changeId`; answers the kinds that were waiting, so that they can be told. */
export async function cancelOpenChanges(
  sql: Queryable,
  { personId, changeId = null }: { personId: number; changeId?: string | null },
): Promise<{ kind: ContactKind; waited: boolean }[]> {
  return [
    ...(await sql<{ kind: ContactKind; waited: boolean }[]>`
      UPDATE contact_changes SET cancelled_at = ansinh_now()
      WHERE person_id = ${personId} AND (${changeId}::uuid IS NULL OR change_id = ${changeId}) AND applied_at IS NULL AND cancelled_at IS NULL
      RETURNING kind, applies_at IS NOT NULL AS waited`),
  ]
}

/** Whether this is the code that was sent to the old side of a change still waiting. */
export async function matchesCancelCode(sql: Queryable, personId: number, cancelCodeHmac: Buffer): Promise<boolean> {
  const rows = await sql`SELECT 1 FROM contact_changes
    WHERE person_id = ${personId} AND cancel_code_hmac = ${cancelCodeHmac} AND applies_at IS NOT NULL AND applied_at IS NULL AND cancelled_at IS NULL`
  return rows.length === 1
}

export async function listDueChanges(sql: Queryable, most: number): Promise<ContactChangeRow[]> {
  return [
    ...(await sql<ContactChangeRow[]>`
      SELECT ${columns(sql)} FROM contact_changes WHERE applies_at <= ansinh_now() AND applied_at IS NULL AND cancelled_at IS NULL ORDER BY applies_at LIMIT ${most}`),
  ]
}

/** Takes the change as applied, once; false when it was cancelled or taken in the meantime. */
export async function markApplied(sql: Queryable, { personId, changeId }: ContactChangeRow): Promise<boolean> {
  const rows = await sql`UPDATE contact_changes SET applied_at = ansinh_now()
    WHERE person_id = ${personId} AND change_id = ${changeId} AND applied_at IS NULL AND cancelled_at IS NULL RETURNING change_id`
  return rows.length === 1
}

import type { StaffActor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { findRegistration, isSubmitted, type SubmittedRegistration } from '../registrations/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { listLocks } from './lock-queries.ts'

/** Whether two offices are one desk today: the same, or one answers for the other since it was moved or merged. */
export async function isOneDesk(sql: Queryable, officeId: number, otherId: number): Promise<boolean> {
  return officeId === otherId || (await listOfficesOfDesk(sql, officeId)).includes(otherId)
}

/** Whether somebody may read the cases of that office; what is changed there is only for the office's own desk, by the access word of its route. */
export async function isInView(sql: Queryable, actor: StaffActor, officeId: number): Promise<boolean> {
  return officeId === actor.officeId || (await listOfficesInView(sql, actor)).includes(officeId)
}

/**
 * A submitted registration of the clerk's own office, or of one it answers for. A draft is nobody's but the applicant's: for the counter it does not exist.
 * @throws Refusal `not-found`, `case-elsewhere`
 */
export async function requireOwnCase(
  sql: Queryable,
  actor: StaffActor,
  registrationId: string,
  lock: 'none' | 'for-update' = 'none',
): Promise<SubmittedRegistration> {
  const row = await findRegistration(sql, registrationId, lock)
  if (row === null || !isSubmitted(row)) throw new Refusal('not-found')
  if (!(await isInView(sql, actor, row.officeId))) throw new Refusal('case-elsewhere')
  return row
}

/** @throws Refusal `case-locked` while a colleague has the case open */
export async function requireNotLocked(sql: Queryable, actor: StaffActor, registrationId: string): Promise<void> {
  const [lock] = await listLocks(sql, [registrationId])
  if (lock !== undefined && lock.staffId !== actor.staffId) throw new Refusal('case-locked')
}

import { recordAudit } from '../audit/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findRegistration, listAwaitingIds, updateDeadline } from './registration-queries.ts'
import { scheduleReminders, settleDeadline, tellDeadlineMoved } from './settle-deadline.ts'

const resettleOne = async (
  platform: Platform,
  transaction: Transaction,
  registrationId: string,
  officeId: number,
  actor: Actor,
): Promise<boolean> => {
  const row = await findRegistration(transaction, registrationId, 'for-update')
  // Handed in, withdrawn or taken elsewhere since it was listed.
  if (row === null || row.state !== 'awaiting-visit' || row.officeId !== officeId || row.clockStartedOn === null) return false
  const { clockStartedOn, extensions, dueOn, graceEndsOn } = row
  const deadline = await settleDeadline(transaction, officeId, { clockStartedOn, extensions })
  if (deadline.dueOn === dueOn && deadline.graceEndsOn === graceEndsOn) return false
  const moved = await updateDeadline(transaction, registrationId, deadline)
  await recordAudit(transaction, {
    actor,
    action: 'registration-deadline-moved',
    registrationId,
    details: { from: dueOn, to: deadline.dueOn, officeId },
  })
  if (deadline.dueOn === dueOn) return true
  await scheduleReminders(platform, transaction, moved)
  await tellDeadlineMoved(platform, transaction, moved)
  return true
}

/**
 * After an office's closures or hours have changed (or were put back): every running deadline of that office is decided anew, and whose due
 * date moved is told. One transaction each; safe to run twice, and to go on with after a crash. Answers how many moved.
 */
export async function resettleOffice(platform: Platform, officeId: number, actor: Actor): Promise<number> {
  let count = 0
  for (const registrationId of await listAwaitingIds(platform.sql, officeId))
    count += (await inTransaction(platform, (transaction) => resettleOne(platform, transaction, registrationId, officeId, actor))) ? 1 : 0
  return count
}

import { civilDateIn } from '@an-sinh/domain'
import { enqueueMessage } from '../messages/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { moveRegistration, readToday, type SubmittedRegistration } from '../registrations/index.ts'
import { timingOf } from './compare-with-register.ts'
import { requireNotLocked, requireOwnCase } from './require-own-case.ts'

export type PaperOrder = {
  registrationId: string
  /** The version that was on the screen; null: whatever it is now (a code read from the paper itself). */
  version: number | null
  /** When the paper was taken in, if the network was away then. */
  notedAt?: Date
}

/** This very receipt, sent again after a lost answer. */
const isRepeat = (row: SubmittedRegistration, notedAt: Date | undefined): boolean =>
  notedAt !== undefined && row.state === 'received' && row.receivedAt?.getTime() === notedAt.getTime()

/**
 * The paper is in the clerk's hand: received. From here the clock stands still and reminders find nothing to say; the applicant is told.
 * In time or not is decided by the day on which it was taken in. Answers the file number.
 * @throws Refusal `case-expired` after the grace, `case-locked`, `version-conflict`, `move-not-allowed`, `case-elsewhere`, `not-found`
 */
export async function receivePaperIn(
  platform: Platform,
  transaction: Transaction,
  actor: StaffActor,
  { registrationId, version, notedAt, requestId }: PaperOrder & { requestId: string },
): Promise<string> {
  const row = await requireOwnCase(transaction, actor, registrationId, 'for-update')
  if (isRepeat(row, notedAt)) return row.fileNumber
  await requireNotLocked(transaction, actor, registrationId)
  const takenOn = notedAt === undefined ? await readToday(transaction) : civilDateIn(notedAt.getTime())
  const isExpired = row.state === 'expired' || (row.state === 'awaiting-visit' && timingOf(row, takenOn) === 'expired')
  if (isExpired) throw new Refusal('case-expired')
  await moveRegistration(platform, transaction, {
    registrationId,
    move: 'receive',
    actor,
    ...(version === null ? {} : { expectedVersion: version }),
    set: { receivedAt: notedAt ?? 'now' },
    requestId,
    ...(notedAt === undefined ? {} : { details: { notedAt: notedAt.toISOString() } }),
  })
  const message = { content: { event: 'received', fileNumber: row.fileNumber }, registrationId } as const
  const key = `received/${registrationId}/${row.version}`
  await enqueueMessage(platform, transaction, { ...message, idempotencyKey: `${key}/sms`, to: { phone: row.provedPhone } })
  if (row.email !== null)
    await enqueueMessage(platform, transaction, { ...message, idempotencyKey: `${key}/email`, to: { email: row.email } })
  return row.fileNumber
}

/** The same in a transaction of its own. */
export const receivePaper = (platform: Platform, actor: StaffActor, order: PaperOrder, requestId: string): Promise<string> =>
  inTransaction(platform, (transaction) => receivePaperIn(platform, transaction, actor, { ...order, requestId }))

import { daysBetween, decideExpiry } from '@an-sinh/domain'
import { enqueueMessage } from '../messages/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { moveRegistration } from './move-registration.ts'
import { findRegistration, listPastGrace, readToday } from './registration-queries.ts'
import type { RegistrationRow } from './registration-row.ts'

/** One round of the job; the next begins at once while there is more. */
const BATCH = 200

const isStillDue = (row: RegistrationRow, dueOn: unknown, on: unknown): boolean =>
  row.state === 'awaiting-visit' && row.dueOn === dueOn && row.deadlineFacts?.reminderOns.includes(String(on)) === true

/** Sends a reminder, unless the paper was handed in or the date moved since it was planned; sent twice it arrives once. */
export async function remindRegistration(platform: Platform, data: Record<string, unknown>): Promise<void> {
  const { registrationId, dueOn, on } = data
  if (typeof registrationId !== 'string') return
  await inTransaction(platform, async (transaction) => {
    const row = await findRegistration(transaction, registrationId, 'for-update')
    if (row === null || !isStillDue(row, dueOn, on) || row.fileNumber === null || row.dueOn === null || row.provedPhone === null) return
    const todayOn = await readToday(transaction)
    const daysLeft = daysBetween(todayOn, row.dueOn)
    if (daysLeft < 0) return
    const content = { event: 'reminder', fileNumber: row.fileNumber, dueOn: row.dueOn, daysLeft } as const
    // One a day: after an outage the reminders of several days come due at once and say the same.
    const key = `reminder/${registrationId}/${row.dueOn}/${todayOn}`
    await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/sms`, content, to: { phone: row.provedPhone }, registrationId })
    if (row.email !== null)
      await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/email`, content, to: { email: row.email }, registrationId })
  })
}

const expireOne = async (platform: Platform, transaction: Transaction, registrationId: string): Promise<void> => {
  const row = await findRegistration(transaction, registrationId, 'for-update')
  // Handed in or extended since it was listed.
  if (row === null || row.state !== 'awaiting-visit' || row.graceEndsOn === null) return
  if (!decideExpiry({ graceEndsOn: row.graceEndsOn, todayOn: await readToday(transaction) }).expired) return
  await moveRegistration(platform, transaction, {
    registrationId,
    move: 'expire',
    actor: { kind: 'system', job: 'expire-registrations' },
    details: { graceEndsOn: row.graceEndsOn },
  })
  if (row.fileNumber === null || row.provedPhone === null) return
  await enqueueMessage(platform, transaction, {
    idempotencyKey: `expired/${registrationId}/${row.graceEndsOn}`,
    content: { event: 'expired', fileNumber: row.fileNumber },
    to: { phone: row.provedPhone },
    registrationId,
  })
}

/** Expires every registration whose grace is over, by the database's clock. Each in its own transaction; safe to run twice. Answers how many were looked at. */
export async function expireRegistrations(platform: Platform): Promise<number> {
  let count = 0
  for (;;) {
    const registrationIds = await listPastGrace(platform.sql, BATCH)
    for (const registrationId of registrationIds)
      await inTransaction(platform, (transaction) => expireOne(platform, transaction, registrationId))
    count += registrationIds.length
    if (registrationIds.length < BATCH) return count
  }
}

import { randomBytes } from 'node:crypto'
import { FIRST_PASSWORD_RULE, makeFirstPassword } from '@an-sinh/domain'
import { enqueueMessages, type MessageOrder } from '../messages/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findEmployerName, holdBudget, insertInvitations, listEntries, readClock } from './invitation-queries.ts'
import { contentOf, onceKeyOf, planInvitations, writeSample } from './plan-invitations.ts'
import { holdSending, moveSending, type WaitingSending } from './sending-queries.ts'

const BATCH = 500

/** The code with which the reader says "no more": of the shape of a first password, 44 bits, kept as a keyed hash. */
export const hashStopCode = ({ keyring }: Pick<Platform, 'keyring'>, stopCode: string): Buffer =>
  keyring.hmac('one-time-code', `invitation/${stopCode}`)

type Order = { employerId: number; sendingId: string }

const layBatch = async (
  platform: Platform,
  transaction: Transaction,
  { employerId, sendingId }: Order,
  audience: WaitingSending,
): Promise<boolean> => {
  await holdBudget(transaction, employerId)
  const employerName = (await findEmployerName(transaction, employerId)) ?? ''
  const clock = await readClock(transaction)
  const entries = await listEntries(transaction, employerId, audience, audience.doneUntil, BATCH)
  const plan = await planInvitations(platform, transaction, { employerId, audience, employerName, entries, clock })
  const made = plan.send.map(({ entryId, recipient, step }) => {
    const stopCode = makeFirstPassword(randomBytes(FIRST_PASSWORD_RULE.randomBytes))
    const onceKey = onceKeyOf(audience, clock.week, recipient)
    const invitation = {
      onceKey,
      entryId,
      recipient,
      parts: writeSample(audience, employerName, step).parts,
      messageKey: `invitation/${employerId}/${onceKey}`,
      stopHmac: hashStopCode(platform, stopCode).toString('hex'),
    }
    return { invitation, content: contentOf(audience, employerName, step, stopCode) }
  })
  const written = await insertInvitations(
    transaction,
    { employerId, sendingId, channel: audience.channel },
    made.map(({ invitation }) => invitation),
  )
  const orders = made.flatMap(({ invitation: { onceKey, entryId, messageKey }, content }): MessageOrder[] => {
    const address = plan.addresses.get(entryId)
    if (!written.has(onceKey) || address === undefined) return []
    const to = audience.channel === 'sms' ? { phone: address } : { email: address }
    return [{ idempotencyKey: messageKey, content, to, sendAfter: clock.wakeAt }]
  })
  await enqueueMessages(platform, transaction, orders)
  const last = entries.at(-1)
  const isThrough = entries.length < BATCH || last === undefined
  await moveSending(transaction, employerId, sendingId, isThrough ? null : last.entryId)
  return isThrough
}

/**
 * Lays the messages of an order in the outbox, a batch a transaction: invitation, message and how far it is are written together or not at all,
 * so a killed worker goes on where it was and nobody is told twice. Looks anew at accounts, stops and the budget.
 */
export async function layInvitations(platform: Platform, order: Order): Promise<void> {
  for (;;) {
    const isThrough = await inTransaction(platform, async (transaction) => {
      const audience = await holdSending(transaction, order.employerId, order.sendingId)
      return audience === null ? true : layBatch(platform, transaction, order, audience)
    })
    if (isThrough) return
  }
}

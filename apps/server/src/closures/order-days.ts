import { checkClosure, type CivilDate } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { readToday } from '../registrations/index.ts'
import { cancelOrder, insertOrder, type NewOrder } from './closure-queries.ts'

type Days = { fromOn: CivilDate; toOn: CivilDate }

/** @throws Refusal `closure-dates` */
export async function requireDays(sql: Parameters<typeof readToday>[0], { fromOn, toOn }: Days): Promise<void> {
  const checked = checkClosure({ fromOn, toOn, todayOn: await readToday(sql) })
  if (!checked.ok) throw new Refusal(checked.code)
}

/**
 * The days hold at once, for every new deadline; the running ones are moved by the job sent with them. False when the id was used before.
 * @throws Refusal `closure-dates`
 */
export async function orderDays(platform: Platform, transaction: Transaction, order: NewOrder): Promise<boolean> {
  await requireDays(transaction, order)
  if (!(await insertOrder(transaction, order))) return false
  await platform.jobs.send(transaction, 'move-closure-deadlines', { orderId: order.orderId })
  return true
}

/** Opens the days again, also while deadlines are still being moved. @throws Refusal `closure-undone` */
export async function undoDays(
  platform: Platform,
  transaction: Transaction,
  { orderId, staffId }: { orderId: string; staffId: number },
): Promise<void> {
  if (!(await cancelOrder(transaction, orderId, staffId))) throw new Refusal('closure-undone')
  await platform.jobs.send(transaction, 'move-closure-deadlines', { orderId })
}

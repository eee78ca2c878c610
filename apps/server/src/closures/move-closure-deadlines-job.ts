import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import type { CivilDate } from '@an-sinh/domain'
import { type DeskChange, moveDeadlines, type MovedDeadline, putDeadlinesBack, reviveExpired } from '../registrations/index.ts'
import {
  findOrder,
  finishOrder,
  hasLaterChange,
  holdOrderState,
  insertMoves,
  listUnsettledMoves,
  markSettled,
  type OrderCause,
  type OrderRow,
  type OrderState,
} from './closure-queries.ts'
import { loadDeskTargets, loadExpiredTargets } from './load-desk.ts'

/** Cases of one transaction: large enough to be fast, small enough that no clerk waits for one of them. */
const BATCH = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
/** A form sent in the moment of the closing was decided by the days before: a second look finds it. Longer than any request lives. */
const SECOND_LOOK_SECONDS = 60

const actor = { kind: 'system', job: 'move-closure-deadlines' } as const
const FORWARD: readonly OrderState[] = ['applying', 'applied']

/** One desk of a closure for what follows it. `exact`: no other closure of the office came between, so what it moved goes back as it was. */
export type ClosureAtDesk = {
  order: { orderId: string; fromOn: CivilDate; toOn: CivilDate; cause: OrderCause; recordedAt: Date }
  way: 'close' | 'open'
  officeIds: readonly number[]
  days: DeskChange
  exact: boolean
  /** Whether the order still goes this way, kept so until the transaction ends. */
  stands: (transaction: Transaction) => Promise<boolean>
}
/** Moves what another feature keeps by the office's days; each batch a transaction of its own, safe to run again. */
export type ClosureFollower = (platform: Platform, closure: ClosureAtDesk) => Promise<void>

/** Batch after batch while the order stands as it was when the round began; false when somebody turned it round meanwhile. */
const inBatches = async (
  platform: Platform,
  order: OrderRow,
  work: (transaction: Transaction, afterId: string) => Promise<{ lastId: string | null }>,
): Promise<boolean> => {
  const isForward = FORWARD.includes(order.state)
  for (let afterId = FIRST_ID; ;) {
    const next = await inTransaction(platform, async (transaction) => {
      const state = await holdOrderState(transaction, order.orderId)
      if (state === null || FORWARD.includes(state) !== isForward) return 'turned'
      return (await work(transaction, afterId)).lastId
    })
    if (next === 'turned') return false
    if (next === null) return true
    afterId = next
  }
}

const lastOf = (moved: readonly MovedDeadline[]): { lastId: string | null } => ({
  lastId: moved.length < BATCH ? null : (moved.at(-1)?.registrationId ?? null),
})

/** Deadlines follow the rule with the days closed (or open again); what moved forward is remembered as it was. */
const followRule = async (platform: Platform, order: OrderRow, officeId: number): Promise<boolean> => {
  const isForward = FORWARD.includes(order.state)
  const { officeIds, targets, change } = await loadDeskTargets(platform.sql, officeId, order, isForward ? 'close' : 'open')
  const running = await inBatches(platform, order, async (transaction, afterId) => {
    const moved = await moveDeadlines(platform, transaction, actor, { officeIds, targets, afterId, limit: BATCH, keepsTold: !isForward })
    if (isForward) await insertMoves(transaction, order.orderId, moved)
    return lastOf(moved)
  })
  if (!running || !isForward) return running
  const expired = await loadExpiredTargets(platform.sql, officeIds, order, change)
  return inBatches(platform, order, async (transaction) => {
    const revived = await reviveExpired(platform, transaction, actor, { officeIds, targets: expired, limit: BATCH })
    await insertMoves(transaction, order.orderId, revived)
    return lastOf(revived)
  })
}

const letFollow = async (platform: Platform, order: OrderRow, officeId: number, followers: readonly ClosureFollower[]): Promise<void> => {
  const way = FORWARD.includes(order.state) ? 'close' : 'open'
  const { officeIds, change } = await loadDeskTargets(platform.sql, officeId, order, way)
  const stands = async (transaction: Transaction): Promise<boolean> => {
    const state = await holdOrderState(transaction, order.orderId)
    return state !== null && FORWARD.includes(state) === (way === 'close')
  }
  const exact = !(await hasLaterChange(platform.sql, officeId, order.orderId))
  for (const follow of followers) await follow(platform, { order, way, officeIds, days: change, exact, stands })
}

/** What the closure moved goes back exactly as it was, unless another closure of the office came between or the case went on. */
const putBack = async (platform: Platform, order: OrderRow, officeId: number): Promise<boolean> => {
  const { officeIds } = await loadDeskTargets(platform.sql, officeId, order, 'open')
  const exact = !(await hasLaterChange(platform.sql, officeId, order.orderId))
  return inBatches(platform, order, async (transaction) => {
    const moves = await listUnsettledMoves(transaction, order.orderId, officeIds, BATCH)
    if (exact) await putDeadlinesBack(platform, transaction, actor, moves)
    await markSettled(
      transaction,
      order.orderId,
      moves.map(({ registrationId }) => registrationId),
    )
    return { lastId: moves.length < BATCH ? null : FIRST_ID }
  })
}

/** Moves the running deadlines of a closure's offices, or puts them back. Safe to run twice, and to go on with after a crash. */
export async function moveClosureDeadlines(
  platform: Platform,
  data: Record<string, unknown>,
  followers: readonly ClosureFollower[],
): Promise<void> {
  const { orderId, isSecondLook } = data
  const order = typeof orderId === 'string' ? await findOrder(platform.sql, orderId) : null
  if (order === null) return
  for (const officeId of order.officeIds) {
    if (!FORWARD.includes(order.state) && !(await putBack(platform, order, officeId))) return
    if (!(await followRule(platform, order, officeId))) return
    await letFollow(platform, order, officeId, followers)
  }
  await inTransaction(platform, async (transaction) => {
    const state = await holdOrderState(transaction, order.orderId, 'change')
    if (state === null || FORWARD.includes(state) !== FORWARD.includes(order.state)) return
    await finishOrder(transaction, order.orderId)
    if (isSecondLook !== true)
      await platform.jobs.send(
        transaction,
        'move-closure-deadlines',
        { orderId: order.orderId, isSecondLook: true },
        { startAfter: SECOND_LOOK_SECONDS },
      )
  })
}

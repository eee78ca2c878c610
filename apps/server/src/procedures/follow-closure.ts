import { moveCorrectionDue } from '@an-sinh/domain'
import { recordAudits } from '../audit/index.ts'
import type { ClosureAtDesk } from '../closures/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import {
  insertClosureMoves,
  listMovedRequests,
  listRunningRequests,
  type MovedRequest,
  moveRequestDues,
  settleClosureMoves,
} from './closure-due-queries.ts'

const BATCH = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const actor = { kind: 'system', job: 'move-closure-deadlines' } as const

type DueMoveCode = 'office-closed' | 'office-open-again' | 'system-incident' | 'system-incident-over'

/** Move, audit line, and the date in the queue: one transaction with what the caller remembers of it. */
const move = async (transaction: Transaction, reasonCode: DueMoveCode, moves: readonly MovedRequest[]) => {
  await moveRequestDues(transaction, reasonCode, moves)
  await recordAudits(
    transaction,
    moves.map(({ personId, requestId, beforeDueOn, afterDueOn }) => ({
      actor,
      action: 'request-due-moved',
      personId,
      details: { requestId, from: beforeDueOn, to: afterDueOn },
    })),
  )
}

/** The working days that were left are left behind the closed days too. */
const close = async (platform: Platform, { order, officeIds, days, stands }: ClosureAtDesk): Promise<void> => {
  const asked = { orderId: order.orderId, officeIds, dueFrom: order.fromOn, before: order.recordedAt, limit: BATCH }
  for (let afterId: string | null = FIRST_ID; afterId !== null;) {
    const from: string = afterId
    afterId = await inTransaction(platform, async (transaction) => {
      if (!(await stands(transaction))) return null
      const running = await listRunningRequests(transaction, { ...asked, afterId: from })
      const moves = running.flatMap(({ requestId, personId, startedOn, dueOn: beforeDueOn }) => {
        const afterDueOn = moveCorrectionDue(
          { startedOn, dueOn: beforeDueOn },
          { ...days, closures: days.before },
          { ...days, closures: days.after },
        )
        return afterDueOn === beforeDueOn ? [] : [{ requestId, personId, beforeDueOn, afterDueOn }]
      })
      await insertClosureMoves(transaction, order.orderId, moves)
      await move(transaction, order.cause === 'closed' ? 'office-closed' : 'system-incident', moves)
      return running.length < BATCH ? null : (running.at(-1)?.requestId ?? null)
    })
  }
}

/** Exactly as it was where nothing came between; else by the same count of days. What was answered or went on meanwhile stays. */
const open = async (platform: Platform, { order, officeIds, days, stands, exact }: ClosureAtDesk): Promise<void> => {
  for (let count = BATCH; count === BATCH;) {
    count = await inTransaction(platform, async (transaction) => {
      if (!(await stands(transaction))) return 0
      const moved = await listMovedRequests(transaction, { orderId: order.orderId, officeIds, limit: BATCH })
      const back = moved.flatMap(({ requestId, personId, startedOn, standsOn, beforeDueOn, afterDueOn }) => {
        if (standsOn === null) return []
        const decided = moveCorrectionDue(
          { startedOn, dueOn: standsOn },
          { ...days, closures: days.before },
          { ...days, closures: days.after },
        )
        const dueOn = exact && standsOn === afterDueOn ? beforeDueOn : decided
        return dueOn === standsOn ? [] : [{ requestId, personId, beforeDueOn: standsOn, afterDueOn: dueOn }]
      })
      await move(transaction, order.cause === 'closed' ? 'office-open-again' : 'system-incident-over', back)
      const ids = moved.map(({ requestId }) => requestId)
      await settleClosureMoves(transaction, order.orderId, ids)
      return moved.length
    })
  }
}

/** Requests that wait for an office's answer follow its closure, there and back. Safe to run again. */
export const followClosure = (platform: Platform, closure: ClosureAtDesk): Promise<void> =>
  closure.way === 'close' ? close(platform, closure) : open(platform, closure)

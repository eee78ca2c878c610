import { recordAudit } from '../audit/index.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { loadReport } from '../problem-reports/index.ts'
import { appendTicketMove, lockTicket, reachAsker } from '../tickets/index.ts'
import { findCallBack, freeWindow, settleCallBack, type WaitingCall } from './call-back-queries.ts'

/** Why calls are not made as arranged. `job`: who says so. `stands`: whether it still holds, kept so until the transaction ends. */
type Release = {
  state: 'office-closed' | 'not-made'
  job: string
  stands?: (transaction: Transaction) => Promise<boolean>
}
const NEWS = { 'office-closed': 'call-closed', 'not-made': 'call-not-made' } as const
const WORDS = {
  'office-closed': (day: string) => `Cơ quan đóng cửa ngày ${day}, không gọi được như đã hẹn. Mời bạn hẹn giờ khác.`,
  'not-made': (day: string) => `Chưa gọi được cho bạn ngày ${day} như đã hẹn. Mời bạn hẹn giờ khác; phiếu vẫn được trả lời.`,
}

/** The place is free, the asker is told by the channels they have and chooses anew. False when the call does not wait any more. */
async function release(platform: Platform, transaction: Transaction, call: WaitingCall, { state, job }: Release): Promise<boolean> {
  const { callBackId, reportId } = call
  // The ticket first, as everybody who arranges a call does.
  await lockTicket(transaction, reportId)
  const row = requireFound(await findCallBack(transaction, callBackId, 'for-update'), 'not-found')
  if (row.state !== 'waiting') return false
  await settleCallBack(transaction, callBackId, { state, tries: row.tries })
  await freeWindow(transaction, row)
  const words = WORDS[state](row.on.split('-').toReversed().join('/'))
  await appendTicketMove(platform, transaction, { reportId, kind: 'called', by: 'system', words, shownToAsker: true, answers: false })
  const report = requireFound(await loadReport(transaction, reportId), 'not-found')
  await reachAsker(platform, transaction, report, { key: `call-back/${callBackId}`, state: NEWS[state] })
  const details = { callBackId, reportId, state }
  await recordAudit(transaction, { actor: { kind: 'system', job }, action: 'call-back-released', personId: row.askerId, details })
  return true
}

/** Each in a transaction of its own: one that cannot be released holds up nobody else. Safe to run twice. Answers how many were. */
export async function releaseCalls(platform: Platform, calls: readonly WaitingCall[], why: Release): Promise<number> {
  let released = 0
  for (const call of calls) {
    try {
      const isDone = await inTransaction(platform, async (transaction) => {
        if (why.stands !== undefined && !(await why.stands(transaction))) return false
        return release(platform, transaction, call, why)
      })
      if (isDone) released += 1
    } catch (error) {
      platform.log.error({ err: error, callBackId: call.callBackId }, 'a call-back could not be released')
    }
  }
  return released
}

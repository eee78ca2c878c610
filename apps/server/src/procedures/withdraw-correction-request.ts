import { withdrawCorrectionRequestRoute } from '@an-sinh/contract'
import { decideCorrectionMove } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findCorrectionRequest, insertCorrectionMove, lockRequestsOf } from './correction-queries.ts'
import { readRequest } from './record-request.ts'
import { stateOf } from './to-correction-answer.ts'

/** The person takes an open request back; a decided one stays. */
export function withdrawCorrectionRequest(server: Server, platform: Platform): void {
  addRoute(server, withdrawCorrectionRequestRoute, async ({ params: { requestId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    return inTransaction(platform, async (transaction) => {
      await lockRequestsOf(transaction, personId)
      const row = requireFound(await findCorrectionRequest(transaction, personId, requestId), 'not-found')
      if (stateOf(row) === 'withdrawn') return readRequest(transaction, personId, requestId)
      const state = decideCorrectionMove(stateOf(row), 'withdraw', 'citizen')
      if (state === null || !(await insertCorrectionMove(transaction, row, { moveNo: row.moves.length + 1, state, actorKind: 'citizen' })))
        throw new Refusal('correction-closed')
      await recordAudit(transaction, {
        actor,
        action: 'correction-withdrawn',
        personId,
        requestId: request.id,
        details: { fileNumber: row.fileNumber },
      })
      return readRequest(transaction, personId, requestId)
    })
  })
}

import { withdrawDataRequestRoute } from '@an-sinh/contract'
import { decideDataRequestMove } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findDataRequest, insertDataRequestMove, lockDataRequestsOf } from './data-request-queries.ts'
import { stateOf, toDataRequestAnswer } from './to-data-request-answer.ts'

/** The person takes an open request back; a finished one stays. */
export function withdrawDataRequest(server: Server, platform: Platform): void {
  addRoute(server, withdrawDataRequestRoute, async ({ params: { requestId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    return inTransaction(platform, async (transaction) => {
      await lockDataRequestsOf(transaction, personId)
      const row = requireFound(await findDataRequest(transaction, personId, requestId), 'not-found')
      if (stateOf(row) === 'withdrawn') return toDataRequestAnswer(row)
      const state = decideDataRequestMove(stateOf(row), 'withdraw', 'citizen')
      if (state === null || !(await insertDataRequestMove(transaction, row, { moveNo: row.moves.length + 1, state })))
        throw new Refusal('data-request-closed')
      const { fileNumber } = row
      await recordAudit(transaction, { actor, action: 'data-request-withdrawn', personId, requestId: request.id, details: { fileNumber } })
      return toDataRequestAnswer(requireFound(await findDataRequest(transaction, personId, requestId), 'not-found'))
    })
  })
}

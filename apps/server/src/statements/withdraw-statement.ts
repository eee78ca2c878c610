import { withdrawStatementRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStatement, markWithdrawn } from './statement-queries.ts'
import { toStatementAnswer } from './to-statement-answer.ts'

/** Takes a statement back: its check page says so from now on. Asked again it answers the same. */
export function withdrawStatement(server: Server, platform: Platform): void {
  addRoute(server, withdrawStatementRoute, async ({ params: { statementId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const row = await inTransaction(platform, async (transaction) => {
      if (await markWithdrawn(transaction, actor.personId, statementId))
        await recordAudit(transaction, {
          actor,
          action: 'statement-withdrawn',
          personId: actor.personId,
          requestId: request.id,
          details: { statementId },
        })
      return findStatement(transaction, actor.personId, statementId)
    })
    return toStatementAnswer(platform, requireFound(row?.erased === true ? null : row, 'not-found'))
  })
}

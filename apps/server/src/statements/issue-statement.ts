import { issueStatementRoute } from '@an-sinh/contract'
import { validUntilOf } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { drawStatementCode, hashCode, sealCode, sealContent } from './sealed-statement.ts'
import { findStatement, insertStatement, insertStatementCode } from './statement-queries.ts'
import { toStatementAnswer } from './to-statement-answer.ts'
import { writeRequested } from './write-requested.ts'

/** Writes the words down as they are now; from here on they stay. Its id is the asker's, so that a second press makes no second paper. */
export function issueStatement(server: Server, platform: Platform): void {
  addRoute(server, issueStatementRoute, async ({ body: { statementId, ...order }, request }) => {
    const actor = requireActor(request, 'citizen')
    const named = { personId: actor.personId, statementId }
    const known = await findStatement(platform.sql, actor.personId, statementId)
    if (known?.erased === true) throw new Refusal('not-found')
    if (known !== null) return toStatementAnswer(platform, known)
    await platform.limits.consume('statement-issue', `person/${actor.personId}`)
    const row = await inTransaction(platform, async (transaction) => {
      const { content, facts } = await writeRequested(transaction, actor.personId, order)
      const code = drawStatementCode()
      const isNew = await insertStatement(transaction, {
        ...named,
        kind: order.kind,
        year: order.year,
        validUntil: validUntilOf(facts.today, order.validDays),
        fields: [...new Set(order.fields)],
        sealedCode: sealCode(platform, named, code),
        sealedContent: sealContent(platform, named, content),
      })
      if (isNew) {
        await insertStatementCode(transaction, { ...named, codeHmac: hashCode(platform, code) })
        await recordAudit(transaction, {
          actor,
          action: 'statement-issued',
          personId: actor.personId,
          requestId: request.id,
          details: { statementId, kind: order.kind },
        })
      }
      return findStatement(transaction, actor.personId, statementId)
    })
    return toStatementAnswer(platform, requireFound(row, 'not-found'))
  })
}

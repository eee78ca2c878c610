import { createHash } from 'node:crypto'
import { decideConsentRoute } from '@an-sinh/contract'
import { currentConsentText } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertConsentDecision, listConsentRows } from './consent-queries.ts'
import { toConsentsAnswer } from './to-consents-answer.ts'

/**
 * A decision is another line; none is ever changed. Giving counts for the wording that was read, and no other; taking back is heard whatever
 * wording was shown.
 */
export function decideConsent(server: Server, platform: Platform): void {
  addRoute(server, decideConsentRoute, async ({ body: { purpose, decision, textVersion }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const current = currentConsentText(purpose)
    if (decision === 'given' && textVersion !== current.version) throw new Refusal('consent-text-changed')
    await platform.limits.consume('consent-decision', String(personId))
    return inTransaction(platform, async (transaction) => {
      const own = (await listConsentRows(transaction, personId)).filter((row) => row.purpose === purpose)
      const last = own.at(-1)
      const says = decision === 'given' ? current.version : (last?.textVersion ?? current.version)
      const isSame = last === undefined ? decision === 'withdrawn' : last.decision === decision && last.textVersion === says
      const textHash = createHash('sha256').update(`${current.text.vi}\n${current.text.en}`).digest()
      const line = { purpose, decisionNo: own.length + 1, decision, textVersion: says, textHash }
      if (!isSame && (await insertConsentDecision(transaction, personId, line)))
        await recordAudit(transaction, {
          actor,
          action: decision === 'given' ? 'consent-given' : 'consent-withdrawn',
          personId,
          reasonCode: purpose,
          requestId: request.id,
          details: { textVersion: says },
        })
      return toConsentsAnswer(await listConsentRows(transaction, personId))
    })
  })
}

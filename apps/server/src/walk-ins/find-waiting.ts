import { findWaitingRoute } from '@an-sinh/contract'
import { readWaitingFacts } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { listOfficesInView } from '../staff/index.ts'
import { listWaiting, type WaitingRow } from './waiting-queries.ts'

/** Two facts lead to one person, or to a twin; a longer list would be a search of the register by other means. */
const MOST = 10

/** The search itself, and one line for everybody it showed. */
const recordSearch = async (
  transaction: Transaction,
  line: { actor: StaffActor; requestId: string },
  shown: readonly WaitingRow[],
): Promise<void> => {
  await recordAudit(transaction, { ...line, action: 'waiting-searched', details: { rows: shown.length } })
  for (const { registrationId, own } of shown)
    await recordAudit(transaction, { ...line, action: 'waiting-found', registrationId, details: { own } })
}

/**
 * "Họ đang đứng đây": the person has no code at hand and tells two facts. Of another office's registration no more is shown than is
 * needed to know it; it is taken over first, as a scanned one is.
 */
export function findWaiting(server: Server, platform: Platform): void {
  addRoute(server, findWaitingRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const facts = readWaitingFacts(body)
    if (!facts.ok) throw new Refusal(facts.code)
    await platform.limits.consume('person-search', String(actor.staffId))
    const officeIds = await listOfficesInView(platform.sql, actor)
    return inTransaction(platform, async (transaction) => {
      const rows = await listWaiting(transaction, facts, { officeIds, limit: MOST + 1 })
      const shown = rows.slice(0, MOST)
      await recordSearch(transaction, { actor, requestId: request.id }, shown)
      return {
        items: shown.map(({ own, bornOn, ...row }) => ({ ...row, bornOn: own ? bornOn : null, elsewhere: !own })),
        more: rows.length > MOST,
      }
    })
  })
}

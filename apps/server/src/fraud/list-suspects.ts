import { listSuspectsRoute } from '@an-sinh/contract'
import { recordAudit, recordListed } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesInView } from '../staff/index.ts'
import { countSuspects, listSuspects as listRows } from './suspect-queries.ts'

const PAGE = 50
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** Cases of the own office, of the province’s offices for the province, under review, or flagged; counts and page in one transaction. What was asked for is recorded, and whom it showed. */
export function listSuspects(server: Server, platform: Platform): void {
  addRoute(server, listSuspectsRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const officeIds = await listOfficesInView(platform.sql, actor)
    const after = body.after !== undefined && UUID.test(body.after) ? body.after : null
    return inTransaction(platform, async (transaction) => {
      const rows = await listRows(transaction, { officeIds, queue: body.queue, after, limit: PAGE + 1 })
      const shown = rows.slice(0, PAGE)
      const details = { officeId: actor.officeId, queue: `fraud/${body.queue}`, rows: shown.length }
      await recordAudit(transaction, { actor, action: 'queue-read', requestId: request.id, details })
      const registrationIds = shown.map(({ registrationId }) => registrationId)
      await recordListed(transaction, { actor, requestId: request.id, list: 'suspects' }, { registrationIds })
      return {
        counts: await countSuspects(transaction, officeIds),
        items: shown.map((row) => ({ ...row, stateSince: row.stateSince.toISOString() })),
        next: rows.length > PAGE ? (shown.at(-1)?.registrationId ?? null) : null,
      }
    })
  })
}

import { listRequestQueueRoute } from '@an-sinh/contract'
import { recordAudit, recordListed } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { countDeskRequests, listDeskRequests } from '../procedures/index.ts'
import { listOfficesInView } from '../staff/index.ts'

const PAGE = 50

/** One page of the own office's requests. Counts and page are read in one transaction; what was asked for is recorded, and whom it showed. */
export function listRequestQueue(server: Server, platform: Platform): void {
  addRoute(server, listRequestQueueRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const officeIds = await listOfficesInView(platform.sql, actor)
    const fileNumber = body.fileNumber?.trim().toUpperCase()
    const asked = { officeIds, queue: body.queue, fileNumber: fileNumber === '' ? null : (fileNumber ?? null), after: body.after ?? null }
    return inTransaction(platform, async (transaction) => {
      const rows = await listDeskRequests(transaction, { ...asked, limit: PAGE + 1 })
      const shown = rows.slice(0, PAGE)
      await recordAudit(transaction, {
        actor,
        action: 'queue-read',
        requestId: request.id,
        details: { officeId: actor.officeId, queue: `requests/${body.queue}`, searched: asked.fileNumber !== null, rows: shown.length },
      })
      const personIds = [...new Set(shown.map(({ personId }) => personId))]
      await recordListed(transaction, { actor, requestId: request.id, list: 'requests' }, { personIds })
      return {
        counts: await countDeskRequests(transaction, officeIds),
        items: shown.map(({ requestId, fileNumber: number, purpose, lineKind, fullName, state, sentAt, dueOn, decisionId }) => ({
          requestId,
          fileNumber: number,
          purpose,
          kind: lineKind,
          fullName,
          state,
          sentAt: sentAt.toISOString(),
          dueOn,
          decided: decisionId !== null,
        })),
        next: rows.length > PAGE ? (shown.at(-1)?.requestId ?? null) : null,
      }
    })
  })
}

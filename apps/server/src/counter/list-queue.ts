import { listQueueRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { listLocks } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesInView } from '../staff/index.ts'
import { countQueues, listQueueRows } from '../registrations/index.ts'

const PAGE = 50

/** One page of the own office's queue. Counts and page are read in one transaction, so that they agree; what was asked for is recorded, not whom it showed. */
export function listQueue(server: Server, platform: Platform): void {
  addRoute(server, listQueueRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const { officeId } = actor
    const officeIds = await listOfficesInView(platform.sql, actor)
    const queue = body.queue ?? null
    const asked = { officeIds, queue, q: body.q ?? null, cursor: body.cursor ?? null, limit: PAGE + 1 }
    return inTransaction(platform, async (transaction) => {
      const rows = await listQueueRows(transaction, asked)
      const shown = rows.slice(0, PAGE)
      const locks = new Map(
        (
          await listLocks(
            transaction,
            shown.map((row) => row.registrationId),
          )
        ).map((lock) => [lock.registrationId, lock]),
      )
      await recordAudit(transaction, {
        actor,
        action: 'queue-read',
        requestId: request.id,
        details: { officeId, queue, searched: asked.q !== null, rows: shown.length },
      })
      return {
        counts: await countQueues(transaction, officeIds),
        items: shown.map(({ cursor: _cursor, submittedAt, ...item }) => {
          const lock = locks.get(item.registrationId)
          return {
            ...item,
            submittedAt: submittedAt.toISOString(),
            lock:
              lock === undefined
                ? null
                : { staffName: lock.staffName, mine: lock.staffId === actor.staffId, until: lock.until.toISOString() },
          }
        }),
        nextCursor: rows.length > PAGE ? (shown.at(-1)?.cursor ?? null) : null,
      }
    })
  })
}

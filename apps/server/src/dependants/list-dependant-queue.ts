import { listDependantQueueRoute } from '@an-sinh/contract'
import { recordAudit, recordListed } from '../audit/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesInView } from '../staff/index.ts'
import { findDependantRequest } from './dependant-queries.ts'
import { listWaiting } from './dependant-queue-queries.ts'

const PAGE = 200

export function listDependantQueue(server: Server, platform: Platform): void {
  addRoute(server, listDependantQueueRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const officeIds = await listOfficesInView(platform.sql, actor)
    const places = await listWaiting(platform.sql, officeIds, PAGE)
    await inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, {
        actor,
        action: 'dependant-queue-read',
        requestId: request.id,
        details: { officeId: actor.officeId, rows: places.length },
      })
      const personIds = [...new Set(places.map(({ personId }) => personId))]
      await recordListed(transaction, { actor, requestId: request.id, list: 'dependants' }, { personIds })
    })
    const items = await Promise.all(
      places.map(async ({ personId, requestId, sentAt }) => {
        const [row, guardian] = await Promise.all([
          findDependantRequest(platform.sql, personId, requestId),
          getPerson(platform.sql, personId),
        ])
        return row === null ? [] : [{ requestId, childName: row.childName, guardianName: guardian.fullName, sentAt: sentAt.toISOString() }]
      }),
    )
    return { items: items.flat() }
  })
}

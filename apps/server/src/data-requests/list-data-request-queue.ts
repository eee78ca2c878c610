import { listDataRequestQueueRoute } from '@an-sinh/contract'
import { recordAudit, recordListed } from '../audit/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { listOpenPlaces } from './data-request-place-queries.ts'
import { findDataRequest, readToday } from './data-request-queries.ts'
import { isLate } from './open-data-request-case.ts'
import { toDataRequestAnswer } from './to-data-request-answer.ts'

const PAGE = 200

/** What waits; who asked for the list is recorded, and whom it showed. */
export function listDataRequestQueue(server: Server, platform: Platform): void {
  addRoute(server, listDataRequestQueueRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const { sql } = platform
    const places = await listOpenPlaces(sql, await listOfficesOfDesk(sql, actor.officeId), PAGE)
    await inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, {
        actor,
        action: 'queue-read',
        requestId: request.id,
        details: { officeId: actor.officeId, queue: 'data-requests', searched: false, rows: places.length },
      })
      const personIds = [...new Set(places.map(({ personId }) => personId))]
      await recordListed(transaction, { actor, requestId: request.id, list: 'data-requests' }, { personIds })
    })
    const today = await readToday(sql)
    const items = await Promise.all(
      places.map(async ({ personId, requestId }) => {
        const [row, person] = await Promise.all([findDataRequest(sql, personId, requestId), getPerson(sql, personId)])
        if (row === null) return []
        const { fileNumber, kindSentence, state, sentAt, answerBy, dueOn } = toDataRequestAnswer(row)
        return [
          { requestId, fileNumber, kindSentence, state, sentAt, answerBy, dueOn, fullName: person.fullName, isLate: isLate(row, today) },
        ]
      }),
    )
    return { items: items.flat() }
  })
}

import { listQueueRoute, type QueueItem } from '@an-sinh/contract'
import type { ServiceClock } from '@an-sinh/domain'
import { recordAudit, recordListed } from '../audit/index.ts'
import { listLocks, type Lock } from '../decisions/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStandingOffice } from '../reference/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { loadServiceClocks } from './load-service-clocks.ts'
import { countQueues, listQueueRows, type QueueRow } from './queue-queries.ts'

const PAGE = 50

const toItem = (actor: StaffActor, row: QueueRow, lock: Lock | undefined, clock: ServiceClock | undefined): QueueItem => {
  const { cursor: _cursor, submittedAt, assigneeId, assigneeName, ...item } = row
  return {
    ...item,
    submittedAt: submittedAt.toISOString(),
    lock: lock === undefined ? null : { staffName: lock.staffName, mine: lock.staffId === actor.staffId, until: lock.until.toISOString() },
    assignee: assigneeName === null ? null : { staffName: assigneeName, mine: assigneeId === actor.staffId },
    service: clock === undefined ? null : { state: clock.state, leftDays: clock.leftDays, dueOn: clock.dueOn },
  }
}

/** One page of the own office's queue. Counts and page are read in one transaction, so that they agree; what was asked for is recorded, and whom it showed. */
export function listQueue(server: Server, platform: Platform): void {
  addRoute(server, listQueueRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const { officeId, staffId } = actor
    const desk = { officeIds: await listOfficesInView(platform.sql, actor), staffId }
    const office = await findStandingOffice(platform.sql, officeId)
    const queue = body.queue ?? null
    const asked = { ...desk, queue, q: body.q ?? null, cursor: body.cursor ?? null, limit: PAGE + 1 }
    return inTransaction(platform, async (transaction) => {
      const rows = await listQueueRows(transaction, asked)
      const shown = rows.slice(0, PAGE)
      const ids = shown.map(({ registrationId }) => registrationId)
      const locks = new Map((await listLocks(transaction, ids)).map((lock) => [lock.registrationId, lock]))
      const clocks = await loadServiceClocks(transaction, office, ids)
      await recordAudit(transaction, {
        actor,
        action: 'queue-read',
        requestId: request.id,
        details: { officeId, queue, searched: asked.q !== null, rows: shown.length },
      })
      await recordListed(transaction, { actor, requestId: request.id, list: 'queue' }, { registrationIds: ids })
      return {
        counts: await countQueues(transaction, desk),
        items: shown.map((row) => toItem(actor, row, locks.get(row.registrationId), clocks.get(row.registrationId))),
        nextCursor: rows.length > PAGE ? (shown.at(-1)?.cursor ?? null) : null,
        closures: office?.closures ?? [],
      }
    })
  })
}

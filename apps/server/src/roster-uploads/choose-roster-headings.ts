import { chooseRosterHeadingsRoute } from '@an-sinh/contract'
import { ROSTER_COLUMNS } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { rereadBatch } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { getOwnBatch, toRosterImport } from '../roster-previews/index.ts'
import { listHeadings, rememberHeadings } from '../rosters/index.ts'

const isColumn = (column: string | null): boolean => column === null || ROSTER_COLUMNS.some(({ name }) => name === column)

/** What headings mean, for this file and the next ones of this employer; the file is read again. */
export function chooseRosterHeadings(server: Server, platform: Platform): void {
  addRoute(server, chooseRosterHeadingsRoute, async ({ params: { importId }, body: { headings }, request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId } = actor
    const chosen = headings.flatMap(({ column }) => (column === null ? [] : [column]))
    if (!headings.every(({ column }) => isColumn(column)) || new Set(chosen).size !== chosen.length) throw new Refusal('bad-request')
    await platform.limits.consume('roster-preview', `employer/${employerId}`)
    return inTransaction(platform, async (transaction) => {
      await getOwnBatch(transaction, request, importId)
      await rememberHeadings(transaction, employerId, headings)
      if (!(await rereadBatch(transaction, importId, await listHeadings(transaction, employerId)))) throw new Refusal('import-move')
      await recordAudit(transaction, {
        actor,
        action: 'roster-headings-chosen',
        requestId: request.id,
        details: { employerId, batchId: importId },
      })
      await platform.jobs.send(transaction, 'process-import', { batchId: importId })
      return toRosterImport(transaction, await getOwnBatch(transaction, request, importId))
    })
  })
}

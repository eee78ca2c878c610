import { getDataExportFileRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findExport, findExportFile } from './export-queries.ts'
import { openFile } from './sealed-file.ts'
import { keepOfExports, stateOf } from './to-export-answer.ts'

const TYPES = { json: 'application/json; charset=utf-8', pdf: 'application/pdf' }

export function getDataExportFile(server: Server, platform: Platform): void {
  addRoute(server, getDataExportFileRoute, async ({ params: { exportId }, query: { format }, request, reply }) => {
    const actor = requireActor(request, 'citizen')
    const named = { personId: actor.personId, exportId }
    const row = requireFound(await findExport(platform.sql, named, keepOfExports()), 'not-found')
    if (stateOf(row) === 'erased') throw new Refusal('export-erased')
    const sealed = await findExportFile(platform.sql, named, format)
    if (sealed === null) throw new Refusal('export-not-ready')
    const file = openFile(platform, { ...named, format }, sealed)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'data-export-fetched',
        personId: actor.personId,
        requestId: request.id,
        details: { exportId, format },
      }),
    )
    return reply.type(TYPES[format]).header('content-disposition', `attachment; filename="du-lieu-cua-toi.${format}"`).send(file)
  })
}

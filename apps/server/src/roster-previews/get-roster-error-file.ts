import { getRosterErrorFileRoute } from '@an-sinh/contract'
import { ROSTER_NOTES, ROSTER_REGISTER_FAULTS } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { makeErrorFile } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { rosterImport } from '../rosters/index.ts'
import { getOwnBatch, isUnconfirmed } from './roster-answer.ts'

/** The employer's own file back with a column of what is wrong; `only`: the rows alone that were not written. */
export function getRosterErrorFile(server: Server, platform: Platform): void {
  addRoute(server, getRosterErrorFileRoute, async ({ params: { importId }, query: { only: asked }, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const batch = await getOwnBatch(platform.sql, request, importId)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'roster-file-read',
        requestId: request.id,
        details: { employerId: actor.employerId, batchId: importId },
      }),
    )
    const only = asked === 'true'
    const options = isUnconfirmed(batch)
      ? ({ without: ROSTER_REGISTER_FAULTS, unsaid: 'file-not-confirmed' } as const)
      : { only, without: only ? ROSTER_NOTES : [] }
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="danh-sach-loi-${importId.slice(0, 8)}.${batch.fileFormat}"`)
      .send(makeErrorFile(platform, rosterImport, batch, options))
  })
}

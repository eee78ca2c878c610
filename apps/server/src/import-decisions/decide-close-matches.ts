import { decideCloseMatchesRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { countCloseMatches, lockCloseMatches, recordVerdict } from '../close-matches/index.ts'
import type { ImportKinds } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findDecidable } from './find-decidable.ts'
import { writeDecided } from './write-decided.ts'

/** A person says of these rows whether they are whom they are like; what that writes is an import of its own, undone like any other. */
export function decideCloseMatchesEndpoint(server: Server, platform: Platform, kinds: ImportKinds): void {
  addRoute(server, decideCloseMatchesRoute, ({ params: { importId }, body: { rowNos, verdict }, request }) =>
    inTransaction(platform, async (transaction) => {
      const actor = requireActor(request, 'staff')
      const { batch, kind, rules } = await findDecidable(transaction, kinds, importId)
      const rows = await lockCloseMatches(transaction, importId, rowNos)
      if (rules === null || rows.length !== new Set(rowNos).size) throw new Refusal('import-move')
      const writtenByImportId =
        verdict === 'neither' ? null : await writeDecided(transaction, { kind, rules, batch, rowNos, verdict, actor })
      await recordVerdict(transaction, { batchId: importId, rowNos, verdict, staffId: actor.staffId, writtenByBatchId: writtenByImportId })
      for (const { rowNo, personId } of rows) {
        const details = { batchId: importId, rowNo, verdict, writtenByBatchId: writtenByImportId }
        await recordAudit(transaction, { actor, action: 'close-match-decided', requestId: request.id, personId, details })
      }
      return { waiting: await countCloseMatches(transaction, importId), writtenByImportId }
    }),
  )
}

import { listCloseMatchesRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { countCloseMatches, listCloseMatches } from '../close-matches/index.ts'
import type { ImportKinds } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findDecidable } from './find-decidable.ts'

const MOST = 20

/** Rows that wait for a person, each beside what the register says. Whoever is shown stands in their audit. */
export function listCloseMatchesEndpoint(server: Server, platform: Platform, kinds: ImportKinds): void {
  addRoute(server, listCloseMatchesRoute, ({ params: { importId }, request }) =>
    inTransaction(platform, async (transaction) => {
      const actor = requireActor(request, 'staff')
      const { rules } = await findDecidable(transaction, kinds, importId)
      const rows = await listCloseMatches(transaction, importId, MOST)
      for (const { rowNo, person } of rows) {
        if (person === null) continue
        const about = { personId: person.personId, details: { batchId: importId, rowNo } }
        await recordAudit(transaction, { actor, action: 'close-match-read', requestId: request.id, ...about })
      }
      return {
        decidable: rules !== null,
        mayBeOther: rules?.other !== undefined,
        waiting: await countCloseMatches(transaction, importId),
        rows: rows.map(({ rowNo, cells, person }) => {
          if (person === null) return { rowNo, cells, person }
          const { personId: _ours, ...shown } = person
          return { rowNo, cells, person: shown }
        }),
      }
    }),
  )
}

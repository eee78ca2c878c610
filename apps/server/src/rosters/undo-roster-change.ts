import { undoRosterChangeRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { findUndoable, undoChanges } from './roster-undo-queries.ts'

export function undoRosterChange(server: Server, platform: Platform): void {
  addRoute(server, undoRosterChangeRoute, async ({ params: { changeId }, request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, officerId } = actor
    return inEmployerTransaction(platform, async (transaction) => {
      const standing = await findUndoable(transaction, { employerId, changeId })
      if (standing !== 'undoable') throw new Refusal(standing === 'gone' ? 'not-found' : 'roster-change-built-upon')
      await undoChanges(transaction, { employerId, changeId }, { importBatchId: null, officerId })
      await recordAudit(transaction, { actor, action: 'roster-change-undone', requestId: request.id, details: { employerId, changeId } })
      return { undone: true as const }
    })
  })
}

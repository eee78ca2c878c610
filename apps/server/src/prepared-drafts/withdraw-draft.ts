import { withdrawDraftRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { deleteDraft } from './prepared-draft-queries.ts'

export function withdrawDraft(server: Server, platform: Platform): void {
  addRoute(server, withdrawDraftRoute, async ({ params: { draftId }, request }) => {
    const actor = requireActor(request, 'employer')
    await inEmployerTransaction(platform, async (transaction) => {
      if (!(await deleteDraft(transaction, actor.employerId, draftId))) throw new Refusal('not-found')
      await recordAudit(transaction, { actor, action: 'employer-draft-withdrawn', requestId: request.id, details: { draftId } })
    })
    return undefined
  })
}

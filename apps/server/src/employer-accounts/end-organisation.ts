import { endOrganisationRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { endOrganisationAt } from '../employer-officers/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadOrganisation, requireOrganisation } from './load-organisation.ts'

export function endOrganisation(server: Server, platform: Platform): void {
  addRoute(server, endOrganisationRoute, async ({ params: { employerCode }, body, request }) => {
    const actor = requireActor(request, 'staff')
    const reason = body.reason.trim()
    if (reason === '') throw new Refusal('note-missing', { fields: [{ field: 'reason', code: 'note-missing' }] })
    return inTransaction(platform, async (transaction) => {
      const { employerId } = await requireOrganisation(transaction, actor, employerCode)
      if (await endOrganisationAt(transaction, employerId, reason))
        await recordAudit(transaction, { actor, action: 'employer-organisation-ended', requestId: request.id, details: { employerCode } })
      return loadOrganisation(transaction, actor, employerCode)
    })
  })
}

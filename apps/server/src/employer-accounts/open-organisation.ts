import { openOrganisationRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { insertOrganisation, reopenOrganisation } from '../employer-officers/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadOrganisation, requireOrganisation } from './load-organisation.ts'

export function openOrganisation(server: Server, platform: Platform): void {
  addRoute(server, openOrganisationRoute, async ({ params: { employerCode }, body: { kind }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const { employerId, successorCode, endedAt } = await requireOrganisation(transaction, actor, employerCode)
      if (successorCode !== null) throw new Refusal('employer-merged')
      const isNew = await insertOrganisation(transaction, { employerId, kind, staffId: actor.staffId })
      if (endedAt !== null) await reopenOrganisation(transaction, employerId, kind)
      if (isNew || endedAt !== null)
        await recordAudit(transaction, {
          actor,
          action: 'employer-organisation-opened',
          requestId: request.id,
          details: { employerCode, kind },
        })
      return loadOrganisation(transaction, actor, employerCode)
    })
  })
}

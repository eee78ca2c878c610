import { stopOfficerRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { updateOfficer } from '../employer-officers/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadOrganisation, requireOfficer, requireOrganisation } from './load-organisation.ts'

/** The office may stop anybody of the employer, the last administrator too: it makes another one. */
export function stopOfficer(server: Server, platform: Platform): void {
  addRoute(server, stopOfficerRoute, async ({ params: { employerCode, officerNo }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const { employerId } = await requireOrganisation(transaction, actor, employerCode)
      const { officerId, role, validTo } = await requireOfficer(transaction, employerId, officerNo)
      await updateOfficer(transaction, { officerId, role, validTo, stopped: true })
      await recordAudit(transaction, {
        actor,
        action: 'employer-officer-stopped',
        requestId: request.id,
        details: { officerId, employerCode },
      })
      return loadOrganisation(transaction, actor, employerCode)
    })
  })
}

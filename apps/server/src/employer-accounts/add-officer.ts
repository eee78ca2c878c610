import { addOfficerRoute, listOfficersRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { listOfficersOf, prepareOfficer } from '../employer-officers/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { toOfficerRow } from './load-organisation.ts'

export function addOfficer(server: Server, platform: Platform): void {
  addRoute(server, listOfficersRoute, async ({ request }) => {
    const { employerId, officerId } = requireActor(request, 'employer')
    return { officers: (await listOfficersOf(platform.sql, employerId)).map((row) => toOfficerRow(row, officerId)) }
  })
  addRoute(server, addOfficerRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, employerCode } = actor
    reply.header('cache-control', 'no-store')
    return inTransaction(platform, async (transaction) => {
      const { officerId, slip } = await prepareOfficer(platform, transaction, { ...body, employerId, employerCode, madeBy: actor })
      const details = { officerId, role: body.role }
      await recordAudit(transaction, { actor, action: 'employer-officer-made', requestId: request.id, details })
      return slip
    })
  })
}

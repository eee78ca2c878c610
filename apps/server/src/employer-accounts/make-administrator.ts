import { makeAdministratorRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { prepareOfficer } from '../employer-officers/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireOrganisation } from './load-organisation.ts'

/** The first administrator, or another one when all have left: the rest is the employer's own affair. */
export function makeAdministrator(server: Server, platform: Platform): void {
  addRoute(server, makeAdministratorRoute, async ({ params: { employerCode }, body, request, reply }) => {
    const actor = requireActor(request, 'staff')
    reply.header('cache-control', 'no-store')
    return inTransaction(platform, async (transaction) => {
      const { employerId, openedAt, endedAt, successorCode } = await requireOrganisation(transaction, actor, employerCode)
      if (openedAt === null || endedAt !== null || successorCode !== null) throw new Refusal('employer-not-open')
      const order = { ...body, employerId, employerCode, role: 'administrator', madeBy: actor } as const
      const { officerId, slip } = await prepareOfficer(platform, transaction, order)
      await recordAudit(transaction, {
        actor,
        action: 'employer-officer-made',
        requestId: request.id,
        details: { officerId, employerCode, role: 'administrator' },
      })
      return slip
    })
  })
}

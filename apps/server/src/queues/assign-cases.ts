import { assignCasesRoute, listDeskColleaguesRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { doEach } from './do-each.ts'
import { listColleaguesAt, upsertAssignment } from './queue-queries.ts'

/** Who is at this desk, and whose a case is from now on. Whoever it is handed to need not be asked: it only stands in that person's queue. */
export function assignCases(server: Server, platform: Platform): void {
  addRoute(server, listDeskColleaguesRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const colleagues = await listColleaguesAt(platform.sql, await listOfficesOfDesk(platform.sql, actor.officeId))
    return { colleagues: colleagues.map((one) => ({ ...one, mine: one.staffId === actor.staffId })) }
  })
  addRoute(server, assignCasesRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const { staffId } = body
    const colleagues = await listColleaguesAt(platform.sql, await listOfficesOfDesk(platform.sql, actor.officeId))
    return doEach(request, body.registrationIds, String, (registrationId) =>
      inTransaction(platform, async (transaction) => {
        if (!colleagues.some((one) => one.staffId === staffId)) throw new Refusal('colleague-unknown')
        const { fileNumber } = await requireOwnCase(transaction, actor, registrationId, 'for-update')
        await upsertAssignment(transaction, registrationId, staffId, actor.staffId)
        await recordAudit(transaction, { actor, action: 'case-assigned', registrationId, requestId: request.id, details: { staffId } })
        return fileNumber
      }),
    )
  })
}

import { takeOverCaseRoute } from '@an-sinh/contract'
import { isOneDesk } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { findRegistration, isSubmitted, moveToOffice } from '../registrations/index.ts'
import { showCase } from './show-case.ts'

/** Decree 164/2025 knows no territorial limit: the applicant stands here, so the case comes here. Its deadline follows this office's calendar. */
export function takeOverCase(server: Server, platform: Platform): void {
  addRoute(server, takeOverCaseRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'staff')
    const { registrationId } = params
    await inTransaction(platform, async (transaction) => {
      const row = await findRegistration(transaction, registrationId, 'for-update')
      if (row === null || !isSubmitted(row)) throw new Refusal('not-found')
      if (await isOneDesk(transaction, row.officeId, actor.officeId)) return
      const [officeId] = await listOfficesOfDesk(transaction, actor.officeId)
      await moveToOffice(platform, transaction, { registrationId, officeId, actor, requestId: request.id })
    })
    return showCase(platform, request, registrationId)
  })
}

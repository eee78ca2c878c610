import { provePhoneRoute } from '@an-sinh/contract'
import { consumeOneTimeCode } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadRegistration, toRegistrationAnswer, touchRegistration } from '../registrations/index.ts'

/** The code is right: the phone it went to is the registration's. */
export function provePhone(server: Server, platform: Platform): void {
  addRoute(server, provePhoneRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'applicant')
    const { phone } = await consumeOneTimeCode(platform, { purpose: 'prove-phone', subject: registrationId, code: body.code })
    return inTransaction(platform, async (transaction) => {
      if (!(await touchRegistration(transaction, registrationId, ['draft', 'returned', 'expired'], { provedPhone: phone })))
        throw new Refusal('move-not-allowed')
      await recordAudit(transaction, { actor, action: 'phone-proved', registrationId, requestId: request.id })
      return toRegistrationAnswer(platform, transaction, await loadRegistration(transaction, registrationId))
    })
  })
}

import { startWalkInRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertDraft, loadRegistration, touchRegistration } from '../registrations/index.ts'
import { requireOwnWalkIn } from './require-own-walk-in.ts'
import { insertWalkIn } from './walk-in-queries.ts'

/** The version of a text is a code, not prose. */
const NO_CODE = /[^\w.-]/gu

/**
 * A draft at the counter. The person was shown the page "Dữ liệu của bạn" there; which text it was is kept, as it is for those who read
 * it at home. The same id again answers the same draft.
 */
export function startWalkIn(server: Server, platform: Platform): void {
  addRoute(server, startWalkInRoute, async ({ body: { registrationId, source, privacyTextVersion, privacyTold }, request }) => {
    const actor = requireActor(request, 'staff')
    if (!privacyTold) throw new Refusal('privacy-not-read')
    const { staffId, officeId } = actor
    const version = await inTransaction(platform, async (transaction) => {
      if (await insertDraft(transaction, registrationId)) {
        await insertWalkIn(transaction, { registrationId, staffId, officeId, source })
        await touchRegistration(transaction, registrationId, ['draft'], { privacyTextVersion: privacyTextVersion.replace(NO_CODE, '') })
        await recordAudit(transaction, { actor, action: 'walk-in-begun', registrationId, requestId: request.id, details: { source } })
      } else await requireOwnWalkIn(transaction, actor, registrationId)
      return (await loadRegistration(transaction, registrationId)).version
    })
    return { registrationId, version }
  })
}

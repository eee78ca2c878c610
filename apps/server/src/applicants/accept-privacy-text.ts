import { acceptPrivacyTextRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadRegistration, toRegistrationAnswer, touchRegistration } from '../registrations/index.ts'

/** The version of the text that was read is a code, not prose. */
const VERSION = /[^\w.-]/gu

/** The privacy screen was read: which version, and when. */
export function acceptPrivacyText(server: Server, platform: Platform): void {
  addRoute(server, acceptPrivacyTextRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'applicant')
    const version = body.version.replace(VERSION, '')
    return inTransaction(platform, async (transaction) => {
      await touchRegistration(transaction, registrationId, ['draft', 'returned', 'expired'], { privacyTextVersion: version })
      await recordAudit(transaction, { actor, action: 'privacy-text-read', registrationId, requestId: request.id, details: { version } })
      return toRegistrationAnswer(platform, transaction, await loadRegistration(transaction, registrationId))
    })
  })
}

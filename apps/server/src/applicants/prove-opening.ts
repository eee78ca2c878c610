import { proveOpeningRoute } from '@an-sinh/contract'
import { consumeOneTimeCode } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findRegistration, toRegistrationAnswer } from '../registrations/index.ts'
import { findOpening } from './access-queries.ts'
import { grantAccess } from './applicant-access.ts'

/** Form code and phone are proved: this browser may open the registration. An opening that never was, ran out or meant no form has a wrong code. */
export function proveOpening(server: Server, platform: Platform): void {
  addRoute(server, proveOpeningRoute, async ({ params: { openingId }, body, request, reply }) => {
    await consumeOneTimeCode(platform, { purpose: 'open-registration', subject: openingId, code: body.code })
    return inTransaction(platform, async (transaction) => {
      const opening = requireFound(await findOpening(transaction, openingId), 'code-wrong')
      const row = requireFound(
        opening.registrationId === null ? null : await findRegistration(transaction, opening.registrationId),
        'code-wrong',
      )
      await grantAccess(platform, transaction, { request, reply }, row.registrationId, 'own')
      await recordAudit(transaction, {
        actor: { kind: 'applicant', registrationId: row.registrationId, scope: 'own' },
        action: 'registration-opened',
        registrationId: row.registrationId,
        personId: row.personId,
        requestId: request.id,
      })
      return toRegistrationAnswer(platform, transaction, row)
    })
  })
}

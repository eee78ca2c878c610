import { randomUUID } from 'node:crypto'
import { openRegistrationRoute } from '@an-sinh/contract'
import { ONE_TIME_CODE_RULE, parseFormCode } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findRegistrationByFormCode } from '../registrations/index.ts'
import { insertOpening } from './access-queries.ts'

/**
 * Form code in, one-time code to the proved phone. A code that no form has gets the same answer after the same work:
 * a job sends, or finds that there is nothing to send.
 */
export function openRegistration(server: Server, platform: Platform): void {
  addRoute(server, openRegistrationRoute, async ({ body }) => {
    const parsed = parseFormCode(body.formCode)
    if (!parsed.ok) throw new Refusal(parsed.code)
    await platform.limits.consume('form-code-open', parsed.formCode)
    const openingId = randomUUID()
    const { expiresAt, resendAt } = await inTransaction(platform, async (transaction) => {
      const row = await findRegistrationByFormCode(platform, transaction, parsed.formCode)
      await platform.jobs.send(transaction, 'send-opening-code', { openingId })
      return insertOpening(transaction, {
        openingId,
        registrationId: row?.registrationId ?? null,
        minutes: ONE_TIME_CODE_RULE.securityMinutes,
        resendSeconds: ONE_TIME_CODE_RULE.resendSeconds,
      })
    })
    return { openingId, expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() }
  })
}

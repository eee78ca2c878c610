import { proveFirstPasswordRequestRoute } from '@an-sinh/contract'
import { FIRST_PASSWORD_RULE } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { recordNotice } from '../notices/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { deleteTickets, findTicket, replaceFirstPassword, useTicket } from './account-queries.ts'
import { consumeOneTimeCode } from './one-time-codes.ts'
import { prepareFirstPassword } from './open-account.ts'
import { hashSecret } from './session-cookie.ts'

/** The code was right: a new first password goes to the same phone, without a visit. The old one no longer works. */
export function proveFirstPasswordRequest(server: Server, platform: Platform): void {
  addRoute(server, proveFirstPasswordRequestRoute, async ({ params, body, request }) => {
    const ticketHash = hashSecret(params.requestId)
    const ticket = await findTicket(platform.sql, ticketHash, ['first-password-request'])
    const { phone } = await consumeOneTimeCode(platform, { purpose: 'first-password', subject: params.requestId, code: body.code })
    const { personId: owner } = requireFound(ticket, 'code-wrong')
    await platform.limits.consume('first-password-reissue', String(owner))

    const { plain, hash } = await prepareFirstPassword()
    await inTransaction(platform, async (transaction) => {
      if (!(await useTicket(transaction, ticketHash))) throw new Refusal('code-wrong')
      if (!(await replaceFirstPassword(transaction, owner, phone, hash, FIRST_PASSWORD_RULE.hours))) throw new Refusal('code-wrong')
      await deleteTickets(transaction, owner)
      const key = `first-password/${params.requestId}`
      await recordNotice(transaction, owner, { key, content: { event: 'first-password' } })
      await enqueueMessage(platform, transaction, {
        idempotencyKey: `${key}/sms`,
        content: { event: 'first-password', firstPassword: plain },
        to: { phone },
        personId: owner,
      })
      await recordAudit(transaction, {
        actor: { kind: 'anonymous' },
        action: 'first-password-reissued',
        personId: owner,
        requestId: request.id,
      })
    })
    return { sentAt: new Date().toISOString() }
  })
}

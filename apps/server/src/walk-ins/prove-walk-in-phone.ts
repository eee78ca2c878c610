import { proveWalkInPhoneRoute, sendWalkInCodeRoute } from '@an-sinh/contract'
import { maskPhone, parsePhone } from '@an-sinh/domain'
import { consumeOneTimeCode, sendOneTimeCode } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday, touchRegistration } from '../registrations/index.ts'
import { requireOwnWalkIn } from './require-own-walk-in.ts'

/** The phone in the person's hand gets a code and the person reads it out: the same proof as at home. */
export function proveWalkInPhone(server: Server, platform: Platform): void {
  addRoute(server, sendWalkInCodeRoute, async ({ params: { registrationId }, body, request }) => {
    const { state } = await requireOwnWalkIn(platform.sql, requireActor(request, 'staff'), registrationId)
    if (state !== 'draft') throw new Refusal('move-not-allowed')
    const parsed = parsePhone(body.phone, await readToday(platform.sql))
    if (!parsed.ok) throw new Refusal('phone-shape', { fields: [{ field: 'phone', code: 'phone-shape' }] })
    const sent = await sendOneTimeCode(platform, null, { purpose: 'prove-phone', subject: registrationId, phone: parsed.phone })
    return { phoneMasked: maskPhone(parsed.phone), expiresAt: sent.expiresAt.toISOString(), resendAt: sent.resendAt.toISOString() }
  })
  addRoute(server, proveWalkInPhoneRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    await requireOwnWalkIn(platform.sql, actor, registrationId)
    const { phone } = await consumeOneTimeCode(platform, { purpose: 'prove-phone', subject: registrationId, code: body.code })
    return inTransaction(platform, async (transaction) => {
      if (!(await touchRegistration(transaction, registrationId, ['draft'], { provedPhone: phone }))) throw new Refusal('move-not-allowed')
      await recordAudit(transaction, { actor, action: 'phone-proved', registrationId, requestId: request.id })
      return { phoneMasked: maskPhone(phone) }
    })
  })
}

import { sendPhoneCodeRoute } from '@an-sinh/contract'
import { maskPhone, parsePhone } from '@an-sinh/domain'
import { sendOneTimeCode } from '../accounts/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { loadRegistration, readToday } from '../registrations/index.ts'

/** Sends a one-time code to the phone that is to be proved. Only Vietnamese mobile numbers: nothing else is called, nothing else is paid for. */
export function sendPhoneCode(server: Server, platform: Platform): void {
  addRoute(server, sendPhoneCodeRoute, async ({ params: { registrationId }, body }) => {
    const parsed = parsePhone(body.phone, await readToday(platform.sql))
    if (!parsed.ok) throw new Refusal('phone-shape', { fields: [{ field: 'phone', code: 'phone-shape' }] })
    const { state } = await loadRegistration(platform.sql, registrationId)
    if (state !== 'draft' && state !== 'returned' && state !== 'expired') throw new Refusal('move-not-allowed')
    const { expiresAt, resendAt } = await sendOneTimeCode(platform, null, {
      purpose: 'prove-phone',
      subject: registrationId,
      phone: parsed.phone,
    })
    return { phoneMasked: maskPhone(parsed.phone), expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() }
  })
}

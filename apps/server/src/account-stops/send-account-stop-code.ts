import { sendAccountStopCodeRoute } from '@an-sinh/contract'
import { sendOneTimeCode } from '../accounts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { proveForStop, stopSubject } from './prove-password.ts'

export function sendAccountStopCode(server: Server, platform: Platform): void {
  addRoute(server, sendAccountStopCodeRoute, async ({ body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    const { phone } = await proveForStop(platform, personId, body.password)
    const sent = await sendOneTimeCode(platform, null, { purpose: 'stop-account', subject: stopSubject(personId), phone })
    return { expiresAt: sent.expiresAt.toISOString(), resendAt: sent.resendAt.toISOString() }
  })
}

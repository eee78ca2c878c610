import { stopInvitationsRoute } from '@an-sinh/contract'
import { parseFirstPassword } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { insertStop } from './invitation-queries.ts'
import { hashStopCode } from './lay-invitations.ts'

/** "Không nhận nữa": the code that came with an invitation is enough. Whether it is known is not told. */
export function stopInvitations(server: Server, platform: Platform): void {
  addRoute(server, stopInvitationsRoute, async ({ body, request, reply }) => {
    const { deviceId } = meetDevice(platform.keyring, request, reply, 'nobody')
    // The same 44 bits, counted apart.
    await platform.limits.consume('contact-objection', `invitation/${deviceId}`)
    const code = parseFirstPassword(body.code)
    if (code !== null) await insertStop(platform.sql, hashStopCode(platform, code))
    return undefined
  })
}

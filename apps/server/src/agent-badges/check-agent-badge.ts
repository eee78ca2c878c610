import { checkAgentBadgeRoute } from '@an-sinh/contract'
import { decideBadgeState } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { isSealOf, parseBadgeCode } from './badge-code.ts'
import { listBadgeTimes } from './badge-queries.ts'

/** Genuine is what carries our seal over a time that the lists know; whether it holds is asked of the lists as they are now. */
export function checkAgentBadge(server: Server, platform: Platform): void {
  addRoute(server, checkAgentBadgeRoute, async ({ params, request, reply }) => {
    await platform.limits.consume('statement-check', meetDevice(platform.keyring, request, reply, 'checker').deviceId)
    const parsed = parseBadgeCode(params.code)
    const times = parsed === null ? [] : await listBadgeTimes(platform.sql, parsed.pointCode)
    const row = times.find((time) => parsed !== null && isSealOf(platform.keyring, time, parsed.seal))
    return row === undefined ? { state: 'unknown' as const, badge: null } : { state: decideBadgeState(row), badge: row }
  })
}

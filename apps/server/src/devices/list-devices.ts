import { listDevicesRoute } from '@an-sinh/contract'
import { listDevices } from '../accounts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'

export function listOwnDevices(server: Server, platform: Platform): void {
  addRoute(server, listDevicesRoute, async ({ request }) => {
    const devices = await listDevices(platform.sql, requireActor(request, 'citizen'), platform.settings.citizenSession.idleMinutes)
    return {
      devices: devices.map((device) => ({
        ...device,
        signedInAt: device.signedInAt.toISOString(),
        lastSeenAt: device.lastSeenAt.toISOString(),
      })),
    }
  })
}

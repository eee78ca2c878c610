import { getReadyRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { makeReadiness } from './readiness.ts'

export function getReady(server: Server, platform: Platform): void {
  const requireReady = makeReadiness(platform)
  addRoute(server, getReadyRoute, async () => {
    await requireReady()
    return { ready: true, version: process.env['npm_package_version'] ?? '0.1.0' }
  })
}

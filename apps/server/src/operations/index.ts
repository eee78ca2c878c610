import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getPublicSettings } from './get-public-settings.ts'
import { getReady } from './get-ready.ts'

export { forgetAnnounced } from './announced-memory.ts'
export { describeApi, serveApiReference } from './describe-api.ts'
export { PRIVACY_TEXT_VERSION } from './get-public-settings.ts'
export { makeMetrics, type Metrics } from './metrics.ts'
export { serveWebApp } from './serve-web-app.ts'

export function registerOperations(server: Server, platform: Platform): void {
  getReady(server, platform)
  getPublicSettings(server, platform)
}

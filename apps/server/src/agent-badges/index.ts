import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { checkAgentBadge } from './check-agent-badge.ts'
import { getAgentBadge } from './get-agent-badge.ts'

/** Adds the signed badge of a collection point, and the page that anyone who scans it opens. */
export function registerAgentBadges(server: Server, platform: Platform): void {
  getAgentBadge(server, platform)
  checkAgentBadge(server, platform)
}

import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getAgentBadge } from './get-agent-badge.ts'
import { listAgentBadges } from './list-agent-badges.ts'
import { withdrawAgentBadge } from './withdraw-agent-badge.ts'

/** Badges of collection agents at the desk: who has one, until when, printing, taking a single one back. */
export function registerBadgeDesk(server: Server, platform: Platform): void {
  for (const register of [listAgentBadges, getAgentBadge, withdrawAgentBadge]) register(server, platform)
}

import { listAgentBadgesRoute } from '@an-sinh/contract'
import { foldText } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listBadgesInView } from './badges-in-view.ts'

const MOST = 100

export function listAgentBadges(server: Server, platform: Platform): void {
  addRoute(server, listAgentBadgesRoute, async ({ query, request }) => {
    const actor = requireActor(request, 'staff')
    const folded = foldText(query.q ?? '').trim()
    const { badges } = await listBadgesInView(platform.sql, actor, { limit: MOST + 1, ...(folded === '' ? {} : { folded }) })
    return { badges: badges.slice(0, MOST), hasMore: badges.length > MOST }
  })
}

import { countUnreadNoticesRoute } from '@an-sinh/contract'
import { countUnreadNotices } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'

export function countUnread(server: Server, { sql }: Platform): void {
  addRoute(server, countUnreadNoticesRoute, async ({ request }) => ({
    unread: await countUnreadNotices(sql, requireActor(request, 'citizen').personId),
  }))
}

import { readAllNoticesRoute } from '@an-sinh/contract'
import { markAllNoticesRead } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'

export function readAllNotices(server: Server, { sql }: Platform): void {
  addRoute(server, readAllNoticesRoute, async ({ request }) => {
    await markAllNoticesRead(sql, requireActor(request, 'citizen').personId)
    return undefined
  })
}

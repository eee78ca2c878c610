import { readNoticeRoute } from '@an-sinh/contract'
import { markNoticeRead } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'

export function readNotice(server: Server, { sql }: Platform): void {
  addRoute(server, readNoticeRoute, async ({ params, request }) => {
    const { personId } = requireActor(request, 'citizen')
    if (!(await markNoticeRead(sql, personId, params.noticeId))) throw new Refusal('not-found')
    return undefined
  })
}

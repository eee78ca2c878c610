import { listNoticesRoute } from '@an-sinh/contract'
import { countUnreadNotices, listNoticeRows } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { toNoticeAnswer } from './to-notice-answer.ts'

const SHOWN = 200

export function listNotices(server: Server, { sql }: Platform): void {
  addRoute(server, listNoticesRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const rows = await listNoticeRows(sql, personId, SHOWN)
    return { unread: await countUnreadNotices(sql, personId), notices: rows.map(toNoticeAnswer) }
  })
}

import { getNoticeRoute } from '@an-sinh/contract'
import { listDeliveries, type MessageState } from '../messages/index.ts'
import { findNotice } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { toNoticeAnswer } from './to-notice-answer.ts'

/** What a person needs to know of the seven states of the outbox; a message taken back is not told. */
const TOLD_STATES: Readonly<Record<MessageState, 'waiting' | 'sent' | 'delivered' | 'failed' | null>> = {
  queued: 'waiting',
  temporary: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  permanent: 'failed',
  cancelled: null,
}

export function getNotice(server: Server, { sql }: Platform): void {
  addRoute(server, getNoticeRoute, async ({ params, request }) => {
    const { personId } = requireActor(request, 'citizen')
    const row = requireFound(await findNotice(sql, personId, params.noticeId), 'not-found')
    const deliveries = (await listDeliveries(sql, personId, row.noticeKey)).flatMap(({ channel, state, at }) => {
      const told = TOLD_STATES[state]
      return told === null ? [] : [{ channel, state: told, at: at.toISOString() }]
    })
    return { notice: toNoticeAnswer(row), deliveries }
  })
}

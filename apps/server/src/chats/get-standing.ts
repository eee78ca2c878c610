import type { ChatStanding, getChatStandingRoute, Route } from '@an-sinh/contract'
import {
  type ChatAskerKind,
  type ChatRule,
  civilDateIn,
  estimateWait,
  findChatRule,
  isStaffed,
  listChatCategories,
  nextStaffedMs,
} from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { loadCalendar } from '../reference/index.ts'
import { type Asker, findOwnOpenChat } from './chat-queries.ts'
import { readStanding } from './desk-queries.ts'
import { keepSecret, type WhoAsks } from './who-asks.ts'

/** The same endpoint for another kind of asker: another address, the same shapes. */
export type Likewise<R extends Route> = Omit<R, 'operationId' | 'url' | 'surface' | 'access'> &
  Pick<Route, 'operationId' | 'url' | 'surface' | 'access'>

type Facts = Pick<ChatStanding, 'open' | 'staffed' | 'nextAt' | 'waiting' | 'waitMinutes' | 'full'> & { rule: ChatRule }

/**
 * Whether somebody is there, by the hours and in truth, and how long whoever comes now would wait. Who is not signed in finds the queue full
 * when half of it is such as they: a flood of strangers leaves the other half to everybody else.
 */
export async function readDesk(sql: Queryable, { actor }: Pick<Asker, 'actor'>): Promise<Facts> {
  const standing = await readStanding(sql, findChatRule(civilDateIn(Date.now())))
  const nowMs = standing.now.getTime()
  const rule = findChatRule(civilDateIn(nowMs))
  const calendar = await loadCalendar(sql)
  const { agents, freeSeats, waiting, strangers } = standing
  const places = agents * rule.waitingOfAgent
  const minutesOfChat = standing.minutesOfChat ?? rule.minutesOfChat
  const staffed = isStaffed(nowMs, rule, calendar)
  return {
    rule,
    staffed,
    open: agents > 0 && staffed,
    nextAt: new Date(nextStaffedMs(nowMs, rule, calendar)).toISOString(),
    waiting,
    waitMinutes: estimateWait({ place: waiting + 1, freeSeats, agents, chatsOfAgent: rule.chatsOfAgent, minutesOfChat }),
    full: agents > 0 && (waiting >= places || (actor.kind === 'anonymous' && strangers >= Math.floor(places / 2))),
  }
}

export function getStanding(
  server: Server,
  platform: Platform,
  { route, who, askerKind }: { route: Likewise<typeof getChatStandingRoute>; who: WhoAsks; askerKind: ChatAskerKind },
): void {
  addRoute(server, route, async ({ request, reply }) => {
    const asker = await who(request)
    if (asker.actor.kind === 'anonymous') keepSecret(request, reply)
    const { rule, ...facts } = await readDesk(platform.sql, asker)
    return {
      ...facts,
      weekdays: [...rule.weekdays],
      spans: rule.spans.map((span) => [...span]),
      wordsMax: rule.wordsMax,
      categories: listChatCategories(askerKind).map(({ code, name }) => ({ code, name })),
      own: await findOwnOpenChat(platform.sql, asker),
    }
  })
}

import * as contract from '@an-sinh/contract'
import { keptInterval } from '@an-sinh/domain'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { beginChat } from './begin-chat.ts'
import { answerChat, closeChat, handOverChat, takeChat } from './desk-chats.ts'
import { beginChatDuty, endChatDuty, followChatDesk, markDesk } from './desk-duty.ts'
import { getStanding } from './get-standing.ts'
import { streamsOf } from './keep-streams.ts'
import { deleteOutdatedChats } from './desk-queries.ts'
import { endOwnChat, followChat, getChat, markChat, sayInChat } from './own-chat.ts'
import { settleChats } from './settle-chats.ts'
import { officerAsks, quietResolvers, whoAsks } from './who-asks.ts'

function registerCitizensChats(server: Server, platform: Platform): void {
  const asking = { who: whoAsks(server.resolvers), quietly: whoAsks(quietResolvers(server, platform)) }
  getStanding(server, platform, { ...asking, route: contract.getChatStandingRoute, askerKind: 'citizen' })
  beginChat(server, platform, { ...asking, route: contract.beginChatRoute })
  getChat(server, platform, { ...asking, route: contract.getChatRoute })
  followChat(server, platform, { ...asking, route: contract.followChatRoute })
  sayInChat(server, platform, { ...asking, route: contract.sayInChatRoute })
  markChat(server, platform, { ...asking, route: contract.markChatRoute })
  endOwnChat(server, platform, { ...asking, route: contract.endChatRoute })
}

function registerEmployersChats(server: Server, platform: Platform): void {
  const asking = { who: officerAsks(server.resolvers), quietly: officerAsks(quietResolvers(server, platform)) }
  getStanding(server, platform, { ...asking, route: contract.getEmployerChatStandingRoute, askerKind: 'employer' })
  beginChat(server, platform, { ...asking, route: contract.beginEmployerChatRoute })
  getChat(server, platform, { ...asking, route: contract.getEmployerChatRoute })
  followChat(server, platform, { ...asking, route: contract.followEmployerChatRoute })
  sayInChat(server, platform, { ...asking, route: contract.sayInEmployerChatRoute })
  markChat(server, platform, { ...asking, route: contract.markEmployerChatRoute })
  endOwnChat(server, platform, { ...asking, route: contract.endEmployerChatRoute })
}

/** Talking with the support desk: the queue, the streams, the desk. */
export function registerChats(server: Server, platform: Platform): void {
  registerCitizensChats(server, platform)
  registerEmployersChats(server, platform)
  for (const register of [beginChatDuty, endChatDuty, markDesk, followChatDesk, takeChat, answerChat, handOverChat, closeChat])
    register(server, platform)
  server.fastify.addHook('preClose', async () => streamsOf(platform).sendAway())
}

export { findAskerOfChat } from './chat-queries.ts'
export { streamsOf } from './keep-streams.ts'
export { settleChats } from './settle-chats.ts'

/** What time does to chats also while nobody follows one, and by night those that ended long ago. */
export async function startChatJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('settle-chats', async () => {
    const { changed } = await settleChats(platform)
    if (changed.length > 0) streamsOf(platform).changed(changed, true)
  })
  await platform.jobs.schedule('settle-chats', '* * * * *')
  await platform.jobs.work('erase-chats', async () => {
    platform.log.info({ chats: await deleteOutdatedChats(platform.sql, keptInterval('chat')) }, 'chats erased')
  })
  await platform.jobs.schedule('erase-chats', '50 3 * * *')
}

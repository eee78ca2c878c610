import type { beginChatRoute, ChatWithMessages } from '@an-sinh/contract'
import { findChatCategory, maskName, maskNumber, maskSecrets } from '@an-sinh/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { findPerson } from '../persons/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { countStranger } from '../platform/stranger-limits.ts'
import { inTransaction } from '../platform/transaction.ts'
import { type Asker, findOwnChat, findOwnOpenChat, insertChat, listMessages, type NewChat, writeMessage } from './chat-queries.ts'
import { listPlaces } from './desk-queries.ts'
import { type Likewise, readDesk } from './get-standing.ts'
import { streamsOf } from './keep-streams.ts'
import { toChat, toMessage } from './to-chat.ts'
import { keepSecret, type WhoAsks } from './who-asks.ts'

/** The chat with everything said in it, for whoever asks. @throws Refusal `not-found`, for somebody else's as for one that never was */
export async function loadOwnChat(platform: Pick<Platform, 'sql' | 'keyring'>, chatId: string, asker: Asker): Promise<ChatWithMessages> {
  const { sql, keyring } = platform
  const row = requireFound(await findOwnChat(sql, chatId, asker), 'not-found')
  const { rule } = await readDesk(sql, asker)
  const [place = null] = row.state === 'waiting' ? await listPlaces(sql, [chatId], rule) : []
  return { chat: toChat(keyring, row, place, { rule, minutesOfChat: null }), messages: (await listMessages(sql, chatId)).map(toMessage) }
}

/** Words as they may be kept. @throws Refusal `chat-words` */
export function readWords(words: string, most: number): { words: string; masked: boolean } {
  const trimmed = words.trim()
  if (trimmed === '' || trimmed.length > most) throw new Refusal('chat-words')
  return maskSecrets(trimmed)
}

type Shown = Pick<NewChat, 'askerKind' | 'askerId' | 'officerId' | 'secretHash' | 'askerShown' | 'officeId'>

/** What is kept of whoever asks: name and number in part. */
async function describeAsker(sql: Queryable, { actor, secretHash }: Asker): Promise<Shown> {
  const nobody = { askerId: null, officerId: null, secretHash: null, officeId: null, askerShown: '' }
  if (actor.kind === 'citizen') {
    const person = await findPerson(sql, actor.personId)
    const askerShown = person === null ? '' : `${maskName(person.fullName)} · ${maskNumber(person.insuranceNumber)}`
    return { ...nobody, askerKind: 'citizen', askerId: actor.personId, askerShown }
  }
  if (actor.kind === 'employer') {
    const { employerId, officerId, officeId, employerCode, fullName } = actor
    return {
      ...nobody,
      askerKind: 'employer',
      askerId: employerId,
      officerId,
      officeId,
      askerShown: `${employerCode} · ${maskName(fullName)}`,
    }
  }
  return { ...nobody, askerKind: 'stranger', secretHash }
}

/** A signed-in person and a browser count for themselves; of a network that begins many, each works first. @throws Refusal `work-first`, `too-many` */
async function limitBeginning(platform: Platform, request: FastifyRequest, reply: FastifyReply, { actor }: Asker): Promise<void> {
  if (actor.kind === 'citizen') return platform.limits.consume('chat-begin', `person/${actor.personId}`)
  if (actor.kind === 'employer') return platform.limits.consume('chat-begin', `officer/${actor.officerId}`)
  const counts = { device: 'chat-begin', deviceKey: 'device/', network: 'chat-begin-network', about: 'chat' } as const
  return countStranger(platform, { request, reply }, counts)
}

/** Joins the queue. Whoever has an open chat is led back to it. */
export function beginChat(
  server: Server,
  platform: Platform,
  { route, who }: { route: Likewise<typeof beginChatRoute>; who: WhoAsks },
): void {
  addRoute(server, route, async ({ body, request, reply }) => {
    const found = await who(request)
    const asker = found.actor.kind === 'anonymous' ? { ...found, secretHash: keepSecret(request, reply) } : found
    const { chatId, messageId, language } = body
    const begun = (await findOwnChat(platform.sql, chatId, asker))?.chatId ?? (await findOwnOpenChat(platform.sql, asker))
    if (begun !== null) return loadOwnChat(platform, begun, asker)
    const about = await describeAsker(platform.sql, asker)
    const category = requireFound(findChatCategory(body.category, about.askerKind), 'chat-category')
    const { open, full, rule } = await readDesk(platform.sql, asker)
    const kept = readWords(body.words, rule.wordsMax)
    if (!open) throw new Refusal('chat-closed')
    if (full) throw new Refusal('chat-queue-full')
    await limitBeginning(platform, request, reply, asker)
    const made = await inTransaction(platform, async (transaction) => {
      const { code, department } = category
      const chat = { ...about, chatId, language, category: code, department, ruleVersion: rule.version }
      if (!(await insertChat(transaction, chat))) return false
      await writeMessage(transaction, { chatId, messageId, byKind: 'asker', byId: null, kind: 'words', ...kept }, { asker })
      const personId = asker.personId
      await recordAudit(transaction, { actor: asker.actor, action: 'chat-begun', personId, requestId: request.id, details: { chatId } })
      return true
    })
    // Begun at the same moment on another page.
    if (!made) return loadOwnChat(platform, (await findOwnOpenChat(platform.sql, asker)) ?? chatId, asker)
    streamsOf(platform).changed([chatId], true)
    return loadOwnChat(platform, chatId, asker)
  })
}

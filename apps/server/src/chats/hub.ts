import { type ChatRule, civilDateIn, findChatRule } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { type ChatRow, listChats, listMessagesAfter, type MessageRow } from './chat-queries.ts'
import { listAgents, listPlaces, listWaiting, type QueuePlace, readStanding } from './desk-queries.ts'
import type { EventStream } from './event-stream.ts'
import { type Pace, toChat, toDeskChat, toMessage } from './to-chat.ts'

/** One page of an asker. `seq`: how far it has got. */
export type AskerFeed = { readonly stream: EventStream; readonly chatId: string; seq: number; row: ChatRow | null; shown: string }
/** One page of an agent. `seqs`: the chats it shows and how far each has got. */
export type DeskFeed = {
  readonly stream: EventStream
  readonly staffId: number
  readonly seqs: Map<string, number>
  readonly shown: Map<string, string>
  queueShown: string
}

const MESSAGES_MOST = 400
const CHATS_MOST = 200
/** Pages of one chat, or of one agent: beyond them the eldest is sent away and comes again later. */
const FEEDS_OF_ONE = 5
const LATER_MS = 60_000
/** Places of the queue are told at most this often. */
const QUEUE_EVERY_MS = 500
/** After an error of the database. */
const AGAIN_MS = 500

const cursorOf = ({ seqs }: DeskFeed): string => [...seqs].map(([chatId, seq]) => `${chatId}.${seq}`).join('~')

const take = <T>(from: Set<T>, most: number): T[] => {
  const taken = [...from].slice(0, most)
  for (const one of taken) from.delete(one)
  return taken
}

/**
 * What is new in the database goes out to the streams of this process. A chat that changed is marked; one loop, never two at a time, reads what
 * the marked chats have after what their streams have got, and sends it on. So the database is asked once for many, a stream that is new or behind
 * is no special case, and nothing is lost with a lost notification: the next mark makes it good.
 */
export class ChatHub {
  readonly #platform: Pick<Platform, 'sql' | 'log' | 'keyring'>
  readonly #askers = new Map<string, Set<AskerFeed>>()
  readonly #desks = new Map<number, Set<DeskFeed>>()
  readonly #marked = new Set<string>()
  #queueMarked = false
  #queueAt = 0
  #working = false
  #places = new Map<string, QueuePlace>()
  #pace: Pace = { rule: findChatRule(civilDateIn(Date.now())), minutesOfChat: null }

  constructor(platform: Pick<Platform, 'sql' | 'log' | 'keyring'>) {
    this.#platform = platform
  }

  get feeds(): (AskerFeed | DeskFeed)[] {
    return [...this.#askers.values(), ...this.#desks.values()].flatMap((feeds) => [...feeds])
  }

  get rule(): ChatRule {
    return this.#pace.rule
  }

  add(feed: AskerFeed | DeskFeed): void {
    if ('chatId' in feed) this.#keep(this.#askers, feed.chatId, feed)
    else this.#keep(this.#desks, feed.staffId, feed)
    const markFeed = (): void => this.mark('chatId' in feed ? [feed.chatId] : [...feed.seqs.keys()], true)
    feed.stream.onDrain = markFeed
    markFeed()
  }

  #keep<K, F extends AskerFeed | DeskFeed>(kept: Map<K, Set<F>>, key: K, feed: F): void {
    const feeds = kept.get(key) ?? new Set<F>()
    kept.set(key, feeds.add(feed))
    feed.stream.onClose = () => {
      feeds.delete(feed)
      if (feeds.size === 0 && kept.get(key) === feeds) kept.delete(key)
    }
    const [eldest] = feeds
    if (feeds.size > FEEDS_OF_ONE) eldest?.stream.end('reconnect', { afterMs: Math.round(LATER_MS * (1 + Math.random())) })
  }

  /** These chats, or the queue, are to be looked at. */
  mark(chatIds: readonly string[], queue: boolean): void {
    for (const chatId of chatIds) if (this.#askers.has(chatId) || this.#desks.size > 0) this.#marked.add(chatId)
    this.#queueMarked ||= queue
    void this.#work()
  }

  /** Everything that streams here are about. */
  markAll(): void {
    this.mark(
      [...this.#askers.keys(), ...[...this.#desks.values()].flatMap((feeds) => [...feeds].flatMap(({ seqs }) => [...seqs.keys()]))],
      true,
    )
  }

  async #work(): Promise<void> {
    if (this.#working) return
    this.#working = true
    try {
      while (this.#marked.size > 0) await this.#deliver(take(this.#marked, CHATS_MOST))
      if (this.#queueMarked) await this.#tellQueue()
    } catch (error) {
      // The database is away: what was taken is looked at again with everything else.
      this.#platform.log.warn({ err: error }, 'chats not read')
      setTimeout(() => this.markAll(), AGAIN_MS).unref()
    } finally {
      this.#working = false
    }
    if (this.#marked.size > 0) void this.#work()
  }

  async #deliver(chatIds: readonly string[]): Promise<void> {
    const rows = await listChats(this.#platform.sql, chatIds)
    for (const row of rows) this.#giveToDesks(row)
    const after = new Map<string, number>()
    for (const row of rows) {
      const least = Math.min(...this.#seqsOf(row))
      if (least < row.lastSeq) after.set(row.chatId, least)
    }
    const messages = after.size === 0 ? [] : await listMessagesAfter(this.#platform.sql, after, MESSAGES_MOST)
    if (messages.length === MESSAGES_MOST) for (const chatId of after.keys()) this.#marked.add(chatId)
    const byChat = new Map<string, MessageRow[]>()
    for (const message of messages) byChat.set(message.chatId, [...(byChat.get(message.chatId) ?? []), message])
    for (const row of rows) {
      for (const feed of this.#askers.get(row.chatId) ?? []) this.#feedAsker(feed, row, byChat.get(row.chatId) ?? [])
      for (const feed of this.#desksWith(row.chatId)) this.#feedDesk(feed, row, byChat.get(row.chatId) ?? [])
    }
  }

  /** A chat that came to an agent shows on all of their pages. */
  #giveToDesks({ chatId, agentId }: ChatRow): void {
    if (agentId === null) return
    for (const feed of this.#desks.get(agentId) ?? []) if (!feed.seqs.has(chatId)) feed.seqs.set(chatId, 0)
  }

  #desksWith(chatId: string): DeskFeed[] {
    return [...this.#desks.values()].flatMap((feeds) => [...feeds].filter(({ seqs }) => seqs.has(chatId)))
  }

  /** How far the streams have got that can take something now. */
  #seqsOf({ chatId }: ChatRow): number[] {
    const askers = [...(this.#askers.get(chatId) ?? [])].filter(({ stream }) => !stream.isBlocked).map(({ seq }) => seq)
    const desks = this.#desksWith(chatId).filter(({ stream }) => !stream.isBlocked)
    return [...askers, ...desks.map(({ seqs }) => seqs.get(chatId) ?? 0)]
  }

  /**
   * Nothing is left out: a stream that came, or caught up, while the messages were being read stands further back than they begin, and is served
   * by the next round.
   */
  #isNext(stream: EventStream, seq: number, message: MessageRow): boolean {
    if (stream.isBlocked) return false
    if (message.seq === seq + 1) return true
    this.#marked.add(message.chatId)
    return false
  }

  #feedAsker(feed: AskerFeed, row: ChatRow, messages: readonly MessageRow[]): void {
    for (const message of messages) {
      if (message.seq <= feed.seq) continue
      if (!this.#isNext(feed.stream, feed.seq, message)) return
      if (!feed.stream.send('message', toMessage(message), String(message.seq))) return
      feed.seq = message.seq
    }
    feed.row = row
    this.#showAsker(feed)
    if (row.state === 'ended' && feed.seq >= row.lastSeq && !feed.stream.isBlocked) feed.stream.end('over', { why: 'ended' })
  }

  #showAsker(feed: AskerFeed): void {
    if (feed.row === null) return
    const state = toChat(this.#platform.keyring, feed.row, this.#places.get(feed.chatId) ?? null, this.#pace)
    const shown = JSON.stringify(state)
    if (shown !== feed.shown && feed.stream.send('state', state)) feed.shown = shown
  }

  #feedDesk(feed: DeskFeed, row: ChatRow, messages: readonly MessageRow[]): void {
    const { chatId } = row
    const isTheirs = row.agentId === feed.staffId
    if (!isTheirs && row.state !== 'ended') {
      if (feed.stream.send('gone', { chatId })) feed.seqs.delete(chatId)
      return
    }
    for (const message of messages) {
      const seq = feed.seqs.get(chatId) ?? 0
      if (message.seq <= seq) continue
      if (!this.#isNext(feed.stream, seq, message)) return
      feed.seqs.set(chatId, message.seq)
      feed.stream.send('message', { chatId, ...toMessage(message) }, cursorOf(feed))
    }
    const card = toDeskChat(row)
    const shown = JSON.stringify(card)
    if (shown !== feed.shown.get(chatId)) {
      if (!feed.stream.send('chat', card)) return
      feed.shown.set(chatId, shown)
    }
    if (isTheirs || (feed.seqs.get(chatId) ?? 0) < row.lastSeq) return
    feed.seqs.delete(chatId)
    feed.shown.delete(chatId)
  }

  async #tellQueue(): Promise<void> {
    const wait = this.#queueAt + QUEUE_EVERY_MS - Date.now()
    if (wait > 0) {
      setTimeout(() => this.mark([], true), wait).unref()
      return
    }
    this.#queueMarked = false
    this.#queueAt = Date.now()
    const { sql } = this.#platform
    const { now, minutesOfChat } = await readStanding(sql, this.#pace.rule)
    this.#pace = { rule: findChatRule(civilDateIn(now.getTime())), minutesOfChat }
    const waiting = [...this.#askers.values()].flatMap((feeds) => [...feeds].filter(({ row }) => row?.state === 'waiting'))
    const chatIds = [...new Set(waiting.map(({ chatId }) => chatId))]
    this.#places = new Map((await listPlaces(sql, chatIds, this.#pace.rule)).map((place) => [place.chatId, place]))
    for (const feed of waiting) this.#showAsker(feed)
    if (this.#desks.size === 0) return
    const queue = { waiting: await listWaiting(sql), agents: await listAgents(sql) }
    const shown = JSON.stringify(queue)
    for (const feed of [...this.#desks.values()].flatMap((feeds) => [...feeds]))
      if (feed.queueShown !== shown && feed.stream.send('queue', queue)) feed.queueShown = shown
  }
}

import { randomUUID } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { listenToProcesses, tellProcesses } from './desk-queries.ts'
import { ChatHub } from './hub.ts'
import { settleChats } from './settle-chats.ts'

const STREAMS_MOST = 4000
const TICK_MS = 1000
const PING_EVERY_MS = 10_000
const SETTLE_EVERY_MS = 5000
/** Each stream's right to go on is looked at this often. */
const CHECK_EVERY_MS = 5000
/** Without hearing oneself for so long one is deaf, and the database is asked every second instead. */
const DEAF_MS = 25_000
const TELL_EVERY_MS = 20
/** A payload of NOTIFY holds 8,000 bytes. */
const IDS_OF_PAYLOAD = 150

/** Whether whoever follows still may. */
type MayGoOn = () => Promise<boolean>
type Followed = { readonly mayGoOn: MayGoOn; checkedAt: number }

const stillMay = async ({ mayGoOn }: Followed): Promise<boolean> => {
  try {
    return await mayGoOn()
  } catch (error) {
    // Anything but a refusal is trouble of ours and no reason to send anybody away.
    return !(error instanceof Refusal)
  }
}

/** One per process, whatever hosts it serves: all of its chat streams, their heartbeat, and the one connection that listens to other processes. */
export class ChatStreams {
  readonly #platform: Platform
  readonly #processId = randomUUID().slice(0, 8)
  readonly #followed = new Map<ChatHub['feeds'][number], Followed>()
  readonly #untold = new Set<string>()
  readonly hub: ChatHub
  #timer: NodeJS.Timeout | null = null
  #tells = false
  #ticking = false
  #heardAt = 0
  #pingedAt = 0
  #settledAt = 0

  constructor(platform: Platform) {
    this.#platform = platform
    this.hub = new ChatHub(platform)
  }

  /** What one process carries is bounded. @throws Refusal `unavailable` */
  requireRoom(): void {
    if (this.#followed.size >= STREAMS_MOST) throw new Refusal('unavailable')
  }

  follow(feed: ChatHub['feeds'][number], mayGoOn: MayGoOn): void {
    this.#begin()
    if (!feed.stream.isOpen) return
    this.#followed.set(feed, { mayGoOn, checkedAt: Date.now() })
    this.hub.add(feed)
  }

  /** Something of these chats changed and is committed; `queue`: the queue, too. */
  changed(chatIds: readonly string[], queue = false): void {
    for (const chatId of chatIds) this.#untold.add(chatId)
    if (queue) this.#untold.add('queue')
    if (!this.#tells) {
      this.#tells = true
      setTimeout(() => void this.#tell(), TELL_EVERY_MS).unref()
    }
    this.hub.mark(chatIds, queue)
  }

  /** Before the process ends: every client is told to come again, each at another moment. */
  sendAway(): void {
    for (const { stream } of this.hub.feeds) stream.end('reconnect', { afterMs: Math.round(200 + Math.random() * 1800) })
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  #begin(): void {
    if (this.#timer !== null) return
    this.#timer = setInterval(
      () => void this.#tick().catch((error: unknown) => this.#platform.log.warn({ err: error }, 'chats')),
      TICK_MS,
    ).unref()
    const take = (payload: string): void => {
      const [from, ...ids] = payload.split(' ')
      if (from === this.#processId) this.#heardAt = Date.now()
      else
        this.hub.mark(
          ids.filter((id) => id !== 'queue'),
          ids.includes('queue'),
        )
    }
    const onOpen = (): void => {
      this.#heardAt = Date.now()
      this.hub.markAll()
    }
    listenToProcesses(this.#platform.sql, take, onOpen).catch((error: unknown) =>
      this.#platform.log.warn({ err: error }, 'chats not heard'),
    )
  }

  /** After the commit and together for many: a NOTIFY inside of writing transactions would make their commits wait for each other. */
  async #tell(): Promise<void> {
    this.#tells = false
    const ids = [...this.#untold]
    this.#untold.clear()
    for (let at = 0; at < ids.length; at += IDS_OF_PAYLOAD) {
      const payload = [this.#processId, ...ids.slice(at, at + IDS_OF_PAYLOAD)].join(' ')
      // One that is lost is made good by the next look at everything.
      await tellProcesses(this.#platform.sql, payload).catch(() => undefined)
    }
  }

  async #tick(): Promise<void> {
    if (this.#ticking) return
    this.#ticking = true
    try {
      await this.#look()
    } finally {
      this.#ticking = false
    }
  }

  async #look(): Promise<void> {
    const now = Date.now()
    const { feeds } = this.hub
    const isDeaf = now - this.#heardAt > DEAF_MS
    if (now - this.#pingedAt >= PING_EVERY_MS) {
      this.#pingedAt = now
      for (const { stream } of feeds) stream.ping()
      if (feeds.length > 0) await tellProcesses(this.#platform.sql, this.#processId)
      this.hub.markAll()
    } else if (isDeaf) this.hub.markAll()
    await this.#check(now)
    if (now - this.#settledAt < SETTLE_EVERY_MS) return
    this.#settledAt = now
    const { changed, queue } = await settleChats(this.#platform)
    if (changed.length > 0 || queue) this.changed(changed, true)
  }

  /** Some streams at every tick, each in its turn: who signed out, was stopped or has no session any more hears no more. */
  async #check(now: number): Promise<void> {
    for (const [feed, followed] of this.#followed) {
      if (!feed.stream.isOpen) this.#followed.delete(feed)
      else if (now - followed.checkedAt >= CHECK_EVERY_MS) {
        followed.checkedAt = now
        if (!(await stillMay(followed))) feed.stream.end('over', { why: 'session' })
      }
    }
  }
}

const streams = new WeakMap<Platform['sql'], ChatStreams>()

/** The streams of this process. */
export function streamsOf(platform: Platform): ChatStreams {
  const found = streams.get(platform.sql) ?? new ChatStreams(platform)
  streams.set(platform.sql, found)
  return found
}

import type { ChatMessage, ChatQueue, DeskChat } from '@an-sinh/contract'
import { lastWithoutGap } from '@an-sinh/domain'
import { EventFollower } from '@an-sinh/ui/events'
import { markChats } from './chat-calls.ts'
import { closeTalk, cursorOf, type Desk, type DeskStep, takeDeskStep } from './desk-state.ts'

const MARK_AFTER_MS = 800

const toStep = (event: string, data: unknown): DeskStep | null => {
  if (event === 'message') {
    const { chatId, ...message } = data as ChatMessage & { chatId: string }
    return { of: 'message', chatId, message }
  }
  if (event === 'chat') return { of: 'card', card: data as DeskChat }
  if (event === 'queue') return { of: 'queue', queue: data as ChatQueue }
  if (event === 'gone') return { of: 'gone', chatId: (data as { chatId: string }).chatId }
  return event === 'over' ? { of: 'over' } : null
}

/** The desk of one duty: its stream, its marks, and what the agent closes or looks at. */
export class DeskRoom {
  readonly #dutyId: string
  readonly #follower: EventFollower
  readonly #listeners = new Set<() => void>()
  #desk: Desk = { talks: [], queue: null, line: 'connecting', isOver: false }
  #marking = 0
  #ring: (() => void) | null = null

  constructor(dutyId: string) {
    this.#dutyId = dutyId
    this.#follower = new EventFollower({
      address: () => `/api/chat-duties/${dutyId}/events?after=${cursorOf(this.#desk)}`,
      events: ['message', 'chat', 'queue', 'gone'],
      onEvent: (event, data) => this.#hear(event, data),
      onLine: (line) => this.#take({ of: 'line', line }),
    })
  }

  readonly read = (): Desk => this.#desk

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Answers how to leave. */
  readonly enter = (): (() => void) => {
    this.#follower.start()
    return () => {
      this.#follower.stop()
      clearTimeout(this.#marking)
    }
  }

  /** When an asker says something; null: in silence. */
  ringWith(ring: (() => void) | null): void {
    this.#ring = ring
  }

  readonly look = (chatId: string): void => {
    this.#take({ of: 'seen', chatId })
    this.#markSoon()
  }

  readonly add = (chatId: string, message: ChatMessage): void => this.#take({ of: 'message', chatId, message })
  readonly addCard = (card: DeskChat): void => this.#take({ of: 'card', card })
  readonly close = (chatId: string): void => this.#set(closeTalk(this.#desk, chatId))

  #set(desk: Desk): void {
    this.#desk = desk
    for (const listener of this.#listeners) listener()
  }

  #take(step: DeskStep): void {
    this.#set(takeDeskStep(this.#desk, step))
  }

  #hear(event: string, data: unknown): void {
    const step = toStep(event, data)
    if (step !== null) this.#take(step)
    if (event === 'ping') this.#mark()
    if (step?.of !== 'message') return
    if (step.message.by === 'asker') this.#ring?.()
    this.#markSoon()
  }

  /** The page's sign of life, and how far each chat has got. */
  #mark(): void {
    const chats = this.#desk.talks
      .filter(({ card }) => card?.state === 'active')
      .map(({ chatId, messages, seen }) => ({ chatId, delivered: lastWithoutGap(messages), seen }))
    markChats(this.#dutyId, { chats }).catch(() => undefined)
  }

  #markSoon(): void {
    clearTimeout(this.#marking)
    this.#marking = window.setTimeout(() => this.#mark(), MARK_AFTER_MS)
  }
}

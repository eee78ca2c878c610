import type { Chat, ChatMessage, ChatWithMessages } from '@an-sinh/contract'
import { addMessages, lastWithoutGap } from '@an-sinh/domain'
import { EventFollower, type Line } from '@an-sinh/ui/events'
import { call } from '../shared/api/call.ts'
import { Failure, isPassing } from '../shared/api/failure.ts'
import { keepUnsent, listUnsent, type Unsent } from './unsent.ts'

export type Talk = {
  readonly chat: Chat
  readonly messages: readonly ChatMessage[]
  readonly unsent: readonly Unsent[]
  readonly line: Line
  /** Why it cannot go on here: signed out, or the chat is gone. */
  readonly failure: unknown
}

/** Marks leave together, after a moment in which more may come. */
const MARK_AFTER_MS = 800
/** From the second failure on the page asks whether the chat is still there at all. */
const ASK_FROM = 2

/** One's own chat as it goes on: followed, marked as seen while the page is looked at, and what is written sent when there is a line. */
export class ChatRoom {
  readonly #chatId: string
  readonly #follower: EventFollower
  readonly #listeners = new Set<() => void>()
  #talk: Talk
  #sending = false
  #marking = 0

  constructor({ chat, messages }: ChatWithMessages) {
    this.#chatId = chat.chatId
    this.#talk = { chat, messages, unsent: [], line: 'connecting', failure: null }
    this.#follower = new EventFollower({
      address: () => `/api/chats/${this.#chatId}/events?after=${lastWithoutGap(this.#talk.messages)}`,
      events: ['message', 'state'],
      onEvent: (event, data) => this.#take(event, data),
      onLine: (line, failures) => this.#noteLine(line, failures),
    })
    void listUnsent(this.#chatId).then((kept) => this.#goOnWith(kept))
  }

  readonly read = (): Talk => this.#talk

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Answers how to leave. */
  readonly enter = (): (() => void) => {
    if (this.#talk.chat.state === 'ended') return () => undefined
    this.#follower.start()
    window.addEventListener('online', this.#sendLater)
    document.addEventListener('visibilitychange', this.#markSoon)
    return () => {
      this.#follower.stop()
      clearTimeout(this.#marking)
      window.removeEventListener('online', this.#sendLater)
      document.removeEventListener('visibilitychange', this.#markSoon)
    }
  }

  readonly say = (words: string): void =>
    this.#send([...this.#talk.unsent, { messageId: crypto.randomUUID(), words, writtenAt: Date.now(), refused: null }])

  readonly sayAgain = (messageId: string): void =>
    this.#send(this.#talk.unsent.map((one) => (one.messageId === messageId ? { ...one, refused: null } : one)))

  readonly end = async (): Promise<void> => this.#show(await call('POST /api/chats/:chatId/ending', { params: { chatId: this.#chatId } }))

  #change(change: Partial<Talk>): void {
    this.#talk = { ...this.#talk, ...change }
    for (const listener of this.#listeners) listener()
  }

  #add(more: readonly ChatMessage[]): void {
    const messages = addMessages(this.#talk.messages, more)
    this.#change({ messages })
    this.#keep(this.#talk.unsent.filter(({ messageId }) => messages.every((one) => one.messageId !== messageId)))
  }

  #show({ chat, messages }: ChatWithMessages): void {
    this.#change({ chat })
    this.#add(messages)
    // What came too late is told so, rather than left waiting.
    if (chat.state === 'ended') this.#sendLater()
  }

  #keep(unsent: readonly Unsent[]): void {
    void keepUnsent(this.#chatId, this.#talk.unsent, unsent)
    this.#change({ unsent })
  }

  /** What another page of this chat, or this one before it was loaded again, left unsent: before what was written meanwhile. */
  #goOnWith(kept: readonly Unsent[]): void {
    const { unsent, messages, chat } = this.#talk
    const isIn = (all: readonly { readonly messageId: string }[], { messageId }: Unsent): boolean =>
      all.some((one) => one.messageId === messageId)
    const arrived = kept.filter((one) => isIn(messages, one))
    const left = kept.filter((one) => !isIn(messages, one) && !isIn(unsent, one))
    void keepUnsent(this.#chatId, arrived, [])
    if (left.length === 0) return
    this.#change({ unsent: [...left, ...unsent] })
    if (this.#talk.line === 'open' || chat.state === 'ended') this.#sendLater()
  }

  #send(unsent: readonly Unsent[]): void {
    this.#keep(unsent)
    void this.#sendAll()
  }

  readonly #sendLater = (): void => void this.#sendAll()

  /** One after the other, so that they are said in the order in which they were written. */
  async #sendAll(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    try {
      for (;;) {
        const next = this.#talk.unsent.find(({ refused }) => refused === null)
        if (next === undefined || !(await this.#sendOne(next))) return
      }
    } finally {
      this.#sending = false
    }
  }

  /** False: no line; it waits. */
  async #sendOne({ messageId, words }: Unsent): Promise<boolean> {
    const params = { chatId: this.#chatId }
    try {
      this.#add([await call('POST /api/chats/:chatId/messages', { params, body: { messageId, words } })])
    } catch (failure) {
      if (isPassing(failure)) return false
      const refused = failure instanceof Failure ? (failure.refusal?.sentence ?? '') : ''
      this.#keep(this.#talk.unsent.map((one) => (one.messageId === messageId ? { ...one, refused } : one)))
    }
    return true
  }

  #take(event: string, data: unknown): void {
    if (event === 'state') this.#change({ chat: data as Chat })
    else if (event === 'ping') {
      this.#mark()
      // The stream may have outlived a break that a message did not.
      this.#sendLater()
    } else if (event === 'over') this.#ask()
    else {
      this.#add([data as ChatMessage])
      this.#markSoon()
    }
  }

  #noteLine(line: Line, failures: number): void {
    this.#change({ line })
    if (line === 'open') void this.#sendAll()
    if (failures >= ASK_FROM) this.#ask()
  }

  #ask(): void {
    call('GET /api/chats/:chatId', { params: { chatId: this.#chatId } }).then(
      (found) => this.#show(found),
      (failure: unknown) => {
        if (!isPassing(failure)) this.#change({ failure })
      },
    )
  }

  /** The page's sign of life, and how far it has got. */
  #mark(): void {
    const delivered = lastWithoutGap(this.#talk.messages)
    const seen = document.visibilityState === 'visible' ? delivered : 0
    call('POST /api/chats/:chatId/marks', { params: { chatId: this.#chatId }, body: { delivered, seen } }).catch(() => undefined)
  }

  readonly #markSoon = (): void => {
    clearTimeout(this.#marking)
    this.#marking = window.setTimeout(() => this.#mark(), MARK_AFTER_MS)
  }
}

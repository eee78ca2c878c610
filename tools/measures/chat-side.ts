import { randomUUID } from 'node:crypto'

import { ChatClient } from './chat-client.ts'

const MARK_AFTER_MS = 800

export type Sent = { at: number; takenAt: number; to: ChatSide }

/** One of the two who talk, at their screen. */
export class ChatSide {
  readonly client: ChatClient
  /** When each message was first read here, by its id, and how often it came. */
  readonly read = new Map<string, number>()
  readonly sent = new Map<string, Sent>()
  doubled = 0
  disordered = 0
  marksPath = ''
  wordsPath = ''
  chatId = ''
  #seq = 0
  #marks = false
  #posting: Promise<unknown> = Promise.resolve()
  readonly #kind: 'asker' | 'agent'

  constructor(kind: 'asker' | 'agent', base: string, cookie: string) {
    this.#kind = kind
    this.client = new ChatClient(base, cookie)
    this.client.onEvent = ({ event, data }) => {
      if (event === 'message') this.#take(data as { messageId: string; seq: number })
      if (event === 'ping') this.#mark()
    }
  }

  #take({ messageId, seq }: { messageId: string; seq: number }): void {
    if (this.read.has(messageId)) this.doubled += 1
    else this.read.set(messageId, performance.now())
    if (seq !== this.#seq + 1) this.disordered += 1
    this.#seq = Math.max(this.#seq, seq)
    // Marks as the app sends them, a moment after.
    if (this.#marks) return
    this.#marks = true
    setTimeout(() => {
      this.#marks = false
      this.#mark()
    }, MARK_AFTER_MS)
  }

  #mark(): void {
    const marks = { delivered: this.#seq, seen: this.#seq }
    void this.client.post(
      this.marksPath,
      this.#kind === 'asker' ? marks : { chats: this.chatId === '' ? [] : [{ chatId: this.chatId, ...marks }] },
    )
  }

  /** One after the other, each until it is taken. */
  say(words: string, to: ChatSide): void {
    const messageId = randomUUID()
    this.#posting = this.#posting.then(async () => {
      const sent = { at: performance.now(), takenAt: Number.NaN, to }
      this.sent.set(messageId, sent)
      await this.client.patiently(this.wordsPath, { messageId, words })
      sent.takenAt = performance.now()
      return undefined
    })
  }

  /** When everything written is taken. */
  async settled(): Promise<void> {
    await this.#posting
  }
}

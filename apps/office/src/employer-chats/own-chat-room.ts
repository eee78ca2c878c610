import type { Chat, ChatMessage, ChatWithMessages } from '@an-sinh/contract'
import { addMessages, lastWithoutGap } from '@an-sinh/domain'
import { EventFollower, type Line } from '@an-sinh/ui/events'
import { getOwnChat, markOwnChat } from './own-chat-calls.ts'

const MARK_AFTER_MS = 800

export type OwnTalkState = { readonly chat: Chat; readonly messages: readonly ChatMessage[]; readonly line: Line }

/** One's own chat as it goes on. */
export class OwnChatRoom {
  readonly #chatId: string
  readonly #follower: EventFollower
  readonly #listeners = new Set<() => void>()
  #state: OwnTalkState
  #marking = 0

  constructor({ chat, messages }: ChatWithMessages) {
    this.#chatId = chat.chatId
    this.#state = { chat, messages, line: 'connecting' }
    this.#follower = new EventFollower({
      address: () => `/api/employer/chats/${this.#chatId}/events?after=${lastWithoutGap(this.#state.messages)}`,
      events: ['message', 'state'],
      onEvent: (event, data) => this.#take(event, data),
      onLine: (line) => this.#change({ line }),
    })
  }

  readonly read = (): OwnTalkState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Answers how to leave. */
  readonly enter = (): (() => void) => {
    if (this.#state.chat.state === 'ended') return () => undefined
    this.#follower.start()
    return () => {
      this.#follower.stop()
      clearTimeout(this.#marking)
    }
  }

  readonly add = (more: readonly ChatMessage[]): void => this.#change({ messages: addMessages(this.#state.messages, more) })

  readonly show = ({ chat, messages }: ChatWithMessages): void => {
    this.#change({ chat })
    this.add(messages)
  }

  #change(change: Partial<OwnTalkState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #take(event: string, data: unknown): void {
    if (event === 'state') this.#change({ chat: data as Chat })
    else if (event === 'ping') this.#mark()
    else if (event === 'over') getOwnChat(this.#chatId).then(this.show, () => undefined)
    else {
      this.add([data as ChatMessage])
      clearTimeout(this.#marking)
      this.#marking = window.setTimeout(() => this.#mark(), MARK_AFTER_MS)
    }
  }

  #mark(): void {
    markOwnChat(this.#chatId, lastWithoutGap(this.#state.messages)).catch(() => undefined)
  }
}

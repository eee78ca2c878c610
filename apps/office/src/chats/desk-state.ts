import type { ChatMessage, ChatQueue, DeskChat } from '@an-sinh/contract'
import { addMessages, lastWithoutGap } from '@an-sinh/domain'
import type { Line } from '@an-sinh/ui/events'

/** One chat of the desk; `card` is missing for the moment between its first message and its state. `seen`: how far the agent looked. */
export type DeskTalk = {
  readonly chatId: string
  readonly card: DeskChat | null
  readonly messages: readonly ChatMessage[]
  readonly seen: number
}
export type Desk = { readonly talks: readonly DeskTalk[]; readonly queue: ChatQueue | null; readonly line: Line; readonly isOver: boolean }
export type DeskStep =
  | { readonly of: 'message'; readonly chatId: string; readonly message: ChatMessage }
  | { readonly of: 'card'; readonly card: DeskChat }
  | { readonly of: 'queue'; readonly queue: ChatQueue }
  | { readonly of: 'gone'; readonly chatId: string }
  | { readonly of: 'seen'; readonly chatId: string }
  | { readonly of: 'line'; readonly line: Line }
  | { readonly of: 'over' }

const withTalk = (desk: Desk, chatId: string, change: (talk: DeskTalk) => DeskTalk): Desk => {
  const found = desk.talks.find((talk) => talk.chatId === chatId)
  const changed = change(found ?? { chatId, card: null, messages: [], seen: 0 })
  return { ...desk, talks: found === undefined ? [...desk.talks, changed] : desk.talks.map((talk) => (talk === found ? changed : talk)) }
}

/** What comes over the desk's stream, taken in. */
export const takeDeskStep = (desk: Desk, step: DeskStep): Desk => {
  switch (step.of) {
    case 'message':
      return withTalk(desk, step.chatId, (talk) => ({ ...talk, messages: addMessages(talk.messages, [step.message]) }))
    case 'card':
      return withTalk(desk, step.card.chatId, (talk) => ({ ...talk, card: step.card }))
    case 'queue':
      return { ...desk, queue: step.queue }
    case 'gone':
      // One that ended stays until the agent closes it.
      return { ...desk, talks: desk.talks.filter(({ chatId, card }) => chatId !== step.chatId || card?.state === 'ended') }
    case 'seen':
      return withTalk(desk, step.chatId, (talk) => ({ ...talk, seen: lastWithoutGap(talk.messages) }))
    case 'line':
      return { ...desk, line: step.line }
    case 'over':
      return { ...desk, isOver: true }
  }
}

export const closeTalk = (desk: Desk, chatId: string): Desk => ({ ...desk, talks: desk.talks.filter((talk) => talk.chatId !== chatId) })

export const countUnread = ({ messages, seen }: DeskTalk): number => messages.filter(({ by, seq }) => by === 'asker' && seq > seen).length

/** `<chatId>.<seq>~…`: from where the desk's stream goes on. */
export const cursorOf = ({ talks }: Desk): string => talks.map(({ chatId, messages }) => `${chatId}.${lastWithoutGap(messages)}`).join('~')

import type { Chat, ChatMessage } from '@an-sinh/contract'
import { Button, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'
import type { Unsent } from './unsent.ts'

const EVENTS = {
  joined: 'event-joined',
  'agent-gone': 'event-agent-gone',
  'handed-over': 'event-handed-over',
  ended: 'event-ended',
} as const

const markOf = (seq: number, { agentSeen, agentDelivered }: Chat) =>
  seq <= agentSeen ? 'mark-seen' : seq <= agentDelivered ? 'mark-delivered' : 'mark-sent'

const Line = ({
  message,
  chat,
  isLastOwn,
}: {
  readonly message: ChatMessage
  readonly chat: Chat
  readonly isLastOwn: boolean
}): ReactNode => {
  const text = useTexts(TEXTS)
  if (message.kind !== 'words')
    return (
      <li className="chat-line chat-line-event">
        <p className="quiet">{text(EVENTS[message.kind])}</p>
      </li>
    )
  const isOwn = message.by === 'asker'
  return (
    <li className={isOwn ? 'chat-line chat-line-own' : 'chat-line'}>
      <p className="chat-by">{text(isOwn ? 'by-asker' : 'by-agent')}</p>
      <p>{message.words}</p>
      {message.masked ? <p className="quiet">{text('masked')}</p> : null}
      {isLastOwn ? <p className="quiet">{text(markOf(message.seq, chat))}</p> : null}
    </li>
  )
}

const Waits = ({ one, onAgain }: { readonly one: Unsent; readonly onAgain: (messageId: string) => void }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <li className="chat-line chat-line-own">
      <p className="chat-by">{text('by-asker')}</p>
      <p>{one.words}</p>
      <p className="quiet">{one.refused === null ? text('mark-unsent') : text('refused', { why: one.refused })}</p>
      {one.refused === null ? null : (
        <Button kind="plain" onClick={() => onAgain(one.messageId)}>
          {text('send-again')}
        </Button>
      )}
    </li>
  )
}

type Props = {
  readonly chat: Chat
  readonly messages: readonly ChatMessage[]
  readonly unsent: readonly Unsent[]
  readonly onAgain: (messageId: string) => void
}

/** What was said, read out as it comes, and what still has to be sent. */
export const LineList = ({ chat, messages, unsent, onAgain }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const lastOwn = messages.findLast(({ by, kind }) => by === 'asker' && kind === 'words')
  return (
    <div role="log" aria-live="polite" aria-label={text('messages')}>
      <ol className="chat-log">
        {messages.map((message) => (
          <Line key={message.seq} message={message} chat={chat} isLastOwn={message === lastOwn} />
        ))}
        {unsent.map((one) => (
          <Waits key={one.messageId} one={one} onAgain={onAgain} />
        ))}
      </ol>
    </div>
  )
}

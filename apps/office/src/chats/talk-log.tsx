import type { ChatMessage } from '@an-sinh/contract'
import { useEffect, useRef } from 'react'
import { formatClockTime } from '../shared/format-instant.ts'
import { chatMessages } from './chat-messages.ts'
import type { DeskTalk } from './desk-state.ts'

type Props = {
  readonly talk: DeskTalk
  /** While abusive messages are being marked. */
  readonly marked: readonly number[] | null
  readonly onMark: (seq: number) => void
}

const Line = ({ message, talk, marked, onMark }: Props & { readonly message: ChatMessage }) => {
  const say = chatMessages.useSay()
  const { seq, by, kind, words, masked, sentAt } = message
  if (kind !== 'words')
    return (
      <li className="chat-line chat-line-event small">
        {formatClockTime(sentAt)} · {say(`event-${kind}`)}
      </li>
    )
  const { askerSeen = 0, askerDelivered = 0 } = talk.card ?? {}
  return (
    <li className={by === 'agent' ? 'chat-line chat-line-own' : 'chat-line'}>
      <p className="small">
        {by === 'agent' ? say('by-agent') : say('by-asker')} · {formatClockTime(sentAt)}
        {by === 'agent' ? ` · ${seq <= askerSeen ? say('seen') : seq <= askerDelivered ? say('delivered') : say('sent')}` : ''}
      </p>
      <p className="chat-words">{words}</p>
      {masked ? <p className="small">{say('masked')}</p> : null}
      {marked !== null && by === 'asker' ? (
        <label className="small">
          <input type="checkbox" checked={marked.includes(seq)} onChange={() => onMark(seq)} /> {say('abuseMark')}
        </label>
      ) : null}
    </li>
  )
}

/** What was said; the newest in sight, read out as it comes. */
export const TalkLog = (props: Props) => {
  const say = chatMessages.useSay()
  const box = useRef<HTMLOListElement>(null)
  const { messages } = props.talk
  const count = messages.length
  useEffect(() => {
    if (count > 0 && box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [count])
  return (
    <div role="log" aria-live="polite" aria-label={say('messages')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by the keyboard */}
      <ol className="chat-log" tabIndex={0} ref={box}>
        {messages.map((message) => (
          <Line key={message.seq} {...props} message={message} />
        ))}
      </ol>
    </div>
  )
}

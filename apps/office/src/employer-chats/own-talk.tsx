import type { Chat, ChatMessage, ChatWithMessages } from '@an-sinh/contract'
import { CommandButton, Notice, TextAreaField } from '@an-sinh/ui'
import type { Line } from '@an-sinh/ui/events'
import { type SyntheticEvent, useEffect, useState, useSyncExternalStore } from 'react'
import { formatClockTime } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { endOwnChat, sayInOwnChat } from './own-chat-calls.ts'
import { ownChatMessages } from './own-chat-messages.ts'
import { OwnChatRoom } from './own-chat-room.ts'

const Row = ({ message, chat }: { readonly message: ChatMessage; readonly chat: Chat }) => {
  const say = ownChatMessages.useSay()
  const { seq, by, kind, words, masked, sentAt } = message
  if (kind !== 'words') return <li className="chat-line chat-line-event small">{say(`event-${kind}`)}</li>
  const mark = seq <= chat.agentSeen ? say('seen') : seq <= chat.agentDelivered ? say('delivered') : say('sent')
  return (
    <li className={by === 'asker' ? 'chat-line chat-line-own' : 'chat-line'}>
      <p className="small">
        {by === 'asker' ? say('by-asker') : say('by-agent')} · {formatClockTime(sentAt)}
        {by === 'asker' ? ` · ${mark}` : ''}
      </p>
      <p className="chat-words">{words}</p>
      {masked ? <p className="small">{say('masked')}</p> : null}
    </li>
  )
}

const Standing = ({ chat, line }: { readonly chat: Chat; readonly line: Line }) => {
  const say = ownChatMessages.useSay()
  const { state, place, waitMinutes, agentName } = chat
  return (
    <output className="chat-standing">
      {state === 'waiting' ? (
        <p>
          {place === null ? say('queued') : say('place', { place })}{' '}
          {waitMinutes === null ? null : waitMinutes === 0 ? say('soon') : say('minutes', { minutes: waitMinutes })}
        </p>
      ) : null}
      {state === 'active' ? <p>{say('talking', { name: agentName ?? say('by-agent') })}</p> : null}
      {line === 'open' ? null : <p>{line === 'lost' ? say('lost') : say('connecting')}</p>}
    </output>
  )
}

const Ended = ({ chat, messages, onAgain }: Pick<ChatWithMessages, 'chat' | 'messages'> & { readonly onAgain: () => void }) => {
  const say = ownChatMessages.useSay()
  const why = messages.findLast(({ kind }) => kind === 'ended')?.words ?? ''
  return (
    <Notice live title={say('over')}>
      {why.startsWith('abusive ') ? <p>{say('why', { why: why.slice('abusive '.length) })}</p> : null}
      {chat.ticketNumber === null ? null : <p>{say('ticket', { number: chat.ticketNumber })}</p>}
      <CommandButton onPress={onAgain}>{say('again')}</CommandButton>
    </Notice>
  )
}

type Props = { readonly begun: ChatWithMessages; readonly onAgain: () => void }

const useSaying = (chatId: string, onSaid: (message: ChatMessage) => void) => {
  const [words, setWords] = useState('')
  const [messageId, setMessageId] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (busy || words.trim() === '') return
    setBusy(true)
    setProblem(null)
    sayInOwnChat(chatId, { messageId, words: words.trim() })
      .then((message) => {
        setWords('')
        setMessageId(crypto.randomUUID())
        return onSaid(message)
      })
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { words, setWords, busy, problem, setProblem, send }
}

/** The chat itself. What could not be sent stays in its box. */
export const OwnTalk = ({ begun, onAgain }: Props) => {
  const say = ownChatMessages.useSay()
  const [room] = useState(() => new OwnChatRoom(begun))
  const { chat, messages, line } = useSyncExternalStore(room.subscribe, room.read)
  useEffect(() => room.enter(), [room])
  const { words, setWords, busy, problem, setProblem, send } = useSaying(chat.chatId, (message) => room.add([message]))
  const isOver = chat.state === 'ended'
  return (
    <>
      {isOver ? null : <Standing chat={chat} line={line} />}
      <div role="log" aria-live="polite" aria-label={say('messages')}>
        <ol className="chat-log">
          {messages.map((message) => (
            <Row key={message.seq} message={message} chat={chat} />
          ))}
        </ol>
      </div>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {isOver ? (
        <Ended chat={chat} messages={[...messages]} onAgain={onAgain} />
      ) : (
        <form noValidate onSubmit={send}>
          <TextAreaField name="write" label={say('write')} rows={3} maxLength={2000} value={words} onChange={setWords} />
          <div className="row">
            <CommandButton type="submit" kind="main" busy={busy}>
              {say('send')}
            </CommandButton>
            <CommandButton kind="plain" onPress={() => void endOwnChat(chat.chatId).then(room.show, setProblem)}>
              {say('end')}
            </CommandButton>
          </div>
        </form>
      )}
    </>
  )
}

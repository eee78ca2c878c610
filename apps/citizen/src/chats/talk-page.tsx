import type { Chat, ChatMessage, ChatWithMessages } from '@an-sinh/contract'
import { Button, ConfirmDialog, Facts, Notice, TextAreaField, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { useOnline } from '../shared/online/use-online.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { OtherWays } from './begin-page.tsx'
import { ChatRoom, type Talk } from './chat-room.ts'
import { LineList } from './line-list.tsx'
import { TEXTS } from './texts.ts'

const REASONS = { answered: 'ended-answered', 'by-asker': 'ended-by-asker', 'asker-gone': 'ended-asker-gone' } as const

/** For who is not signed in: what opens the ticket later, shown here and nowhere else. */
const TicketCode = ({ number, code }: { readonly number: string | null; readonly code: string | null }): ReactNode => {
  const text = useTexts(TEXTS)
  if (number === null || code === null) return null
  return (
    <>
      <Facts
        facts={[
          { label: text('ended-number'), value: <strong>{number}</strong> },
          { label: text('ended-code'), value: <strong>{code}</strong> },
        ]}
      />
      <p>
        {text('ended-code-once')} <Link href="/ho-tro/phieu/tra-cuu">{text('ended-look-up')}</Link>
      </p>
    </>
  )
}

const Ended = ({
  chat,
  messages,
  onAgain,
}: {
  readonly chat: Chat
  readonly messages: readonly ChatMessage[]
  readonly onAgain: () => void
}): ReactNode => {
  const text = useTexts(TEXTS)
  const me = useQuery({ queryKey: ['me'], queryFn: async () => call('GET /api/me', {}), retry: false })
  const why = messages.findLast(({ kind }) => kind === 'ended')?.words.replace(/^abusive /u, '') ?? ''
  const reason = REASONS[chat.endReason as keyof typeof REASONS]
  return (
    <Notice kind="info" title={text('ended-title')} live>
      <p>{chat.endReason === 'abusive' ? text('ended-abusive', { why }) : text(reason ?? 'ended-answered')}</p>
      {chat.ticketNumber === null ? null : (
        <p>
          {text('ended-ticket', { number: chat.ticketNumber })}{' '}
          {me.data === undefined ? (
            chat.ticketCode === null && text('ended-note')
          ) : (
            <Link href={`/ho-tro/phieu/${chat.chatId}`}>{text('ended-open-ticket')}</Link>
          )}
        </p>
      )}
      <TicketCode number={chat.ticketNumber} code={chat.ticketCode} />
      <p>
        <Button kind="second" onClick={onAgain}>
          {text('again')}
        </Button>
      </p>
    </Notice>
  )
}

/** One sentence on how it stands, read out when it changes. */
const Standing = ({ chat, line }: Pick<Talk, 'chat' | 'line'>): ReactNode => {
  const text = useTexts(TEXTS)
  const isOnline = useOnline()
  const trouble = !isOnline
    ? text('line-offline')
    : line === 'lost'
      ? text('line-lost')
      : line === 'connecting'
        ? text('line-connecting')
        : null
  const { state, place, waitMinutes, agentName } = chat
  return (
    <output className="chat-standing">
      {state === 'waiting' ? (
        <Notice title={place === null ? text('waiting-place-unknown') : text('waiting-title', { place: String(place) })}>
          <p>
            {waitMinutes === null
              ? text(place === null ? 'waiting-soon' : 'waiting-nobody')
              : waitMinutes === 0
                ? text('waiting-soon')
                : text('waiting-minutes', { minutes: String(waitMinutes) })}
          </p>
        </Notice>
      ) : null}
      {state === 'active' ? <p>{text('talking-with', { name: agentName ?? text('by-agent') })}</p> : null}
      {trouble === null ? null : <Notice kind="warning">{trouble}</Notice>}
    </output>
  )
}

const Composer = ({ onSay }: { readonly onSay: (words: string) => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const [words, setWords] = useState('')
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (words.trim() === '') return
    onSay(words.trim())
    setWords('')
  }
  return (
    <form className="chat-composer" noValidate onSubmit={submit}>
      <TextAreaField name="write" label={text('write')} rows={2} maxLength={2000} value={words} onChange={setWords} />
      <Button type="submit">{text('send')}</Button>
    </form>
  )
}

const EndButton = ({ chat, onEnd }: { readonly chat: Chat; readonly onEnd: () => Promise<void> }): ReactNode => {
  const text = useTexts(TEXTS)
  const [sure, setSure] = useState(false)
  const { run, busy, failure } = useAction(async (_none: null) => {
    await onEnd()
    setSure(false)
  })
  const what = chat.state === 'waiting' ? 'leave' : 'end'
  return (
    <>
      <p>
        <Button kind="second" onClick={() => setSure(true)}>
          {text(what)}
        </Button>
      </p>
      <ConfirmDialog
        open={sure}
        title={text(`${what}-sure`)}
        confirmLabel={text(`${what}-yes`)}
        cancelLabel={text('stay')}
        busy={busy}
        onConfirm={() => void run(null)}
        onCancel={() => setSure(false)}
      >
        <p>{text(`${what}-sure-text`)}</p>
        <FailureNotice failure={failure} />
      </ConfirmDialog>
    </>
  )
}

/** The newest line is kept in sight. */
const useNewestInSight = (count: number) => {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (count > 1) end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return end
}

/** The chat itself: how it stands, what was said, what one writes. */
export const TalkPage = ({ begun, onAgain }: { readonly begun: ChatWithMessages; readonly onAgain: () => void }): ReactNode => {
  const [room] = useState(() => new ChatRoom(begun))
  const { chat, messages, unsent, line, failure } = useSyncExternalStore(room.subscribe, room.read)
  useEffect(() => room.enter(), [room])
  const asked = messages.find(({ by, kind }) => by === 'asker' && kind === 'words')?.words ?? ''
  const newest = useNewestInSight(messages.length + unsent.length)
  if (failure !== null)
    return (
      <>
        <FailureNotice failure={failure} />
        <OtherWays words={asked} />
      </>
    )
  return (
    <>
      {chat.state === 'ended' ? null : <Standing chat={chat} line={line} />}
      <LineList chat={chat} messages={messages} unsent={unsent} onAgain={room.sayAgain} />
      {chat.state === 'ended' ? (
        <Ended chat={chat} messages={messages} onAgain={onAgain} />
      ) : (
        <>
          <Composer onSay={room.say} />
          <div ref={newest} />
          {chat.waitMinutes === null && chat.state === 'waiting' && chat.place !== null ? <OtherWays words={asked} /> : null}
          <EndButton chat={chat} onEnd={room.end} />
        </>
      )}
    </>
  )
}

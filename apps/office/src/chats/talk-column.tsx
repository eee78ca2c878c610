import type { ChatMessage, ChatQueue, DeskChat } from '@an-sinh/contract'
import { DEPARTMENTS } from '@an-sinh/domain'
import { CommandButton, Tag, TextAreaField, useLanguage } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { answerChat, closeChat, handOverChat } from './chat-calls.ts'
import { chatMessages } from './chat-messages.ts'
import { ReadyAnswers } from './ready-answers.tsx'
import { countUnread, type DeskTalk } from './desk-state.ts'
import { TalkCommands } from './talk-commands.tsx'
import { TalkLog } from './talk-log.tsx'

type Props = {
  readonly dutyId: string
  readonly talk: DeskTalk
  readonly agents: ChatQueue['agents']
  readonly ownStaffId: number
  readonly onLook: () => void
  readonly onClose: () => void
  readonly onSaid: (message: ChatMessage) => void
  readonly onCard: (card: DeskChat) => void
}

const Head = ({ talk, card }: { readonly talk: DeskTalk; readonly card: DeskChat }) => {
  const say = chatMessages.useSay()
  const { language } = useLanguage()
  const unread = countUnread(talk)
  return (
    <>
      <h2>{card.asker === '' ? say('stranger') : card.asker}</h2>
      <p className="small">
        {card.category[language]} · {DEPARTMENTS[card.department][language]}
      </p>
      <p>
        {card.state === 'ended' ? (
          <Tag tone="quiet">{say('ended')}</Tag>
        ) : (
          <Tag tone={card.askerHere ? 'good' : 'warn'}>{card.askerHere ? say('here') : say('away')}</Tag>
        )}{' '}
        {unread === 0 ? null : <Tag tone="note">{say('unread', { count: unread })}</Tag>}
      </p>
      {card.ticketNumber === null ? null : <p className="small">{say('ticket', { number: card.ticketNumber })}</p>}
      {card.askerKind === 'citizen' ? (
        <p>
          <a href={`/ban-ho-tro/chuyen?chat=${card.chatId}`}>{say('story')}</a>
        </p>
      ) : null}
    </>
  )
}

const Composer = ({ dutyId, talk, onSaid }: Pick<Props, 'dutyId' | 'talk' | 'onSaid'>) => {
  const say = chatMessages.useSay()
  const [words, setWords] = useState('')
  // The same message until it is said: sent again after a lost answer it is said once.
  const [messageId, setMessageId] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (busy || words.trim() === '') return
    setBusy(true)
    setProblem(null)
    answerChat(dutyId, talk.chatId, { messageId, words: words.trim() })
      .then((message) => {
        setWords('')
        setMessageId(crypto.randomUUID())
        return onSaid(message)
      })
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <form noValidate onSubmit={send}>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextAreaField name={`write-${talk.chatId}`} label={say('write')} rows={3} maxLength={2000} value={words} onChange={setWords} />
      <CommandButton type="submit" kind="main" busy={busy}>
        {say('send')}
      </CommandButton>
      <ReadyAnswers
        chatId={talk.chatId}
        language={talk.card?.language ?? 'vi'}
        onInsert={(ready) => setWords((before) => (before.trim() === '' ? ready : `${before.trimEnd()}\n${ready}`))}
      />
    </form>
  )
}

/** Whoever writes in a chat reads what comes meanwhile, without going out and in again. */
const useLookWhileHere = (unread: number, onLook: () => void) => {
  const column = useRef<HTMLElement>(null)
  const look = useRef(onLook)
  useEffect(() => {
    look.current = onLook
  })
  useEffect(() => {
    const isHere = document.visibilityState === 'visible' && column.current?.contains(document.activeElement) === true
    if (unread > 0 && isHere) look.current()
  }, [unread])
  return column
}

/** One chat beside the others. Whatever is done in it counts as looking at it. */
export const TalkColumn = ({ dutyId, talk, agents, ownStaffId, onLook, onClose, onSaid, onCard }: Props) => {
  const say = chatMessages.useSay()
  const [marked, setMarked] = useState<readonly number[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { card, chatId } = talk
  const column = useLookWhileHere(countUnread(talk), onLook)
  const act = (work: Promise<unknown>): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    work.catch(setProblem).finally(() => setBusy(false))
  }
  const mark = (seq: number): void =>
    setMarked((before) => (before?.includes(seq) === true ? before.filter((one) => one !== seq) : [...(before ?? []), seq]))
  if (card === null) return null
  return (
    <section className="chat-column" ref={column} onFocus={onLook}>
      <Head talk={talk} card={card} />
      <TalkLog talk={talk} marked={marked} onMark={mark} />
      {problem === null ? null : <ProblemNotice error={problem} />}
      {card.state === 'ended' ? (
        <CommandButton onPress={onClose}>{say('close')}</CommandButton>
      ) : (
        <>
          <Composer dutyId={dutyId} talk={talk} onSaid={onSaid} />
          <TalkCommands
            chatId={chatId}
            agents={agents}
            ownStaffId={ownStaffId}
            marked={marked}
            busy={busy}
            onMarking={setMarked}
            onEnd={(ending) => act(closeChat(dutyId, chatId, ending).then(onCard))}
            onPass={(to) => act(handOverChat(dutyId, chatId, to))}
          />
        </>
      )}
    </section>
  )
}

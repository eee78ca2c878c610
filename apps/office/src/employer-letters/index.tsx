import type { EmployerMessage } from '@an-sinh/contract'
import { CommandButton, Tag, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { listLetters, readLetter } from './letter-calls.ts'
import { letterMessages } from './letter-messages.ts'

const Letter = ({ letter, onRead }: { readonly letter: EmployerMessage; readonly onRead: () => void }) => {
  const say = letterMessages.useSay()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const show = (): void => {
    setOpen(!open)
    if (open || letter.readAt !== null) return
    readLetter(letter.messageId).then(onRead).catch(setProblem)
  }
  return (
    <li className="closure-item">
      <h2 className="letter-title">{letter.title}</h2>
      <p className="small">
        {formatInstant(letter.sentAt)} {letter.readAt === null ? <Tag tone="note">{say('unread')}</Tag> : null}
      </p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <CommandButton pressed={open} onPress={show}>
        {say(open ? 'hide' : 'read')}
        <span className="visually-hidden">: {letter.title}</span>
      </CommandButton>
      {open ? <p className="report-words">{letter.words}</p> : null}
    </li>
  )
}

/** What the agency wrote to this employer; read by one officer it is read by all. */
export const EmployerLettersPage = () => {
  const say = letterMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['employer-letters'], queryFn: ({ signal }) => listLetters(signal) })
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {error === null ? null : <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending ? <Waiting label={common('loading')} /> : null}
      {data === undefined ? null : (
        <>
          <output className="block">
            {data.messages.length === 0 ? say('empty') : say('count', { unread: data.unread, all: data.messages.length })}
          </output>
          <ul className="closure-list">
            {data.messages.map((letter) => (
              <Letter key={letter.messageId} letter={letter} onRead={() => void refetch()} />
            ))}
          </ul>
        </>
      )}
    </main>
  )
}

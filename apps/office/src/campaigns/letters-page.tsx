import type { EmployerLetter } from '@an-sinh/contract'
import { CommandButton, Notice, Tag, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { letterPdfAddress, listLetters, stopLetter } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'
import { LetterForm } from './letter-form.tsx'

const Letter = ({ letter, onChanged }: { readonly letter: EmployerLetter; readonly onChanged: () => void }) => {
  const say = campaignMessages.useSay()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { letterId, pdfParts, state } = letter
  const work = (task: () => Promise<unknown>): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    task()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <li className="closure-item">
      <h2 className="letter-title">{letter.title}</h2>
      <p>
        <Tag tone={state === 'sent' ? 'good' : state === 'stopped' ? 'warn' : 'note'}>{say(`state-${state}`)}</Tag>{' '}
        {say('letterLine', {
          time: formatInstant(letter.madeAt),
          by: letter.staffName,
          sent: letter.sent,
          employers: letter.employers,
          read: letter.read,
        })}
      </p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        {state === 'sending' ? (
          <CommandButton kind="danger" busy={busy} onPress={() => work(async () => stopLetter(letterId).then(onChanged))}>
            {say('stop')}
          </CommandButton>
        ) : null}
        {Array.from({ length: pdfParts }, (_, at) => at + 1).map((part) => (
          <a key={part} className="button" href={letterPdfAddress(letterId, part)} download={`thu-don-vi-${part}.pdf`}>
            {pdfParts === 1 ? say('pdf') : say('pdfPart', { part, parts: pdfParts })}
          </a>
        ))}
      </div>
    </li>
  )
}

/** Letters to employers: written with a preview, followed, stopped, printed. */
export const CampaignLettersPage = ({ onBack }: { readonly onBack: () => void }) => {
  const say = campaignMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('lettersTitle'))
  const [writing, setWriting] = useState(false)
  const [sent, setSent] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['letters'],
    queryFn: ({ signal }) => listLetters(signal),
    refetchInterval: 30_000,
  })
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('lettersTitle')}</h1>
      <p className="quiet">{say('lettersLead')}</p>
      <CommandButton kind="plain" onPress={onBack}>
        {say('back')}
      </CommandButton>
      {sent ? <Notice kind="good" live title={say('letterSent')} /> : null}
      {error === null ? null : <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending ? <Waiting label={common('loading')} /> : null}
      {writing ? (
        <LetterForm
          onDone={(isSent) => {
            setWriting(false)
            setSent(isSent)
            void refetch()
          }}
        />
      ) : (
        <CommandButton kind="main" onPress={() => setWriting(true)}>
          {say('newLetter')}
        </CommandButton>
      )}
      {data?.length === 0 ? <p className="empty">{say('noLetters')}</p> : null}
      <ul className="closure-list">
        {data?.map((letter) => (
          <Letter key={letter.letterId} letter={letter} onChanged={() => void refetch()} />
        ))}
      </ul>
    </main>
  )
}

import type { DataRequestCase } from '@an-sinh/contract'
import { CommandButton, Facts, Notice, Tag, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { getDataRequestCase, type Move } from './data-request-calls.ts'
import { dataRequestMessages } from './data-request-messages.ts'
import { MoveForm } from './move-form.tsx'

const Shown = ({ shown }: { readonly shown: DataRequestCase }) => {
  const say = dataRequestMessages.useSay()
  const { language } = useLanguage()
  const { request, person, isLate } = shown
  return (
    <>
      <Facts
        facts={[
          { label: say('person'), value: `${person.fullName}, ${formatCivilDate(person.bornOn)}, ${person.insuranceNumber}` },
          { label: say('kind'), value: request.kindSentence[language] },
          { label: say('what'), value: request.what === '' ? '–' : request.what },
          { label: say('sentAt'), value: formatInstant(request.sentAt) },
          { label: say('answerBy'), value: formatCivilDate(request.answerBy) },
          { label: say('dueOn'), value: formatCivilDate(request.dueOn) },
        ]}
      />
      {isLate ? (
        <p>
          <Tag tone="bad">{say('late')}</Tag>
        </p>
      ) : null}
      <h2>{say('moves')}</h2>
      <ol>
        {request.moves.map(({ state, sentence, note, at }) => (
          <li key={state}>
            {formatInstant(at)}: {sentence[language]}
            {note === '' ? null : <span className="block quiet">{note}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What somebody asks about their own data, both dates of the law, and the next step. */
export const DataRequestCasePage = ({ requestId, onBack }: { readonly requestId: string; readonly onBack: () => void }) => {
  const say = dataRequestMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  const [done, setDone] = useState<Move | null>(null)
  const key = ['data-request', requestId]
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getDataRequestCase(requestId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const title = say('caseTitle', { number: found.data?.request.fileNumber ?? '' })
  usePageTitle(title)
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{title}</h1>
      <CommandButton kind="plain" onPress={onBack}>
        {say('back')}
      </CommandButton>
      {done === null ? null : <Notice kind="good" live title={say(`done-${done}`)} />}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <Shown shown={found.data} />
          {found.data.request.isOpen ? (
            <MoveForm
              shown={found.data}
              onMoved={(after, move) => {
                client.setQueryData(key, after)
                setDone(move)
                void client.invalidateQueries({ queryKey: ['data-requests'] })
              }}
            />
          ) : null}
        </>
      )}
    </main>
  )
}

import { TextField, useLanguage, Waiting } from '@an-sinh/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { AnswerItem } from './answer-item.tsx'
import { searchAnswers } from './support-calls.ts'
import { supportMessages } from './support-messages.ts'

/** Answers that are ready, searched as one types; without words those that are needed most. `given`: the code that a ticket's link brought along. */
export const AnswersPanel = ({ given }: { readonly given: string }) => {
  const say = supportMessages.useSay()
  const { language } = useLanguage()
  const [asked, setAsked] = useState(given)
  const found = useQuery({
    queryKey: ['ready-answers', asked.trim(), language],
    queryFn: ({ signal }) => searchAnswers(asked, language, signal),
    placeholderData: keepPreviousData,
    staleTime: 600_000,
  })
  return (
    <section aria-labelledby="answers-panel">
      <h2 id="answers-panel">{say('answersTitle')}</h2>
      <TextField name="asked" label={say('asked')} hint={say('askedHint')} maxLength={200} value={asked} onChange={setAsked} />
      {found.isPending ? <Waiting label={say('waiting')} /> : null}
      {found.isError ? <ProblemNotice error={found.error} /> : null}
      {found.data === undefined ? null : (
        <>
          <output className="block">{say('found', { count: String(found.data.found) })}</output>
          {found.data.answers.map((answer) => (
            <AnswerItem key={answer.code} answer={answer} />
          ))}
        </>
      )}
    </section>
  )
}

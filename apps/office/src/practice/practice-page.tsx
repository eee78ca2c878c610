import type { PracticeFormAnswer, PracticeOutcome } from '@an-sinh/contract'
import { CommandButton, Notice, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { useKeys } from '../shared/keyboard.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { answerForm, drawForm } from './practice-calls.ts'
import { practiceMessages } from './practice-messages.ts'

/** On a narrow screen the column heads are away: whose word it is stands beside it. */
const Said = ({ by }: { readonly by: string }) => (
  <span className="cell-label" aria-hidden="true">
    {by}:
  </span>
)

const FIELDS = ['fullName', 'bornOn', 'nationalId', 'insuranceNumber'] as const

/** As at the counter, without the marks: finding the difference is what is practised. */
const Sides = ({ form }: { readonly form: PracticeFormAnswer }) => {
  const say = practiceMessages.useSay()
  const show = (field: (typeof FIELDS)[number], value: string): string => (field === 'bornOn' ? formatCivilDate(value) : value)
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('declared')}</th>
          <th scope="col">{say('registered')}</th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map((field) => (
          <tr key={field}>
            <th scope="row">{say(field)}</th>
            <td>
              <Said by={say('declared')} /> {show(field, form.declared[field])}
            </td>
            <td>
              <Said by={say('registered')} /> {show(field, form.registered[field])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Summary = ({ summary }: Pick<PracticeFormAnswer, 'summary'>) => {
  const say = practiceMessages.useSay()
  const { answered, right, officePercent } = summary
  return (
    <p className="quiet">
      {say('own', { answered, right })} {officePercent === null ? say('officeNone') : say('office', { percent: officePercent })}
    </p>
  )
}

const Form = ({ form, onNext }: { readonly form: PracticeFormAnswer; readonly onNext: () => void }) => {
  const say = practiceMessages.useSay()
  const { language } = useLanguage()
  const [outcome, setOutcome] = useState<PracticeOutcome | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const answer = (decision: 'approve' | 'return'): void => {
    setProblem(null)
    answerForm(form.formId, decision).then(setOutcome, setProblem)
  }
  useKeys(outcome === null ? { a: () => answer('approve'), t: () => answer('return') } : { j: onNext })
  return (
    <>
      <Sides form={form} />
      <section aria-labelledby="practice-seen">
        <h2 id="practice-seen">{say('seen')}</h2>
        <ul>
          {form.seen.map((one) => (
            <li key={one.en}>{one[language]}</li>
          ))}
        </ul>
      </section>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {outcome === null ? (
        <div className="button-row">
          <CommandButton kind="main" keyHint="A" onPress={() => answer('approve')}>
            {say('approve')}
          </CommandButton>
          <CommandButton keyHint="T" onPress={() => answer('return')}>
            {say('return')}
          </CommandButton>
        </div>
      ) : (
        <>
          <Notice kind={outcome.right ? 'good' : 'info'} live title={say(outcome.right ? 'right' : 'wrong')}>
            <p>{outcome.why[language]}</p>
          </Notice>
          <CommandButton kind="main" keyHint="J" onPress={onNext}>
            {say('next')}
          </CommandButton>
        </>
      )}
      <Summary summary={(outcome ?? form).summary} />
    </>
  )
}

/** Invented forms with known faults; only the one who practises sees the count. */
export const PracticePage = () => {
  const say = practiceMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const found = useQuery({
    queryKey: ['practice'],
    queryFn: ({ signal }) => drawForm(signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('intro')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Form key={found.data.formId} form={found.data} onNext={() => void found.refetch()} />}
    </main>
  )
}

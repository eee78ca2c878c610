import {
  Button,
  ChoiceField,
  ErrorSummary,
  Facts,
  type FieldError,
  Notice,
  TextAreaField,
  TextField,
  useLanguage,
  useTexts,
} from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo, RequestTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { type Action, useAction } from '../shared/page/use-action.ts'
import { useSourceName } from '../shared/sources/use-source-name.ts'
import { TEXTS } from './texts.ts'
import { REQUESTS_KEY } from './use-requests.ts'

type Asked = AnswerTo<'GET /api/me/correctable-lines'>
type Problem = RequestTo<'POST /api/me/correction-requests'>['body']['problem']

const LONGEST = 1000

const useErrors = (problem: Problem | null, what: string, wanted: Readonly<Record<string, string>>): FieldError[] => {
  const text = useTexts(TEXTS)
  const says = what.trim() !== '' || Object.values(wanted).some((value) => value.trim() !== '')
  return [
    ...(problem === null ? [{ field: 'problem', sentence: text('problem-missing') }] : []),
    ...(says ? [] : [{ field: 'what', sentence: text('what-missing') }]),
  ]
}

type Answers = { readonly problem: Problem | null; readonly what: string; readonly wanted: Readonly<Record<string, string>> }

const EMPTY: Answers = { problem: null, what: '', wanted: {} }

/** One intent, one id: sent again after a lost answer it is still one request. */
const useSending = ({ kind, lineId }: Asked): Action<{ readonly answers: Answers; readonly problem: Problem }> => {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [requestId] = useState(() => crypto.randomUUID())
  return useAction(async ({ answers: { what, wanted }, problem }) => {
    const values = Object.entries(wanted).map(([field, value]) => ({ field, value }))
    await call('POST /api/me/correction-requests', { body: { requestId, kind, lineId, problem, what, wanted: values } })
    await queryClient.invalidateQueries({ queryKey: REQUESTS_KEY })
    navigate(`/ca-nhan/yeu-cau/${requestId}`, { replace: true })
  })
}

/** The right values, cell by cell; all of them may stay empty. */
const WantedFields = ({
  facts,
  wanted,
  onChange,
}: {
  readonly facts: Asked['line']['facts']
  readonly wanted: Answers['wanted']
  readonly onChange: (wanted: Answers['wanted']) => void
}): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <details>
      <summary>{text('wanted')}</summary>
      {facts.map(({ field, label, value }) => (
        <TextField
          key={field}
          name={`wanted-${field}`}
          label={label[language]}
          hint={text('wanted-hint', { value: value[language] })}
          autoComplete="off"
          maxLength={200}
          value={wanted[field] ?? ''}
          onChange={(typed) => onChange({ ...wanted, [field]: typed })}
        />
      ))}
    </details>
  )
}

/** The line as it will be sent along. */
const ShownLine = ({ line }: { readonly line: Asked['line'] }): ReactNode => {
  const text = useTexts(TEXTS)
  const nameSource = useSourceName()
  const { language } = useLanguage()
  return (
    <>
      <p>{text('new-lead')}</p>
      <section className="panel">
        <h2>{line.title[language]}</h2>
        <Facts facts={line.facts.map(({ label, value }) => ({ label: label[language], value: value[language] }))} />
        <p className="quiet">{text('new-source', { source: nameSource(line.source) })}</p>
      </section>
    </>
  )
}

/** What is wrong (one choice), in one's own words, and the right values as far as they are known. */
export const RequestForm = ({ asked }: { readonly asked: Asked }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [answers, setAnswers] = useState(EMPTY)
  const [attempt, setAttempt] = useState(0)
  const { problem, what, wanted } = answers
  const errors = useErrors(problem, what, wanted)
  const shown = attempt === 0 ? [] : errors
  const errorOf = (name: string): string | undefined => shown.find(({ field }) => field === name)?.sentence
  const send = useSending(asked)
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (errors.length === 0 && problem !== null) void send.run({ answers, problem })
  }
  const problems = asked.problems.map((one) => ({ value: one.problem, label: one.sentence[language] }))
  const edit = (part: Partial<Answers>): void => setAnswers({ ...answers, ...part })
  return (
    <>
      <ErrorSummary title={text('errors')} errors={shown} attempt={attempt} />
      <ShownLine line={asked.line} />
      <form noValidate onSubmit={onSubmit}>
        <ChoiceField
          name="problem"
          label={text('problem')}
          error={errorOf('problem')}
          choices={problems}
          value={problem}
          onChange={(value) => edit({ problem: value })}
        />
        <TextAreaField
          name="what"
          label={text('what')}
          hint={text('what-hint')}
          error={errorOf('what')}
          maxLength={LONGEST}
          value={what}
          onChange={(value) => edit({ what: value })}
        />
        <WantedFields facts={asked.line.facts} wanted={wanted} onChange={(value) => edit({ wanted: value })} />
        <Notice>
          <p>{text('evidence')}</p>
        </Notice>
        <FailureNotice failure={send.failure} />
        <Button type="submit" busy={send.busy}>
          {text('send')}
        </Button>
      </form>
    </>
  )
}

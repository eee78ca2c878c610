import {
  Button,
  ChoiceField,
  ErrorSummary,
  Facts,
  type FieldError,
  TextAreaField,
  TextField,
  useLanguage,
  useTexts,
  Waiting,
} from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useSearch } from 'wouter'
import type { AnswerTo, RequestTo } from '../shared/api/routes.ts'
import type { LetterPhoto } from '../shared/outbox/letter-photos.ts'
import { LetterRefusal } from '../shared/outbox/letter-refusal.tsx'
import { useKeptForm } from '../shared/outbox/use-kept-form.ts'
import { usePosting } from '../shared/outbox/use-posting.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { KeptPhotoField } from '../shared/kept-photos/kept-photo-field.tsx'
import { useSourceName } from '../shared/sources/use-source-name.ts'
import { TEXTS } from './texts.ts'
import { REQUESTS_KEY } from './use-requests.ts'

type Asked = AnswerTo<'GET /api/me/correctable-lines'>
type Body = RequestTo<'POST /api/me/correction-requests'>['body']
type Problem = Body['problem']

const LONGEST = 1000

const useErrors = (problem: Problem | null, what: string, wanted: Readonly<Record<string, string>>): FieldError[] => {
  const text = useTexts(TEXTS)
  const says = what.trim() !== '' || Object.values(wanted).some((value) => value.trim() !== '')
  return [
    ...(problem === null ? [{ field: 'problem', sentence: text('problem-missing') }] : []),
    ...(says ? [] : [{ field: 'what', sentence: text('what-missing') }]),
  ]
}

type Answers = {
  readonly requestId: string
  readonly problem: Problem | null
  readonly what: string
  readonly wanted: Readonly<Record<string, string>>
  readonly photos: readonly LetterPhoto[]
}

const NO_WANTED: Answers['wanted'] = {}

const fromBody = ({ requestId, problem, what, wanted }: Body, photos: readonly LetterPhoto[]): Answers => ({
  requestId,
  photos,
  problem,
  what,
  wanted: Object.fromEntries(wanted.map(({ field, value }) => [field, value])),
})

/** Kept as it is typed; one intent, one id: sent again after a lost answer it is still one request. */
const useForm = ({ kind, lineId, line }: Asked) => {
  const { language } = useLanguage()
  const letterId = new URLSearchParams(useSearch()).get('thu')
  const [empty] = useState<Answers>(() => ({ requestId: crypto.randomUUID(), problem: null, what: '', wanted: NO_WANTED, photos: [] }))
  const kept = useKeptForm<Answers>({ name: `correction:${kind}:${lineId}`, empty, letterId, fromBody })
  const posting = usePosting<'correction-request'>(REQUESTS_KEY, kept.forget)
  const send = ({ requestId, what, wanted, photos }: Answers, problem: Problem): void => {
    const values = Object.entries(wanted).map(([field, value]) => ({ field, value }))
    const place = new URLSearchParams({ loai: kind, dong: lineId, thu: requestId })
    void posting.run({
      letterId: requestId,
      kind: 'correction-request',
      title: line.title[language],
      body: { requestId, kind, lineId, problem, what, wanted: values },
      photos,
      resultAt: `/ca-nhan/yeu-cau/${requestId}`,
      editAt: `/ca-nhan/yeu-cau/moi?${place.toString()}`,
    })
  }
  return { ...kept, posting, send }
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

type EvidenceProps = { readonly form: Answers; readonly onPhotos: (photos: readonly LetterPhoto[]) => void }

/** Papers that prove it, for who has them at hand; nobody needs one to say that a line is wrong. */
const Evidence = ({ form: { requestId, photos }, onPhotos }: EvidenceProps): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <details>
      <summary>{text('evidence-title')}</summary>
      <p>{text('evidence')}</p>
      {(['id-front', 'id-back'] as const).map((kind) => (
        <KeptPhotoField key={kind} letterId={requestId} kind={kind} photos={photos} onPhotos={onPhotos} />
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
  const [attempt, setAttempt] = useState(0)
  const { form, change, posting, send } = useForm(asked)
  const errors = useErrors(form?.problem ?? null, form?.what ?? '', form?.wanted ?? NO_WANTED)
  const shown = attempt === 0 ? [] : errors
  const errorOf = (name: string): string | undefined => shown.find(({ field }) => field === name)?.sentence
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (errors.length === 0 && form !== null && form.problem !== null) send(form, form.problem)
  }
  const problems = asked.problems.map((one) => ({ value: one.problem, label: one.sentence[language] }))
  if (form === null) return <Waiting label={text('new-title')} />
  const { problem, what, wanted } = form
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
          onChange={(value) => change({ problem: value })}
        />
        <TextAreaField
          name="what"
          label={text('what')}
          hint={text('what-hint')}
          error={errorOf('what')}
          maxLength={LONGEST}
          value={what}
          onChange={(value) => change({ what: value })}
        />
        <WantedFields facts={asked.line.facts} wanted={wanted} onChange={(value) => change({ wanted: value })} />
        <Evidence form={form} onPhotos={(photos) => change({ photos })} />
        <LetterRefusal letter={posting.refused} />
        <FailureNotice failure={posting.failure} />
        <Button type="submit" busy={posting.busy}>
          {text('send')}
        </Button>
      </form>
    </>
  )
}

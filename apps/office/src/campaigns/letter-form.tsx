import type { RolloutFilter, RolloutStandingFilter } from '@an-sinh/contract'
import { EMPLOYER_LETTER_WORDS, LETTER_HOLES } from '@an-sinh/domain'
import { CommandButton, TextAreaField, TextField, useLanguage } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { getProgress, type LetterOrder, type LetterPreview, previewLetter, sendLetter } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'

const TO_WHOM = ['no-roster', 'nobody-registered', 'under-way', 'needs-help', 'all'] as const satisfies readonly RolloutStandingFilter[]
/** No key of a group: those are codes, or empty for what is not known. */
const ALL = '*'
const HOLES = LETTER_HOLES.map((hole) => `{${hole}}`).join(', ')

type PreviewProps = { readonly preview: LetterPreview; readonly busy: boolean; readonly onSend: () => void; readonly onEdit: () => void }

const Preview = ({ preview, busy, onSend, onEdit }: PreviewProps) => {
  const say = campaignMessages.useSay()
  const { employers, recent, minutes, withoutOfficer, sample } = preview
  return (
    <section aria-labelledby="letter-preview">
      <h2 id="letter-preview">{say('previewTitle')}</h2>
      <output className="block">
        {employers === 0 ? say('previewNobody', { recent }) : say('previewCount', { employers, minutes, recent, without: withoutOfficer })}
      </output>
      {sample === null ? null : (
        <div className="closure-item">
          <p className="small">{say('sample', { employer: sample.employer })}</p>
          <p>
            <strong>{sample.title}</strong>
          </p>
          <p className="report-words">{sample.words}</p>
        </div>
      )}
      <div className="row">
        {employers === 0 ? null : (
          <CommandButton kind="main" busy={busy} onPress={onSend}>
            {say('send', { count: employers })}
          </CommandButton>
        )}
        <CommandButton onPress={onEdit}>{say('edit')}</CommandButton>
      </div>
    </section>
  )
}

const useLetter = (onDone: (sent: boolean) => void) => {
  const [letterId] = useState(() => crypto.randomUUID())
  const [standing, setStanding] = useState<RolloutStandingFilter>('no-roster')
  const [filter, setFilter] = useState<RolloutFilter>({})
  const [title, setTitle] = useState(EMPLOYER_LETTER_WORDS.title)
  const [words, setWords] = useState(EMPLOYER_LETTER_WORDS.words)
  const [preview, setPreview] = useState<LetterPreview | null>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const order: LetterOrder = { standing, filter, title, words }
  const work = (task: () => Promise<void>): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    task()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  const look = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (title.trim() !== '' && words.trim() !== '') work(async () => setPreview(await previewLetter(order)))
  }
  const send = (): void => work(async () => sendLetter({ letterId, ...order }).then(() => onDone(true)))
  return {
    standing,
    setStanding,
    filter,
    setFilter,
    title,
    setTitle,
    words,
    setWords,
    preview,
    setPreview,
    asked,
    busy,
    problem,
    look,
    send,
  }
}
type LetterState = ReturnType<typeof useLetter>

const ToWhom = ({ standing, setStanding }: Pick<LetterState, 'standing' | 'setStanding'>) => {
  const say = campaignMessages.useSay()
  return (
    <div className="field">
      <label className="field-label" htmlFor="letter-standing">
        {say('toWhom')}
      </label>
      <select
        id="letter-standing"
        className="box"
        value={standing}
        onChange={(event) => setStanding(TO_WHOM.find((one) => one === event.currentTarget.value) ?? 'no-roster')}
      >
        {TO_WHOM.map((one) => (
          <option key={one} value={one}>
            {say(`standing-${one}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

const SEGMENTS = ['district', 'industry', 'size'] as const

/** Every value there is, with how many employers have it; chosen none: all of them. */
const Segment = ({ by, filter, setFilter }: { readonly by: (typeof SEGMENTS)[number] } & Pick<LetterState, 'filter' | 'setFilter'>) => {
  const say = campaignMessages.useSay()
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: ['campaign-progress', by],
    queryFn: ({ signal }) => getProgress({ by, filter: {} }, signal),
  })
  return (
    <div className="field">
      <label className="field-label" htmlFor={`letter-${by}`}>
        {say(`segment-${by}`)}
      </label>
      <select
        id={`letter-${by}`}
        className="box"
        value={filter[by] ?? ALL}
        onChange={(event) => {
          const { [by]: _before, ...others } = filter
          const { value } = event.currentTarget
          setFilter(value === ALL ? others : { ...others, [by]: value })
        }}
      >
        <option value={ALL}>{say('segmentAll')}</option>
        {data?.groups.map(({ key, name, figures }) => (
          <option key={key} value={key}>
            {say('segmentOption', { name: name[language], count: figures.employers })}
          </option>
        ))}
      </select>
    </div>
  )
}

/** To whom and what; the next step shows what would leave, and only then it does. */
export const LetterForm = ({ onDone }: { readonly onDone: (sent: boolean) => void }) => {
  const say = campaignMessages.useSay()
  const letter = useLetter(onDone)
  const { title, setTitle, words, setWords, preview, setPreview, asked, busy, problem, look, send } = letter
  const notice = problem === null ? null : <ProblemNotice error={problem} />
  if (preview !== null) {
    return (
      <>
        {notice}
        <Preview preview={preview} busy={busy} onSend={send} onEdit={() => setPreview(null)} />
      </>
    )
  }
  return (
    <form onSubmit={look} noValidate>
      {notice}
      <ToWhom {...letter} />
      {SEGMENTS.map((by) => (
        <Segment key={by} by={by} filter={letter.filter} setFilter={letter.setFilter} />
      ))}
      <TextField
        name="title"
        label={say('letterTitle')}
        maxLength={200}
        error={asked && title.trim() === '' ? say('letterMissing') : undefined}
        value={title}
        onChange={setTitle}
      />
      <TextAreaField
        name="words"
        label={say('letterWords')}
        hint={say('letterHint', { holes: HOLES })}
        maxLength={4000}
        rows={14}
        error={asked && words.trim() === '' ? say('letterMissing') : undefined}
        value={words}
        onChange={setWords}
      />
      <div className="row">
        <CommandButton type="submit" kind="main" busy={busy}>
          {say('preview')}
        </CommandButton>
        <CommandButton kind="plain" onPress={() => onDone(false)}>
          {say('cancel')}
        </CommandButton>
      </div>
    </form>
  )
}

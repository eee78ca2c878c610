import type { Bilingual } from '@an-sinh/domain'
import { ChoiceField, CommandButton, goToFirstWrong, TextAreaField, TextField, useLanguage } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { reportMessages } from './report-messages.ts'

export type Category = { readonly code: string; readonly name: Bilingual; readonly department: Bilingual }
export type Filled = { readonly reportId: string; readonly category: string; readonly title: string; readonly words: string }
type Props = {
  readonly categories: readonly Category[]
  /** What is asked before, and whether it is filled in. */
  readonly before?: ReactNode
  readonly isReady?: boolean
  readonly send: (filled: Filled) => Promise<void>
  readonly onCancel: () => void
}

const useFilled = ({ isReady = true, send }: Pick<Props, 'isReady' | 'send'>) => {
  const [reportId] = useState(() => crypto.randomUUID())
  const [category, setCategory] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (busy) return
    if (!isReady || category === null || title.trim() === '' || words.trim() === '') {
      goToFirstWrong()
      return
    }
    setBusy(true)
    setProblem(null)
    send({ reportId, category, title: title.trim(), words: words.trim() })
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { category, setCategory, title, setTitle, words, setWords, asked, busy, problem, submit }
}

/** What it is about, in a few words, and what happened; the department follows from the first. */
export const ReportForm = (props: Props) => {
  const { categories, before, onCancel } = props
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  const { category, setCategory, title, setTitle, words, setWords, asked, busy, problem, submit } = useFilled(props)
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {before}
      <ChoiceField
        name="category"
        label={say('category')}
        error={asked && category === null ? say('categoryMissing') : undefined}
        choices={categories.map(({ code, name, department }) => ({ value: code, label: name[language], hint: department[language] }))}
        value={category}
        onChange={setCategory}
      />
      <TextField
        name="title"
        label={say('titleField')}
        error={asked && title.trim() === '' ? say('titleMissing') : undefined}
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <TextAreaField
        name="words"
        label={say('whatHappened')}
        hint={say('whatHappenedHint')}
        error={asked && words.trim() === '' ? say('wordsMissing') : undefined}
        maxLength={4000}
        rows={6}
        value={words}
        onChange={setWords}
      />
      <div className="row">
        <CommandButton type="submit" kind="main" busy={busy}>
          {say('send')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onCancel}>
          {say('cancel')}
        </CommandButton>
      </div>
    </form>
  )
}

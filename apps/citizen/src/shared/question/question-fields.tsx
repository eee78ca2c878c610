import { listCategoriesOf } from '@an-sinh/domain'
import { ChoiceField, TextAreaField, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

export type Question = { readonly category: string | null; readonly words: string }
type Props = {
  readonly question: Question
  readonly asked: boolean
  readonly hint: string
  readonly rows?: number
  readonly onChange: (question: Question) => void
}

const WORDS_MAX = 10_000
const CATEGORIES = listCategoriesOf('citizen')

/** What it is about, and what happened, in one's own words. */
export const QuestionFields = ({ question, asked, hint, rows = 4, onChange }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <ChoiceField
        name="category"
        label={text('category')}
        error={asked && question.category === null ? text('category-missing') : undefined}
        choices={CATEGORIES.map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={question.category}
        onChange={(category) => onChange({ ...question, category })}
      />
      <TextAreaField
        name="words"
        label={text('words')}
        hint={hint}
        error={asked && question.words.trim() === '' ? text('words-missing') : undefined}
        rows={rows}
        maxLength={WORDS_MAX}
        value={question.words}
        onChange={(words) => onChange({ ...question, words })}
      />
    </>
  )
}

export const isComplete = (question: Question): question is { readonly category: string; readonly words: string } =>
  question.category !== null && question.words.trim() !== ''

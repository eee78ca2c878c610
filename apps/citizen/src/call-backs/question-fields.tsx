import { listCategoriesOf } from '@an-sinh/domain'
import { ChoiceField, TextAreaField, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

export type Question = { readonly category: string | null; readonly words: string }
type Props = { readonly question: Question; readonly asked: boolean; readonly onChange: (change: Partial<Question>) => void }

const WORDS_MAX = 10_000
const CATEGORIES = listCategoriesOf('citizen')

/** What the call is about, so that who calls knows it before. */
export const QuestionFields = ({ question, asked, onChange }: Props): ReactNode => {
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
        onChange={(category) => onChange({ category })}
      />
      <TextAreaField
        name="words"
        label={text('words')}
        hint={text('words-hint')}
        error={asked && question.words.trim() === '' ? text('words-missing') : undefined}
        rows={4}
        maxLength={WORDS_MAX}
        value={question.words}
        onChange={(words) => onChange({ words })}
      />
    </>
  )
}

import { TextAreaField, TextField } from '@an-sinh/ui'
import { incidentMessages } from './incident-messages.ts'

export type Words = {
  readonly title: { readonly vi: string; readonly en: string }
  readonly words: { readonly vi: string; readonly en: string }
}
export const NO_WORDS: Words = { title: { vi: '', en: '' }, words: { vi: '', en: '' } }
export const lacksWords = ({ title, words }: Words): boolean => [title.vi, title.en, words.vi, words.en].some((one) => one.trim() === '')

type Props = { readonly value: Words; readonly asked: boolean; readonly onChange: (words: Words) => void }

/** Title and words in both languages. */
export const WordsFields = ({ value, asked, onChange }: Props) => {
  const say = incidentMessages.useSay()
  const { title, words } = value
  const errorOf = (typed: string): string | undefined => (asked && typed.trim() === '' ? say('wordsMissing') : undefined)
  return (
    <>
      <TextField
        name="titleVi"
        label={say('titleVi')}
        maxLength={120}
        error={errorOf(title.vi)}
        value={title.vi}
        onChange={(vi) => onChange({ ...value, title: { ...title, vi } })}
      />
      <TextAreaField
        name="wordsVi"
        label={say('wordsVi')}
        maxLength={1000}
        rows={3}
        error={errorOf(words.vi)}
        value={words.vi}
        onChange={(vi) => onChange({ ...value, words: { ...words, vi } })}
      />
      <TextField
        name="titleEn"
        label={say('titleEn')}
        maxLength={120}
        error={errorOf(title.en)}
        value={title.en}
        onChange={(en) => onChange({ ...value, title: { ...title, en } })}
      />
      <TextAreaField
        name="wordsEn"
        label={say('wordsEn')}
        maxLength={1000}
        rows={3}
        error={errorOf(words.en)}
        value={words.en}
        onChange={(en) => onChange({ ...value, words: { ...words, en } })}
      />
    </>
  )
}

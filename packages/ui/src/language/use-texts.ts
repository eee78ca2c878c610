import { useMemo } from 'react'
import { fillText, type TextValues } from './fill-text.ts'
import { useLanguage } from './language.tsx'

/** A feature's sentences in both languages; a key missing in one of them does not compile. */
export type Texts<Key extends string> = { readonly vi: Readonly<Record<Key, string>>; readonly en: Readonly<Record<Key, string>> }

/** Answers the sentence of a key in the language of the screen, its `{name}` places filled. */
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string

/** The function that a screen calls `text`: `const text = useTexts(TEXTS)`, then `text('phone-label')`. */
export const useTexts = <Key extends string>(texts: Texts<Key>): Translate<Key> => {
  const { language } = useLanguage()
  return useMemo(() => (key, values) => fillText(texts[language][key], values), [texts, language])
}

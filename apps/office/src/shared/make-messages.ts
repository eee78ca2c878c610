import { type Translate, useTexts } from '@an-sinh/ui'

/**
 * A feature's texts in both languages → the hook that says them in the chosen one, with `{name}` filled from the values; `has` tells
 * whether a word from outside (a state, a rule) has a text. A key missing in English does not compile.
 */
export function makeMessages<const V extends Readonly<Record<string, string>>>(vi: V, en: { readonly [K in keyof V]: string }) {
  type Key = keyof V & string
  const texts: { readonly vi: Readonly<Record<Key, string>>; readonly en: Readonly<Record<Key, string>> } = { vi, en }
  return { useSay: (): Translate<Key> => useTexts(texts), has: (key: string): key is Key => key in vi }
}

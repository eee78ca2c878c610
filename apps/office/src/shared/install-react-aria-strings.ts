import en from './react-aria-strings.en.json' with { type: 'json' }
import { findStoredLanguage } from '@an-sinh/ui'
import vi from './react-aria-strings.vi.json' with { type: 'json' }

type Texts = Readonly<Record<string, string>>
type Values = Readonly<Record<string, string | number>>
type SpokenString = (values?: Values) => string

const fill = (text: string, values: Values): string => text.replaceAll(/\{(\w+)\}/g, (_hole, name: string) => String(values[name] ?? ''))

/** Reads the chosen language at every call, so that a switch needs no reload. */
const speak = (vietnamese: Texts, english: Texts): Record<string, SpokenString> =>
  Object.fromEntries(
    Object.keys(vietnamese).map((key): [string, SpokenString] => [
      key,
      (values = {}) => fill((findStoredLanguage() === 'en' ? english : vietnamese)[key] ?? '', values),
    ]),
  )

/**
 * Gives the component library our own words for what it announces: it has no Vietnamese of its own. Must run before the first component
 * is imported; a library package without strings here would throw, so all of them are given.
 */
export function installReactAriaStrings(): void {
  const english: Readonly<Record<string, Texts>> = en
  const strings = Object.fromEntries(Object.entries(vi).map(([name, texts]) => [name, speak(texts, english[name] ?? {})]))
  Reflect.set(globalThis, Symbol.for('react-aria.i18n.locale'), 'vi-VN')
  Reflect.set(globalThis, Symbol.for('react-aria.i18n.strings'), strings)
}

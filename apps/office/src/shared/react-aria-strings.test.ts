import { describe, expect, it } from 'vitest'
import { installReactAriaStrings } from './install-react-aria-strings.ts'
import en from './react-aria-strings.en.json' with { type: 'json' }
import vi from './react-aria-strings.vi.json' with { type: 'json' }

const dictionaries = import.meta.glob<{ default: Record<string, unknown> }>(
  [
    '../../../../node_modules/react-aria/dist/private/intl/*/en-US.mjs',
    '../../../../node_modules/react-aria-components/dist/private/intl/en-US.mjs',
  ],
  { eager: true, exhaustive: true },
)

const packageOf = (path: string): string => {
  const folder = /intl\/(\w+)\/en-US/.exec(path)?.[1]
  return folder === undefined ? 'react-aria-components' : `@react-aria/${folder}`
}

const keysOf = (strings: object): Record<string, string[]> =>
  Object.fromEntries(Object.entries(strings).map(([name, texts]) => [name, Object.keys(texts as object).toSorted()]))

describe('what the component library announces', () => {
  it('is given in Vietnamese for every key of every dictionary of the library', () => {
    const theirs = Object.fromEntries(
      Object.entries(dictionaries).map(([path, file]) => [packageOf(path), Object.keys(file.default).toSorted()]),
    )
    expect(Object.keys(theirs).length).toBeGreaterThan(15)
    expect(keysOf(vi)).toEqual(theirs)
  })

  it('is given in English for the same keys', () => {
    expect(keysOf(en)).toEqual(keysOf(vi))
  })

  it('follows a switch of the language without a reload', () => {
    installReactAriaStrings()
    const strings = Reflect.get(globalThis, Symbol.for('react-aria.i18n.strings')) as Record<
      string,
      Record<string, (values: object) => string>
    >
    const say = (): string | undefined => strings['@react-aria/table']?.['ascendingSort']?.({ columnName: 'X' })
    expect(say()).toBe('sắp xếp theo cột X tăng dần')
    localStorage.setItem('language', 'en')
    expect(say()).toBe('sorted by column X, ascending')
    localStorage.removeItem('language')
  })
})

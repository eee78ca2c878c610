import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { listSources } from '../checks/list-sources.ts'

type Texts = { [key: string]: string | Texts }

const REPOSITORY = join(import.meta.dirname, '../..')
/** A Vietnamese syllable without its marks: no f, j, w, z, no cluster but these, no other end. */
const SYLLABLE = /^(?:ngh?|nh|gh?|kh|ph|th|tr|ch|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/
/** Names of things that are called so in Vietnamese too (the key on the keyboard, a phone's menu, “trang web”), symbols of units, and the demo's sign-in names. */
const SAID_SO = new Set(
  [
    'English',
    'Android',
    'Chrome',
    'Safari',
    'iPhone',
    'iPad',
    'Samsung',
    'Edge',
    'Firefox',
    'Internet',
    'Wi',
    'Fi',
    'Linux',
    'Windows',
    'Zalo',
    'Camera',
    'Caps',
    'Lock',
    'web',
    'kB',
    'vanhanh',
    'truongbophan',
    'hotro',
  ].map((word) => word.toLowerCase()),
)
const WORD = /\p{L}+/gu
const LEAST_LETTERS = 6

const hasMarks = (word: string): boolean => /đ|\p{M}/iu.test(word.normalize('NFD'))

/** An address, an e-mail, a code: no words of a sentence. */
const withoutAddresses = (text: string): string => text.replaceAll(/\S*[@/\d_]\S*|\S+\.\w{2,}/gu, ' ')

/** Words that no Vietnamese syllable can be; abbreviations in capitals are left out. */
export const listForeignWords = (text: string): string[] =>
  (withoutAddresses(text.normalize('NFC')).match(WORD) ?? []).filter(
    (word) =>
      word.length > 1 &&
      !hasMarks(word) &&
      word !== word.toUpperCase() &&
      !SAID_SO.has(word.toLowerCase()) &&
      !SYLLABLE.test(word.toLowerCase()),
  )

const flatten = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )

const read = (path: string): Map<string, string> => new Map(flatten(JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8')) as Texts))

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Recognises the apps' own English texts, with anything in their {places}. */
export function makeEnglishTexts(): (text: string) => boolean {
  const files = listSources(REPOSITORY, (path) => path.endsWith('/messages.en.json'))
  const vietnamese = new Set(files.flatMap((path) => [...read(path.replace('.en.json', '.vi.json')).values()]))
  const english = [...new Set(files.flatMap((path) => [...read(path).values()]))].filter((text) => !vietnamese.has(text))
  const whole = new Set(english.filter((text) => !text.includes('{')))
  const patterns = english
    .filter((text) => text.includes('{') && text.replaceAll(/\{[\w-]+\}/g, '').replaceAll(/\P{L}/gu, '').length >= LEAST_LETTERS)
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{[\w-]+\}/)
            .map(escape)
            .join('.*')}$`,
          'u',
        ),
    )
  return (text) => whole.has(text) || patterns.some((pattern) => pattern.test(text))
}

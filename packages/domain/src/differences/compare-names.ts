import { sorted } from '../values/index.ts'
import { foldText, normaliseText, toneKey } from '../text/index.ts'
import { editDistance } from './edit-distance.ts'

export type NameVerdict = 'same' | 'same-folded' | 'tone-position' | 'order' | 'close' | 'different'

export type NameComparison = {
  readonly verdict: NameVerdict
  readonly rule: string
  /** First word, counted from 0 in the declared name, that is written otherwise. */
  readonly at?: number
}

const sortedWords = (folded: string): string => sorted(folded.split(' ')).join(' ')

/** `Lý` and `Lí`, `Mỹ` and `Mĩ`: one name, two schools of spelling. */
const withoutY = (folded: string): string => folded.replaceAll('y', 'i')

/** True when the shorter name is the longer one with exactly one word left out (a middle name, most often). */
const missesOneWord = (first: readonly string[], second: readonly string[]): boolean => {
  const [long, short] = first.length > second.length ? [first, second] : [second, first]
  return (
    long.length === short.length + 1 &&
    short.length >= 2 &&
    long.some((_, at) => long.filter((_word, index) => index !== at).join(' ') === short.join(' '))
  )
}

const decideRule = (declared: string, registered: string): readonly [NameVerdict, string] => {
  if (normaliseText(declared).toLowerCase() === normaliseText(registered).toLowerCase()) return ['same', 'name-same']
  if (toneKey(declared) === toneKey(registered)) return ['tone-position', 'name-tone-position']
  const [first, second] = [foldText(declared), foldText(registered)]
  if (first === second) return ['same-folded', 'name-accents']
  if (sortedWords(first) === sortedWords(second)) return ['order', 'name-word-order']
  if (withoutY(first) === withoutY(second)) return ['close', 'name-i-or-y']
  if (first.replaceAll(' ', '') === second.replaceAll(' ', '')) return ['close', 'name-spaces']
  const distance = editDistance(first, second)
  if (distance === 'slip') return ['close', 'name-one-letter']
  if (distance === 'swap') return ['close', 'name-letters-swapped']
  return missesOneWord(first.split(' '), second.split(' ')) ? ['close', 'name-word-missing'] : ['different', 'name-different']
}

/**
 * Compares a declared name with the registered one, as a clerk would: capitals never matter; tone position, accents, word order and
 * one slip are told apart, mildest first. Symmetric in its verdict.
 */
export const compareNames = (declared: string, registered: string): NameComparison => {
  const [verdict, rule] = decideRule(declared, registered)
  if (verdict === 'same') return { verdict, rule }
  const words = normaliseText(registered).toLowerCase().split(' ')
  const at = normaliseText(declared)
    .toLowerCase()
    .split(' ')
    .findIndex((word, index) => word !== words[index])
  return at === -1 ? { verdict, rule } : { verdict, rule, at }
}

/**
 * Whether a folded name of the register is one that `compareNames` does not call different from `declared`; what depends on `declared` alone
 * is worked out once, for comparing with the hundreds of people of one birthday.
 */
export const matchFoldedNames = (declared: string): ((registeredFolded: string) => boolean) => {
  const first = foldText(declared)
  const words = first.split(' ')
  const [ordered, plain, tight] = [sortedWords(first), withoutY(first), first.replaceAll(' ', '')]
  return (second) =>
    first === second ||
    (first.length === second.length && (withoutY(second) === plain || sortedWords(second) === ordered)) ||
    (Math.abs(first.length - second.length) <= 2 && editDistance(first, second) !== 'more') ||
    second.replaceAll(' ', '') === tight ||
    missesOneWord(words, second.split(' '))
}

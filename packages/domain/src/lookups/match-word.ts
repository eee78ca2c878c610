import { isOneSlip } from './is-one-slip.ts'
import type { LookupIndex } from './make-lookup-index.ts'
import type { LookupPlace } from './lookup-place.ts'

/** How sure it is that a word of the index is the one that was meant. */
const SURE = { same: 1, beginning: 0.85, beginningOfEarlier: 0.6, slip: 0.75, slipOfShort: 0.6 } as const
const SHORTEST_SLIP = 3
const LONG_WORD = 5
/** One letter begins half the words there are: the first so many of them are enough to show something. */
const MOST_BEGINNINGS = 500

const DIGITS = /^\d+$/u

/** First place in the alphabet that is not before `word`. */
const lowerBound = (index: LookupIndex<LookupPlace>, word: string): number => {
  let [low, high] = [0, index.alphabetical.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((index.words[index.alphabetical[middle] ?? 0] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

const addBeginnings = (index: LookupIndex<LookupPlace>, word: string, sure: number, found: Map<number, number>): void => {
  for (let at = lowerBound(index, word); at < index.alphabetical.length && found.size < MOST_BEGINNINGS; at += 1) {
    const number = index.alphabetical[at] ?? 0
    const candidate = index.words[number] ?? ''
    if (!candidate.startsWith(word)) return
    if (!found.has(number)) found.set(number, sure * (0.7 + (0.3 * word.length) / candidate.length))
  }
}

const addSlips = (index: LookupIndex<LookupPlace>, word: string, found: Map<number, number>): void => {
  const sure = word.length >= LONG_WORD ? SURE.slip : SURE.slipOfShort
  for (const length of [word.length - 1, word.length, word.length + 1])
    for (const number of index.byLength.get(length) ?? []) {
      const candidate = index.words[number] ?? ''
      if (!found.has(number) && isOneSlip(word, candidate)) found.set(number, sure)
    }
}

/** Words of the index that a typed word may mean, with how sure that is. `isLast`: it may still be being typed. */
export const matchWord = (index: LookupIndex<LookupPlace>, word: string, isLast: boolean): Map<number, number> => {
  const found = new Map<number, number>()
  const same = index.numberOf.get(word)
  if (same !== undefined) found.set(same, SURE.same)
  if (DIGITS.test(word) && !isLast) return found
  if (isLast || word.length >= 2) addBeginnings(index, word, isLast ? SURE.beginning : SURE.beginningOfEarlier, found)
  if (word.length >= SHORTEST_SLIP && !DIGITS.test(word)) addSlips(index, word, found)
  return found
}

const hasSlip = (index: LookupIndex<LookupPlace>, word: string): boolean =>
  [word.length - 1, word.length, word.length + 1].some((length) =>
    (index.byLength.get(length) ?? []).some((number) => isOneSlip(word, index.words[number] ?? '')),
  )

/** "bachmai" → ["bach", "mai"]: a forgotten space, where both halves are words and the whole is neither one nor nearly one. Null otherwise. */
export const splitGlued = (index: LookupIndex<LookupPlace>, word: string): [string, string] | null => {
  if (word.length < LONG_WORD || index.numberOf.has(word) || hasSlip(index, word)) return null
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (index.numberOf.has(first) && index.numberOf.has(second)) return [first, second]
  }
  return null
}

import { type HelpIndex, pairOf } from './help-index.ts'
import { listNear } from './list-near.ts'

const SLIP = 0.7
const COMPLETED = 0.8
/** "ma" begins very much; the best of a list as one types need not come from all of it. */
const BEGUN_MAX = 12

/** What one asked word may stand for (`unit` as the index knows it: a word or a pair), and how sure that is. */
export type Reading = { readonly unit: string; readonly first: string; readonly last: string; readonly factor: number }

const wordAs = (word: string, factor: number): Reading => ({ unit: word, first: word, last: word, factor })

/** "matkhau" is two words that nobody separated. */
const splitJoined = (index: HelpIndex, word: string): Reading[] =>
  Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => [word.slice(0, at + 2), word.slice(at + 2)] as const)
    .filter(([first, last]) => index.postings.has(pairOf(first, last)))
    .map(([first, last]) => ({ unit: pairOf(first, last), first, last, factor: COMPLETED }))

/** The word itself, else what it may be meant for: two words run together, words one slip away; the last one typed may be a beginning. */
export const readAskedWord = (index: HelpIndex, word: string, isUnfinished: boolean): Reading[] => {
  const own = index.postings.has(word) ? [wordAs(word, 1)] : []
  const begun = isUnfinished && word.length >= 2 ? index.vocabulary.filter((known) => known !== word && known.startsWith(word)) : []
  const completed = begun.slice(0, BEGUN_MAX).map((known) => wordAs(known, COMPLETED))
  if (own.length > 0) return [...own, ...completed]
  const joined = splitJoined(index, word)
  return joined.length > 0 ? joined : [...completed, ...listNear(index.vocabulary, word).map((known) => wordAs(known, SLIP))]
}

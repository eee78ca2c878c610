import { accentKey, type HelpIndex, pairOf, rarityOf } from './help-index.ts'
import { type Reading, readAskedWord } from './read-asked-word.ts'
import { type HelpWord, splitWords } from './words/split-words.ts'

/** BM25's k1: the tenth time a word stands in an article says little more than the third. */
const SATURATION = 3
/** Typed with accents, and the article writes the syllable only with others: most likely another word. */
const OTHER_ACCENTS = 0.3

/** `coverage`: which share of what was asked the article speaks of, each word by its rarity, 0–1. */
export type HelpHit = { readonly id: string; readonly score: number; readonly coverage: number }
/** Of one article. `share`: how surely the asked word is in it. */
type Gain = { readonly score: number; readonly share: number }

const keepBest = (gains: Map<number, Gain>, number: number, gain: Gain): void => {
  const known = gains.get(number)
  if (known === undefined || known.score < gain.score) gains.set(number, gain)
}

/** What a word or pair gives to each article that has it. */
const gainsOf = (index: HelpIndex, readings: readonly Reading[], accented: string | null): Map<number, Gain> => {
  const spelt = accented === null ? undefined : index.postings.get(accentKey(accented))
  const gains = new Map<number, Gain>()
  for (const { unit, factor } of readings) {
    const rarity = rarityOf(index, unit)
    for (const [number, count] of index.postings.get(unit) ?? []) {
      const share = accented === null || factor < 1 || spelt?.has(number) === true ? factor : factor * OTHER_ACCENTS
      keepBest(gains, number, { share, score: share * rarity * (count / (count + SATURATION)) })
    }
  }
  return gains
}

const pairReadings = (before: readonly Reading[], after: readonly Reading[]): Reading[] =>
  before.flatMap((left) =>
    after.map((right) => ({
      unit: pairOf(left.last, right.first),
      first: left.last,
      last: right.first,
      factor: left.factor * right.factor,
    })),
  )

/** The rarest thing the word may stand for; a word that stands nowhere is as rare as can be. */
const weightOf = (index: HelpIndex, readings: readonly Reading[]): number =>
  readings.length === 0 ? rarityOf(index, '') : Math.max(...readings.map(({ unit }) => rarityOf(index, unit)))

/** A number says something only beside its word: "5 years", not "5". */
const isNumber = (word: string): boolean => /^\d{1,3}$/u.test(word)

const withoutRepeats = (words: readonly HelpWord[]): HelpWord[] => [...new Map(words.map((one) => [one.word, one])).values()]

/**
 * Articles that speak of what was asked, best first (BM25 over words and pairs of neighbours; slips and short forms understood, accents
 * counted where they were typed). `typing`: the last word may not be finished yet.
 */
export const searchHelp = (index: HelpIndex, asked: string, { typing = false }: { readonly typing?: boolean } = {}): HelpHit[] => {
  const words = withoutRepeats(splitWords(asked, index.language))
  const read = words.map(({ word, accented }, at) => ({
    accented,
    alone: !isNumber(word),
    readings: readAskedWord(index, word, typing && at === words.length - 1),
  }))
  const totals = new Map<number, { score: number; covered: number }>()
  const add = (number: number, score: number, covered: number): void => {
    const known = totals.get(number) ?? { score: 0, covered: 0 }
    totals.set(number, { score: known.score + score, covered: known.covered + covered })
  }
  let whole = 0
  for (const [at, { readings, accented, alone }] of read.entries()) {
    const weight = alone ? weightOf(index, readings) : 0
    whole += weight
    for (const [number, { score, share }] of alone ? gainsOf(index, readings, accented) : []) add(number, score, weight * share)
    const pairs = pairReadings(read[at - 1]?.readings ?? [], readings)
    for (const [number, { score }] of gainsOf(index, pairs, null)) add(number, score, 0)
  }
  return [...totals]
    .map(([number, { score, covered }]) => ({ id: index.ids[number] ?? '', score, coverage: whole === 0 ? 0 : covered / whole }))
    .toSorted((a, b) => b.score - a.score)
}

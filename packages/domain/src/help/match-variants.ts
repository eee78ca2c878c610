import { type AnswerModel, type HelpVariant, PAIR } from './answer-model.ts'
import { accentKey, type HelpIndex, pairOf, rarityOf } from './help-index.ts'
import { type Reading, readAskedWord } from './read-asked-word.ts'
import type { HelpWord } from './words/split-words.ts'

/** The same letters with other accents: mostly another word. */
const OTHER_ACCENTS = 0.4
/** How much of the likeness is measured by what was asked; the rest by what the variant says. */
const BY_ASKED = 0.6

type Named = Pick<Reading, 'unit' | 'factor'>
/** A word or pair of the question with all that it may stand for. */
type Unit = { readonly names: readonly Named[]; readonly weight: number; readonly accented: string | null }

/** The rarest thing it may stand for; what stands nowhere is as rare as can be. */
const weightOf = (index: HelpIndex, names: readonly Named[]): number =>
  names.length === 0 ? rarityOf(index, '') : Math.max(...names.map(({ unit }) => rarityOf(index, unit)))

const unitsOf = (index: HelpIndex, words: readonly HelpWord[]): Unit[] => {
  const read = words.map(({ word, accented }) => ({ accented, readings: readAskedWord(index, word, false) }))
  return read.flatMap(({ readings, accented }, at): Unit[] => {
    const pairs = (read[at - 1]?.readings ?? [])
      .flatMap((left) => readings.map((right) => ({ unit: pairOf(left.last, right.first), factor: left.factor * right.factor })))
      .filter(({ unit }) => index.postings.has(unit))
    const pair = { names: pairs, weight: PAIR * weightOf(index, pairs), accented: null }
    return [{ names: readings, weight: weightOf(index, readings), accented }, ...(pairs.length === 0 ? [] : [pair])]
  })
}

const sharedBy = ({ names, weight, accented }: Unit, variant: HelpVariant): number => {
  const best = Math.max(0, ...names.filter(({ unit }) => variant.units.has(unit)).map(({ factor }) => factor))
  const isOther = accented !== null && !variant.units.has(accentKey(accented)) && variant.accented.has(names[0]?.unit ?? '')
  return best * weight * (isOther ? OTHER_ACCENTS : 1)
}

/** How near each article's nearest way of asking is to what was asked, 0–1, by the article's number; none that shares a word is left out. */
export const matchVariants = ({ index, variants }: AnswerModel, words: readonly HelpWord[]): Map<number, number> => {
  const units = unitsOf(index, words)
  const whole = units.reduce((sum, { weight }) => sum + weight, 0)
  const best = new Map<number, number>()
  for (const variant of variants) {
    const shared = units.reduce((sum, unit) => sum + sharedBy(unit, variant), 0)
    const near = shared / (BY_ASKED * whole + (1 - BY_ASKED) * variant.weight)
    if (near > (best.get(variant.article) ?? 0)) best.set(variant.article, near)
  }
  return best
}

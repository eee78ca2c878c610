import { type AnswerModel, unitsOfWords, type Usage } from './answer-model.ts'
import type { HelpWord } from './words/split-words.ts'

/** What a pair and an accented spelling count beside a bare word. */
const WEIGHTS = { word: 1, pair: 0.5, accented: 0.3 } as const
/** As many words are lent to each article by the language at large, so that a word it never used does not rule it out. */
const LENT = 100

const weightOf = (unit: string): number => (unit.includes(' ') ? WEIGHTS.pair : unit.startsWith('=') ? WEIGHTS.accented : WEIGHTS.word)

/** `ofArticles`: for each article by its number, how much more likely the words are of it than of anything. `ofOthers`: of what no article is about. */
export type Weighed = { readonly ofArticles: readonly number[]; readonly ofOthers: number }

/** Naive Bayes with Dirichlet smoothing: Σ weight · log(p(unit | what is spoken of) / p(unit)). Units nobody ever used say nothing. */
export const weighUsage = ({ ofArticles, ofOthers, ofAll }: AnswerModel, words: readonly HelpWord[]): Weighed => {
  const known = [...unitsOfWords(words)].filter((unit) => ofAll.counts.has(unit))
  const evidence = ({ counts, sum }: Usage): number =>
    known.reduce((total, unit) => {
      const usual = (ofAll.counts.get(unit) ?? 0) / ofAll.sum
      return total + weightOf(unit) * Math.log(((counts.get(unit) ?? 0) + LENT * usual) / (sum + LENT) / usual)
    }, 0)
  return { ofArticles: ofArticles.map(evidence), ofOthers: evidence(ofOthers) }
}

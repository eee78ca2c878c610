import type { AnswerModel } from './answer-model.ts'
import { matchVariants } from './match-variants.ts'
import { namesOtherSubject } from './other-subjects.ts'
import { type HelpHit, searchHelp } from './search-help.ts'
import { splitWords } from './words/split-words.ts'
import { weighUsage } from './weigh-usage.ts'

/** How the parts count for the order: the search's score against the best one is 1. Set by cross validation (docs/decisions/0043). */
const ORDER = { likeness: 2.5, evidence: 0.4 } as const
/** Logistic regression over right answers and questions of other things, in each language; its terms are those of `judge`. */
const SURENESS = {
  vi: { base: -5.65, evidence: 0.128, others: -0.237, likeness: 2.17, coverage: 2.02, score: 0.2, otherSubject: -2.91 },
  en: { base: -2.95, evidence: 0.31, others: 0, likeness: 1.2, coverage: 0.87, score: 0.24, otherSubject: -2.79 },
} as const

export type RankedArticle = { readonly id: string; readonly rank: number; readonly sureness: number }

/** Articles for a whole question, best first, each with how sure it is that it answers: above 0 rather yes than no. */
export const rankArticles = (model: AnswerModel, asked: string): RankedArticle[] => {
  const words = splitWords(asked, model.index.language)
  const near = matchVariants(model, words)
  const { ofArticles, ofOthers } = weighUsage(model, words)
  const hits = searchHelp(model.index, asked)
  const best = hits[0]?.score ?? 1
  const numbers = new Map(model.index.ids.map((id, number) => [id, number]))
  const sureness = SURENESS[model.index.language]
  const named = namesOtherSubject(asked, model.index.language) ? sureness.otherSubject : 0
  const judge = ({ id, score, coverage }: HelpHit): RankedArticle => {
    const number = numbers.get(id) ?? -1
    const [likeness, evidence] = [near.get(number) ?? 0, ofArticles[number] ?? 0]
    return {
      id,
      rank: score / best + ORDER.likeness * likeness + ORDER.evidence * evidence,
      sureness:
        sureness.base +
        sureness.evidence * evidence +
        sureness.others * ofOthers +
        sureness.likeness * likeness +
        sureness.coverage * coverage +
        sureness.score * score +
        named,
    }
  }
  return hits.map(judge).toSorted((one, other) => other.rank - one.rank)
}

import type { HelpArticle, HelpText } from './article.ts'
import { type HelpIndex, pairOf, accentKey, rarityOf } from './help-index.ts'
import { OTHER_QUESTIONS } from './other-questions.ts'
import { parseBlocks, textOfBlock } from './parse-blocks.ts'
import { type HelpWord, splitWords } from './words/split-words.ts'

const ALL_WORDS = 5000
/** How much a text counts for how an article is spoken of: titles before names and questions, those before what is written in it. */
const SPOKEN = { title: 2, called: 1, body: 0.15 } as const
/** A pair of neighbours says about half of what its words said already. */
export const PAIR = 0.5

/** One way of asking for an article: its title, a name it has, a question. `accented`: words that are written with accents here. */
export type HelpVariant = {
  readonly article: number
  readonly units: ReadonlySet<string>
  readonly accented: ReadonlySet<string>
  readonly weight: number
}
/** How often each word, accented spelling and pair is used of something, with the sum of all. */
export type Usage = { readonly counts: ReadonlyMap<string, number>; readonly sum: number }
/** All that the assistant knows in one language: the search's index, ways of asking, and how each article and everything else is spoken of. */
export type AnswerModel = {
  readonly index: HelpIndex
  readonly variants: readonly HelpVariant[]
  readonly ofArticles: readonly Usage[]
  readonly ofOthers: Usage
  readonly ofAll: Usage
}

/** Each unit of a text once. */
export const unitsOfWords = (words: readonly HelpWord[]): ReadonlySet<string> =>
  new Set([
    ...words.flatMap(({ word, accented }) => (accented === null ? [word] : [word, accentKey(accented)])),
    ...words.slice(1).map(({ word }, at) => pairOf(words[at]?.word ?? '', word)),
  ])

const calledOf = (text: HelpText): readonly string[] => [...text.keywords, ...(text.asked ?? [])]

const makeVariants = (index: HelpIndex, texts: readonly HelpText[]): HelpVariant[] =>
  texts.flatMap((text, article) =>
    [text.title, ...calledOf(text)].flatMap((source) => {
      const words = splitWords(source, index.language, ALL_WORDS)
      if (words.length === 0) return []
      const units = unitsOfWords(words)
      const weight = [...units].reduce(
        (sum, unit) => sum + (unit.startsWith('=') ? 0 : (unit.includes(' ') ? PAIR : 1) * rarityOf(index, unit)),
        0,
      )
      return [{ article, units, accented: new Set(words.flatMap(({ word, accented }) => (accented === null ? [] : [word]))), weight }]
    }),
  )

const countUnits = (index: HelpIndex, texts: readonly (readonly [string, number])[]): Usage => {
  const counts = new Map<string, number>()
  let sum = 0
  for (const [source, weight] of texts)
    for (const unit of unitsOfWords(splitWords(source, index.language, ALL_WORDS))) {
      counts.set(unit, (counts.get(unit) ?? 0) + weight)
      sum += weight
    }
  return { counts, sum }
}

const sumUp = (usages: readonly Usage[]): Usage => {
  const counts = new Map<string, number>()
  for (const usage of usages) for (const [unit, count] of usage.counts) counts.set(unit, (counts.get(unit) ?? 0) + count)
  return { counts, sum: usages.reduce((sum, usage) => sum + usage.sum, 0) }
}

/** What the assistant answers from. Pure; made once per language, in some tens of milliseconds. */
export const makeAnswerModel = (articles: readonly Pick<HelpArticle, 'texts'>[], index: HelpIndex): AnswerModel => {
  const texts = articles.map((article) => article.texts[index.language])
  const ofArticles = texts.map((text) =>
    countUnits(index, [
      [text.title, SPOKEN.title],
      ...calledOf(text).map((called) => [called, SPOKEN.called] as const),
      ...parseBlocks(text.body).map((block) => [textOfBlock(block), SPOKEN.body] as const),
    ]),
  )
  const ofOthers = countUnits(
    index,
    OTHER_QUESTIONS[index.language].map((question) => [question, 1] as const),
  )
  return { index, variants: makeVariants(index, texts), ofArticles, ofOthers, ofAll: sumUp([...ofArticles, ofOthers]) }
}

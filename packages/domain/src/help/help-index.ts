import type { HelpArticle, HelpLanguage, HelpText } from './article.ts'
import { type HelpWord, splitWords } from './words/split-words.ts'

/** Where a word stands says how much it counts: what people call a thing before what is written about it. */
const WEIGHTS = { title: 4, keywords: 4, asked: 1, summary: 2, body: 1 } as const
const ALL_WORDS = 5000

/** Article number → weighted count of one word, accented spelling, or pair of neighbouring words. */
export type HelpIndex = {
  readonly language: HelpLanguage
  readonly ids: readonly string[]
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** Single words, for finding slips. */
  readonly vocabulary: readonly string[]
}

export const pairOf = (first: string, second: string): string => `${first} ${second}`
/** An accented spelling is kept beside the bare word under a mark of its own. */
export const accentKey = (accented: string): string => `=${accented}`

const unitsOf = (words: readonly HelpWord[]): string[] => [
  ...words.flatMap(({ word, accented }) => (accented === null ? [word] : [word, accentKey(accented)])),
  ...words.slice(1).map(({ word }, at) => pairOf(words[at]?.word ?? '', word)),
]

const readUnits = (text: HelpText, language: HelpLanguage): (readonly [string, number])[] => {
  const weighted = (source: string, weight: number) =>
    unitsOf(splitWords(source, language, ALL_WORDS)).map((unit) => [unit, weight] as const)
  return [
    ...weighted(text.title, WEIGHTS.title),
    ...text.keywords.flatMap((one) => weighted(one, WEIGHTS.keywords)),
    ...(text.asked ?? []).flatMap((one) => weighted(one, WEIGHTS.asked)),
    ...weighted(text.summary, WEIGHTS.summary),
    ...weighted(text.body, WEIGHTS.body),
  ]
}

/** One language's articles, ready to be searched. Pure; made once per language. */
export const makeHelpIndex = (articles: readonly Pick<HelpArticle, 'id' | 'texts'>[], language: HelpLanguage): HelpIndex => {
  const postings = new Map<string, Map<number, number>>()
  for (const [number, { texts }] of articles.entries()) {
    for (const [unit, weight] of readUnits(texts[language], language)) {
      const counts = postings.get(unit) ?? new Map<number, number>()
      counts.set(number, (counts.get(number) ?? 0) + weight)
      postings.set(unit, counts)
    }
  }
  const vocabulary = [...postings.keys()].filter((unit) => !unit.includes(' ') && !unit.startsWith('='))
  return { language, ids: articles.map(({ id }) => id), postings, vocabulary }
}

/** How much a word or pair tells apart: the fewer articles have it, the more (BM25's inverse document frequency). */
export const rarityOf = (index: HelpIndex, unit: string): number =>
  Math.log(1 + index.ids.length / (0.5 + (index.postings.get(unit)?.size ?? 0)))

import type { AnswerModel } from './answer-model.ts'
import type { HelpArticle } from './article.ts'
import type { HelpIndex } from './help-index.ts'
import { type HelpBlock, parseBlocks, textOfBlock } from './parse-blocks.ts'
import { rankArticles } from './rank-articles.ts'
import { splitWords } from './words/split-words.ts'

/**
 * From here an article is taken for the answer. By cross validation one in sixteen questions of other things would be answered in Vietnamese, most
 * of them chosen to be near, and one in twenty-five in English.
 */
const SURE_ENOUGH = { vi: 0.3, en: 0.4 } as const
/** Articles worth naming beside an answer: as good as this share of the best. */
const NEAR_MAX = 3
const NEAR_LEAST = 0.6
const READ_CHARACTERS = 2000

export type HelpAnswer =
  | { readonly kind: 'answer'; readonly articleId: string; readonly passage: HelpPassage; readonly near: readonly string[] }
  | { readonly kind: 'unknown'; readonly near: readonly string[] }
/** Quoted word for word; `heading` is the one it stands under, if any. */
export type HelpPassage = { readonly text: string; readonly kind: HelpBlock['kind'] }

/** The part of an article that has most of the asked words; its first sentences when no part has more. */
const choosePassage = (body: string, asked: string, index: HelpIndex): HelpPassage => {
  const words = new Set(splitWords(asked, index.language).map(({ word }) => word))
  const countIn = (block: HelpBlock): number =>
    new Set(
      splitWords(textOfBlock(block), index.language, READ_CHARACTERS)
        .filter(({ word }) => words.has(word))
        .map(({ word }) => word),
    ).size
  const [first, ...others] = parseBlocks(body).filter(({ kind }) => kind !== 'heading')
  if (first === undefined) return { kind: 'paragraph', text: '' }
  const best = others.reduce((kept, block) => (countIn(block) > countIn(kept) + 1 ? block : kept), first)
  return { kind: best.kind, text: textOfBlock(best) }
}

/**
 * What the help centre says to a question: the passage of one article, quoted, or that it does not know. Nothing is written here, so nothing
 * can be invented. Any text may be asked; only its first 2,000 characters are read.
 */
export const answerQuestion = (articles: readonly HelpArticle[], model: AnswerModel, question: string): HelpAnswer => {
  const asked = question.slice(0, READ_CHARACTERS)
  const [best, ...others] = rankArticles(model, asked)
  const article = best === undefined ? undefined : articles.find(({ id }) => id === best.id)
  if (best === undefined || article === undefined || best.sureness < SURE_ENOUGH[model.index.language]) return { kind: 'unknown', near: [] }
  const near = others.filter(({ rank }) => rank >= best.rank * NEAR_LEAST).slice(0, NEAR_MAX)
  return {
    kind: 'answer',
    articleId: best.id,
    passage: choosePassage(article.texts[model.index.language].body, asked, model.index),
    near: near.map(({ id }) => id),
  }
}

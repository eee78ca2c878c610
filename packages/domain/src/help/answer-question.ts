import type { HelpArticle } from './article.ts'
import type { HelpIndex } from './help-index.ts'
import { namesOtherSubject } from './other-subjects.ts'
import { type HelpBlock, parseBlocks, textOfBlock } from './parse-blocks.ts'
import { type HelpHit, searchHelp } from './search-help.ts'
import { splitWords } from './split-words.ts'

/** Score, lowered by what the article does not cover, from which an article is taken for the answer. Set on the labelled questions' first part, measured on the other. */
const SURE_ENOUGH = 4.2
/** A question that names another office's business must fit three times as well. */
const OTHER_SUBJECT_FACTOR = 0.3
/** Articles worth naming beside an answer, or instead of one. */
const NEAR_MAX = 3
const NEAR_LEAST = 0.5
const READ_CHARACTERS = 2000

export type HelpAnswer =
  | { readonly kind: 'answer'; readonly articleId: string; readonly passage: HelpPassage; readonly near: readonly string[] }
  | { readonly kind: 'unknown'; readonly near: readonly string[] }
/** Quoted word for word; `heading` is the one it stands under, if any. */
export type HelpPassage = { readonly text: string; readonly kind: HelpBlock['kind'] }

const sureness = ({ score, coverage }: HelpHit, asked: string): number =>
  score * Math.sqrt(coverage) * (namesOtherSubject(asked) ? OTHER_SUBJECT_FACTOR : 1)

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
export const answerQuestion = (articles: readonly HelpArticle[], index: HelpIndex, question: string): HelpAnswer => {
  const asked = question.slice(0, READ_CHARACTERS)
  const hits = searchHelp(index, asked)
  const [best, ...others] = hits
  const least = (best?.score ?? 0) * NEAR_LEAST
  const near = others.filter(({ score }) => score >= least).slice(0, NEAR_MAX)
  const article = best === undefined ? undefined : articles.find(({ id }) => id === best.id)
  if (best === undefined || article === undefined || sureness(best, asked) < SURE_ENOUGH) return { kind: 'unknown', near: [] }
  return {
    kind: 'answer',
    articleId: best.id,
    passage: choosePassage(article.texts[index.language].body, asked, index),
    near: near.map(({ id }) => id),
  }
}

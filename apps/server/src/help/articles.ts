import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AnswerModel,
  type HelpArticle,
  type HelpIndex,
  type HelpLanguage,
  makeAnswerModel,
  makeHelpIndex,
  parseHelpArticle,
} from '@an-sinh/domain'

const FOLDER = join(import.meta.dirname, 'articles')

const readAll = (): HelpArticle[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => parseHelpArticle(name.slice(0, -3), readFileSync(join(FOLDER, name), 'utf8')))

export type HelpCentre = {
  readonly articles: readonly HelpArticle[]
  readonly byId: ReadonlyMap<string, HelpArticle>
  /** Made when first asked for. */
  readonly indexOf: (language: HelpLanguage) => HelpIndex
  /** What the assistant answers from; made when first asked for. */
  readonly modelOf: (language: HelpLanguage) => AnswerModel
}

let centre: HelpCentre | undefined

/**
 * All articles, read when first asked for and once per process: a server that starts, or a job, need not wait for them.
 * @throws Error naming the file that is no article; the tests read them all
 */
export const readHelpCentre = (): HelpCentre => {
  if (centre !== undefined) return centre
  const articles = readAll()
  const indexes = new Map<HelpLanguage, HelpIndex>()
  const models = new Map<HelpLanguage, AnswerModel>()
  const indexOf = (language: HelpLanguage): HelpIndex => {
    const index = indexes.get(language) ?? makeHelpIndex(articles, language)
    indexes.set(language, index)
    return index
  }
  centre = {
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    indexOf,
    modelOf: (language) => {
      const model = models.get(language) ?? makeAnswerModel(articles, indexOf(language))
      models.set(language, model)
      return model
    },
  }
  return centre
}

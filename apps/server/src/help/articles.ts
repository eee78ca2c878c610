import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HelpArticle, type HelpIndex, type HelpLanguage, makeHelpIndex, parseHelpArticle } from '@an-sinh/domain'

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
  centre = {
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    indexOf: (language) => {
      const index = indexes.get(language) ?? makeHelpIndex(articles, language)
      indexes.set(language, index)
      return index
    },
  }
  return centre
}

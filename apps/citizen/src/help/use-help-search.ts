import type { HelpArticleAnswer } from '@an-sinh/contract'
import { type HelpIndex, makeHelpIndex, searchHelp } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import { useMemo } from 'react'

const SHOWN_MAX = 12
/** Of what the best one scores: beyond, an article only shares a common word. */
const LEAST_SHARE = 0.2

const indexes = new WeakMap<readonly HelpArticleAnswer[], HelpIndex>()

/** Made at the first letter, not at the first look, and once for each list: an old phone takes half a second over it. */
const indexOf = (articles: readonly HelpArticleAnswer[], language: 'vi' | 'en'): HelpIndex => {
  const known = indexes.get(articles)
  if (known !== undefined) return known
  const texts = articles.map((article) => ({ id: article.id, texts: { vi: article, en: article } }))
  const made = makeHelpIndex(texts, language)
  indexes.set(articles, made)
  return made
}

/** Articles that answer what is being typed, best first; null while nothing is typed. Runs on the phone, also without a network. */
export const useHelpSearch = (articles: readonly HelpArticleAnswer[], typed: string): readonly HelpArticleAnswer[] | null => {
  const { language } = useLanguage()
  return useMemo(() => {
    if (typed.trim() === '') return null
    const hits = searchHelp(indexOf(articles, language), typed, { typing: true })
    const least = (hits[0]?.score ?? 0) * LEAST_SHARE
    return hits
      .filter(({ score }) => score >= least)
      .slice(0, SHOWN_MAX)
      .flatMap(({ id }) => articles.find((article) => article.id === id) ?? [])
  }, [articles, language, typed])
}

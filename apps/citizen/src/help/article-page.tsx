import type { HelpArticleAnswer } from '@an-sinh/contract'
import { formatDate, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { Loaded } from '../shared/page/loaded.tsx'
import { NeverAsked } from '../shared/safety/never-asked.tsx'
import { Page } from '../shared/page/page.tsx'
import { ReadAloud } from '../shared/speech/read-aloud.tsx'
import { ArticleText } from './article-text.tsx'
import { TEXTS } from './texts.ts'
import { useArticles } from './use-articles.ts'
import { Vote } from './vote.tsx'

const BackToHelp = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Link href="/tro-giup" className="back-link">
      {text('help-all')}
    </Link>
  )
}

const Article = ({ article }: { readonly article: HelpArticleAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <Page title={article.title} intro={<BackToHelp />}>
      <ReadAloud />
      <ArticleText body={article.body} />
      <Vote key={article.id} articleId={article.id} />
      <NeverAsked />
      <p>
        <Link href="/tro-giup/hoi">{text('ask-link')}</Link>
      </p>
      <details>
        <summary>{text('sources')}</summary>
        <ul>
          {article.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        <p className="quiet">{text('review-by', { on: formatDate(article.reviewBy, language) })}</p>
      </details>
    </Page>
  )
}

/** One article at its own address. An article that is no more leads to the search with the words of its address. */
export const ArticlePage = ({ id }: { readonly id: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const articles = useArticles()
  if (articles.data === undefined)
    return (
      <Page title={text('help-title')} intro={<BackToHelp />}>
        <Loaded query={articles}>{() => null}</Loaded>
      </Page>
    )
  const article = articles.data.find((one) => one.id === id)
  return article === undefined ? (
    <Redirect to={`/tro-giup?q=${encodeURIComponent(id.replaceAll('-', ' '))}`} replace />
  ) : (
    <Article article={article} />
  )
}

import type { HelpArticleAnswer } from '@an-sinh/contract'
import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect, useSearchParams } from 'wouter'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { ArticleList } from './article-list.tsx'
import { TEXTS } from './texts.ts'
import { useArticles } from './use-articles.ts'

const isAt = (screen: string, address: string): boolean => address === screen || (screen !== '/' && address.startsWith(`${screen}/`))

/** Articles for a screen: those that name it most exactly come first, then those of the screens above it. */
export const articlesAt = (articles: readonly HelpArticleAnswer[], address: string): readonly HelpArticleAnswer[] =>
  articles
    .map((article) => ({ article, depth: Math.max(0, ...article.context.filter((key) => isAt(key, address)).map((key) => key.length)) }))
    .filter(({ depth }) => depth > 0)
    .toSorted((a, b) => b.depth - a.depth)
    .map(({ article }) => article)

/** Help for the screen one came from. */
export const ContextPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const articles = useArticles()
  const [asked] = useSearchParams()
  const address = asked.get('o') ?? '/'
  return (
    <Page title={text('context-title')}>
      {address.startsWith('/') && !address.startsWith('//') ? (
        <Link href={address} className="back-link">
          {text('context-back')}
        </Link>
      ) : null}
      <Loaded query={articles}>
        {(all) => {
          const found = articlesAt(all, address)
          return found.length === 0 ? <Redirect to="/tro-giup" replace /> : <ArticleList articles={found} />
        }}
      </Loaded>
      <p>
        <Link href="/tro-giup">{text('help-all')}</Link>
      </p>
      <p>
        <Link href="/tro-giup/hoi">{text('ask-link')}</Link>
      </p>
    </Page>
  )
}

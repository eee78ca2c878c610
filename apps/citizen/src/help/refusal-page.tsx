import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { ArticleList } from './article-list.tsx'
import { TEXTS } from './texts.ts'
import { useArticles } from './use-articles.ts'

/** What helps with a refusal: its one article at once, or the choice among several. */
export const RefusalPage = ({ code }: { readonly code: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const articles = useArticles()
  return (
    <Page title={text('refusal-title')}>
      <Loaded query={articles}>
        {(all) => {
          const found = all.filter(({ context }) => context.includes(code))
          const [only] = found
          if (only === undefined) return <Redirect to="/tro-giup" replace />
          return found.length === 1 ? <Redirect to={`/tro-giup/${only.id}`} replace /> : <ArticleList articles={found} />
        }}
      </Loaded>
      <p>
        <Link href="/tro-giup">{text('help-all')}</Link>
      </p>
    </Page>
  )
}

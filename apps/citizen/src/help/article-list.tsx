import type { HelpArticleAnswer } from '@an-sinh/contract'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** Articles as links, each with its first sentences. */
export const ArticleList = ({ articles }: { readonly articles: readonly HelpArticleAnswer[] }): ReactNode => (
  <ul className="entries">
    {articles.map(({ id, title, summary }) => (
      <li key={id} className="entry">
        <Link href={`/tro-giup/${id}`}>{title}</Link>
        <span className="entry-hint">{summary}</span>
      </li>
    ))}
  </ul>
)

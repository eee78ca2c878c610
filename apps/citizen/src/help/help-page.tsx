import type { HelpArticleAnswer } from '@an-sinh/contract'
import { HELP_SUBJECTS } from '@an-sinh/domain'
import { TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useSettings } from '../shared/api/use-settings.ts'
import { Hotline } from '../shared/page/hotline.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { NeverAsked } from '../shared/safety/never-asked.tsx'
import { Page } from '../shared/page/page.tsx'
import { ArticleList } from './article-list.tsx'
import { TEXTS } from './texts.ts'
import { useArticles } from './use-articles.ts'
import { useHelpSearch } from './use-help-search.ts'

const QUESTION_MAX = 200

const Found = ({ articles, typed }: { readonly articles: readonly HelpArticleAnswer[]; readonly typed: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const found = useHelpSearch(articles, typed)
  if (found === null) return <BySubject articles={articles} />
  return (
    <>
      <output className="visually-hidden">{text('found-count', { count: String(found.length) })}</output>
      {found.length === 0 ? <p>{text('found-none')}</p> : <ArticleList articles={found} />}
      <p>
        <Link href={`/tro-giup/hoi?q=${encodeURIComponent(typed)}`}>{text('ask-link')}</Link>
      </p>
    </>
  )
}

const BySubject = ({ articles }: { readonly articles: readonly HelpArticleAnswer[] }): ReactNode => {
  const text = useTexts(TEXTS)
  return HELP_SUBJECTS.map((subject) => (
    <details key={subject}>
      <summary>{text(`subject-${subject}`)}</summary>
      <ArticleList articles={articles.filter((article) => article.subject === subject)} />
    </details>
  ))
}

/** All articles by subject, and a search that answers as one types. */
export const HelpPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  const articles = useArticles()
  const [asked] = useSearchParams()
  const [typed, setTyped] = useState(asked.get('q')?.slice(0, QUESTION_MAX) ?? '')
  return (
    <Page title={text('help-title')}>
      <TextField
        name="help-search"
        type="search"
        label={text('search-label')}
        hint={text('search-hint')}
        maxLength={QUESTION_MAX}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <Loaded query={articles}>{(all) => <Found articles={all} typed={typed} />}</Loaded>
      <NeverAsked />
      <h2>{text('other-ways')}</h2>
      <p>
        <Link href="/tro-giup/hoi">{text('ask-link')}</Link>
      </p>
      <p>
        <Link href="/ho-tro">{text('ask-people')}</Link>
      </p>
      <Hotline hotline={settings?.hotline} />
      <p>
        <Link href="/kiem-tra">{text('check-statement')}</Link>
      </p>
      <p>
        <a href="/api/form-01/blank">{text('blank-form')}</a>
      </p>
    </Page>
  )
}

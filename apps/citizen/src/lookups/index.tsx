import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Redirect, Route, Switch, useParams } from 'wouter'
import { EntryList } from '../shared/entries/entry-list.tsx'
import { Page } from '../shared/page/page.tsx'
import { findScreen, LOOKUP_SCREENS } from './lookup-screens.ts'
import { PlacePage } from './place-page.tsx'
import { SearchPage } from './search-page.tsx'
import { TEXTS } from './texts.ts'

const ENTRIES = [...LOOKUP_SCREENS.map(({ slug }) => slug), 'ma-so' as const].map((slug) => ({ href: `/tra-cuu/${slug}`, key: slug }))

const KindsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('title')}>
      <p className="lead">{text('lead')}</p>
      <EntryList entries={ENTRIES} text={text} />
    </Page>
  )
}

const SearchOf = (): ReactNode => {
  const screen = findScreen(useParams<{ slug: string }>().slug)
  return screen === undefined ? <Redirect to="/tra-cuu" /> : <SearchPage key={screen.slug} screen={screen} />
}

const PlaceOf = (): ReactNode => {
  const { slug, id } = useParams<{ slug: string; id: string }>()
  const screen = findScreen(slug)
  return screen === undefined ? <Redirect to="/tra-cuu" /> : <PlacePage key={id} screen={screen} id={id} />
}

/** What anybody may look up, signed in or not. */
export const Lookups = (): ReactNode => (
  <Switch>
    <Route path="/tra-cuu/:slug/:id" component={PlaceOf} />
    <Route path="/tra-cuu/:slug" component={SearchOf} />
    <Route component={KindsPage} />
  </Switch>
)

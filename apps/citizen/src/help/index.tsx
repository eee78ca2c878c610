import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { ArticlePage } from './article-page.tsx'
import { ContextPage } from './context-page.tsx'
import { HelpPage } from './help-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { RefusalPage } from './refusal-page.tsx'

/** The help centre and the privacy text; all readable before signing in. */
export const Help = (): ReactNode => (
  <Switch>
    <Route path="/quyen-rieng-tu" component={PrivacyPage} />
    <Route path="/tro-giup" component={HelpPage} />
    <Route path="/tro-giup/trang" component={ContextPage} />
    <Route path="/tro-giup/loi/:code">{({ code }) => <RefusalPage code={code} />}</Route>
    <Route path="/tro-giup/:id">{({ id }) => <ArticlePage id={id} />}</Route>
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { HelpPage } from './help-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'

/** Answers and the privacy text; both readable before signing in. */
export const Help = (): ReactNode => (
  <Switch>
    <Route path="/tro-giup" component={HelpPage} />
    <Route path="/quyen-rieng-tu" component={PrivacyPage} />
  </Switch>
)

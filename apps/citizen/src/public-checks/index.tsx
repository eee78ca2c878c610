import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { AskPage } from './ask-page.tsx'
import { CheckPage } from './check-page.tsx'

/** Where anybody checks any paper that left here, signed in or not. */
export const PublicChecks = (): ReactNode => (
  <Switch>
    <Route path="/kiem-tra/dai-ly/:code" component={CheckPage} />
    <Route path="/kiem-tra/:code" component={CheckPage} />
    <Route component={AskPage} />
  </Switch>
)

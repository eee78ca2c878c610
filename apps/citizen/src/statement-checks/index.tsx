import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { AskPage } from './ask-page.tsx'
import { CheckPage } from './check-page.tsx'

/** Where anybody checks a statement, signed in or not. */
export const StatementChecks = (): ReactNode => (
  <Switch>
    <Route path="/kiem-tra/:code" component={CheckPage} />
    <Route component={AskPage} />
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { MonthsPage } from './months-page.tsx'
import { ParticipationPage } from './participation-page.tsx'

/** Participation in spells, and month by month. */
export const ContributionsPages = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/qua-trinh/thang" component={MonthsPage} />
    <Route component={ParticipationPage} />
  </Switch>
)

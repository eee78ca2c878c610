import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { OwnListPage } from './own-list-page.tsx'
import { OwnPage } from './own-page.tsx'
import { StatusPage } from './status-page.tsx'

/** After sending: the status by form code, the way back, and one's own registration. */
export const Registrations = (): ReactNode => (
  <Switch>
    <Route path="/to-khai" component={StatusPage} />
    <Route path="/ho-so" component={OwnListPage} />
    <Route path="/ho-so/:registrationId">{({ registrationId }) => <OwnPage key={registrationId} registrationId={registrationId} />}</Route>
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { LookUpPage } from './look-up-page.tsx'
import { NewTicketPage } from './new-ticket-page.tsx'
import { SupportPage } from './support-page.tsx'
import { TicketPage } from './ticket-page.tsx'
import { TicketsPage } from './tickets-page.tsx'

/** Getting help from people: where to begin, one's tickets, a new one, one with its answers. */
export const Tickets = (): ReactNode => (
  <Switch>
    <Route path="/ho-tro" component={SupportPage} />
    <Route path="/ho-tro/phieu" component={TicketsPage} />
    <Route path="/ho-tro/phieu/moi" component={NewTicketPage} />
    <Route path="/ho-tro/phieu/tra-cuu" component={LookUpPage} />
    <Route path="/ho-tro/phieu/:reportId">{({ reportId }) => <TicketPage key={reportId} reportId={reportId} />}</Route>
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { ConsentsPage } from './consents-page.tsx'
import { CopiesPage } from './copies-page.tsx'
import { DataRequestPage } from './data-request-page.tsx'
import { DataRequestsPage } from './data-requests-page.tsx'
import { HubPage } from './hub-page.tsx'
import { NewDataRequestPage } from './new-data-request-page.tsx'

/** What is kept about a person, and what they may do about it. */
export const OwnData = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/du-lieu/ban-sao" component={CopiesPage} />
    <Route path="/ca-nhan/du-lieu/dong-y" component={ConsentsPage} />
    <Route path="/ca-nhan/du-lieu/yeu-cau" component={DataRequestsPage} />
    <Route path="/ca-nhan/du-lieu/yeu-cau/moi" component={NewDataRequestPage} />
    <Route path="/ca-nhan/du-lieu/yeu-cau/:requestId" component={DataRequestPage} />
    <Route component={HubPage} />
  </Switch>
)

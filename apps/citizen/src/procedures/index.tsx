import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { NewRequestPage } from './new-request-page.tsx'
import { RequestPage } from './request-page.tsx'
import { RequestsPage } from './requests-page.tsx'

/** "Dòng này sai" and what became of it. */
export const Procedures = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/yeu-cau/moi" component={NewRequestPage} />
    <Route path="/ca-nhan/yeu-cau/:requestId" component={RequestPage} />
    <Route component={RequestsPage} />
  </Switch>
)

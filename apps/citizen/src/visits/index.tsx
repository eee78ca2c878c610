import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { MedicalBookPage } from './medical-book-page.tsx'
import { VisitPage } from './visit-page.tsx'

/** The medical book: visits, one visit with its costs, papers. */
export const Visits = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/so-kham/giay">
      <MedicalBookPage tab="papers" />
    </Route>
    <Route path="/ca-nhan/so-kham/:visitId">{({ visitId }) => <VisitPage visitId={visitId} />}</Route>
    <Route>
      <MedicalBookPage tab="visits" />
    </Route>
  </Switch>
)

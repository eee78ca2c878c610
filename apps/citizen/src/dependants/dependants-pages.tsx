import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { AddChildPage } from './add-child-page.tsx'
import { CertificatePage, SentPage } from './certificate-page.tsx'
import { DependantsPage } from './dependants-page.tsx'
import { OfferMandatePage } from './offer-mandate-page.tsx'

/** Children under a guardian, and who may see one's own data. */
export const DependantsPages = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/nguoi-phu-thuoc/them" component={AddChildPage} />
    <Route path="/ca-nhan/nguoi-phu-thuoc/da-gui" component={SentPage} />
    <Route path="/ca-nhan/nguoi-phu-thuoc/uy-quyen" component={OfferMandatePage} />
    <Route path="/ca-nhan/nguoi-phu-thuoc/:requestId/giay-khai-sinh">
      {({ requestId }) => <CertificatePage key={requestId} requestId={requestId} />}
    </Route>
    <Route component={DependantsPage} />
  </Switch>
)

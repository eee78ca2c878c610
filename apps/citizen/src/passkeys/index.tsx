import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { OfferPage } from './offer-page.tsx'
import { PasskeysPage } from './passkeys-page.tsx'

/** Signing in by the lock of one's own device: offered once, never required, listed and removed here. */
export const Passkeys = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/tai-khoan/khoa-dang-nhap/them">
      <OfferPage />
    </Route>
    <Route component={PasskeysPage} />
  </Switch>
)

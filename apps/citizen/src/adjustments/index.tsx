import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { AddressPage, AddressSavedPage } from './address-page.tsx'
import { IdentityPage } from './identity-page.tsx'
import { MenuPage } from './menu-page.tsx'
import { WardPage } from './ward-page.tsx'

/** Form 01 "điều chỉnh". */
export const Adjustments = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/dieu-chinh/dia-chi" component={AddressPage} />
    <Route path="/ca-nhan/dieu-chinh/dia-chi/da-doi" component={AddressSavedPage} />
    <Route path="/ca-nhan/dieu-chinh/thong-tin" component={IdentityPage} />
    <Route path="/ca-nhan/dieu-chinh/phuong-xa" component={WardPage} />
    <Route component={MenuPage} />
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { ChangePasswordPage } from './change-password-page.tsx'
import { DevicesPage } from './devices-page.tsx'

/** Where one is signed in, and another password. */
export const Devices = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/thiet-bi" component={DevicesPage} />
    <Route path="/ca-nhan/mat-khau" component={ChangePasswordPage} />
  </Switch>
)

import type { ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { AccessesPage } from './accesses-page.tsx'
import { EmailLinkPage } from './email-link-page.tsx'
import { FirstSignInPage } from './first-sign-in-page.tsx'
import { OpenedLinkPage } from './opened-link-page.tsx'
import { ResendPage } from './resend-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

/** Signing in, for the first time and later, and who looked at one's data. */
export const Accounts = (): ReactNode => (
  <Switch>
    <Route path="/dang-nhap" component={SignInPage} />
    <Route path="/dang-nhap/lan-dau">
      <FirstSignInPage from="sms" />
    </Route>
    <Route path="/dang-nhap/ma-tai-quay">
      <FirstSignInPage from="counter" />
    </Route>
    <Route path="/dang-nhap/gui-lai" component={ResendPage} />
    <Route path="/dang-nhap/qua-thu" component={EmailLinkPage} />
    <Route path="/dang-nhap/lien-ket" component={OpenedLinkPage} />
    <Route path="/ca-nhan/ai-da-xem" component={AccessesPage} />
    <Route>
      <Redirect to="/dang-nhap" replace />
    </Route>
  </Switch>
)

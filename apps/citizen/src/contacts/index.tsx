import type { ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { AccountPage } from './account-page.tsx'
import { ContactPage } from './contact-page.tsx'
import { ObjectionPage } from './objection-page.tsx'

/** The account and where its codes and messages go. */
export const Contacts = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/tai-khoan" component={AccountPage} />
    <Route path="/ca-nhan/tai-khoan/so-dien-thoai">
      <ContactPage key="phone" kind="phone" />
    </Route>
    <Route path="/ca-nhan/tai-khoan/thu-dien-tu">
      <ContactPage key="email" kind="email" />
    </Route>
    <Route path="/dang-nhap/huy-doi-lien-lac" component={ObjectionPage} />
    <Route>
      <Redirect to="/ca-nhan/tai-khoan" replace />
    </Route>
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { KindPage } from './kind-page.tsx'
import { OrderPage } from './order-page.tsx'
import { StatementsPage } from './statements-page.tsx'

/** Own statements, and a new one. */
export const Statements = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/giay-xac-nhan/moi" component={KindPage} />
    <Route path="/ca-nhan/giay-xac-nhan/moi/:slug" component={OrderPage} />
    <Route component={StatementsPage} />
  </Switch>
)

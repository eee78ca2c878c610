import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { AskPage } from './ask-page.tsx'
import { CheckPage } from './check-page.tsx'
import { KindPage } from './kind-page.tsx'
import { OrderPage } from './order-page.tsx'
import { StatementsPage } from './statements-page.tsx'

/** Own statements, a new one, and the page where anybody checks one. */
export const Statements = (): ReactNode => (
  <Switch>
    <Route path="/kiem-tra" component={AskPage} />
    <Route path="/kiem-tra/:code" component={CheckPage} />
    <Route path="/ca-nhan/giay-xac-nhan/moi" component={KindPage} />
    <Route path="/ca-nhan/giay-xac-nhan/moi/:slug" component={OrderPage} />
    <Route component={StatementsPage} />
  </Switch>
)

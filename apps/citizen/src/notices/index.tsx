import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { ChoicesPage } from './choices-page.tsx'
import { InboxPage } from './inbox-page.tsx'
import { NoticePage } from './notice-page.tsx'

/** What was told, and by which ways it is told. */
export const Notices = (): ReactNode => (
  <Switch>
    <Route path="/ca-nhan/tin-nhan/cai-dat" component={ChoicesPage} />
    <Route path="/ca-nhan/tin-nhan/:noticeId">{({ noticeId }) => <NoticePage noticeId={noticeId} />}</Route>
    <Route component={InboxPage} />
  </Switch>
)

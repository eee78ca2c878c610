import type { ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { pathOf, START_PATH } from '../shared/steps/steps.ts'
import { WithDraft } from '../shared/steps/with-draft.tsx'
import { BeginPage } from './begin-page.tsx'
import { CheckStep } from './check-step.tsx'
import { IdentityStep } from './identity-step.tsx'
import { PhoneStep } from './phone-step.tsx'
import { PrivacyStep } from './privacy-step.tsx'

/** The registration's own screens: who one is, the privacy text, the phone, the check before sending. */
export const RegistrationForm = (): ReactNode => (
  <Switch>
    <Route path={START_PATH} component={BeginPage} />
    <Route path={pathOf('identity')}>
      <WithDraft>{(draft) => <IdentityStep draft={draft} />}</WithDraft>
    </Route>
    <Route path={pathOf('privacy')}>
      <WithDraft>{(draft) => <PrivacyStep draft={draft} />}</WithDraft>
    </Route>
    <Route path={pathOf('phone')}>
      <WithDraft>{(draft) => <PhoneStep draft={draft} />}</WithDraft>
    </Route>
    <Route path={pathOf('check')} component={CheckStep} />
    <Route>
      <Redirect to={START_PATH} replace />
    </Route>
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { pathOf } from '../shared/steps/steps.ts'
import { WithDraft } from '../shared/steps/with-draft.tsx'
import { AddressStep } from './address-step.tsx'
import { OfficeStep } from './office-step.tsx'

/** The two steps about places: where one lives, and where one hands in. */
export const RegistrationPlaces = (): ReactNode => (
  <Switch>
    <Route path={pathOf('address')}>
      <WithDraft>{(draft) => <AddressStep draft={draft} />}</WithDraft>
    </Route>
    <Route path={pathOf('office')}>
      <WithDraft>{(draft) => <OfficeStep draft={draft} />}</WithDraft>
    </Route>
  </Switch>
)

import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { pathOf } from '../shared/steps/steps.ts'
import { WithDraft } from '../shared/steps/with-draft.tsx'
import { HandoffPage } from './handoff-page.tsx'
import { PhotosStep } from './photos-step.tsx'

/** The photo step, here or on a phone that took it over. */
export const RegistrationPhotos = (): ReactNode => (
  <Switch>
    <Route path={pathOf('photos')}>
      <WithDraft>{(draft) => <PhotosStep draft={draft} />}</WithDraft>
    </Route>
    <Route path="/chup-anh" component={HandoffPage} />
  </Switch>
)

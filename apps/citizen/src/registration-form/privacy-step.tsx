import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { useSettings } from '../shared/api/use-settings.ts'
import type { Draft } from '../shared/draft/draft.ts'
import { noteRegistration, startAtServer } from '../shared/draft/server-draft.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { pathAfter, placeOf, previousPath } from '../shared/steps/steps.ts'
import { TEXTS } from './texts.ts'

const PARTS = ['what', 'why', 'long', 'who', 'rights'] as const

/** What is kept, why, how long, who may see it and whom to ask: before the first photo. That it was read is stored with its version. */
export const PrivacyStep = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const version = useSettings()?.privacyTextVersion
  const accept = useAction(async () => {
    const shown = version ?? (await call('GET /api/settings', {})).privacyTextVersion
    if (draft.privacyVersion !== shown) {
      const { registrationId } = await startAtServer()
      noteRegistration(
        await call('PUT /api/registrations/:registrationId/privacy-text', { params: { registrationId }, body: { version: shown } }),
      )
    }
    navigate(pathAfter('privacy', draft))
  })
  return (
    <StepPage
      title={text('privacy-title')}
      place={placeOf('privacy')}
      backTo={previousPath('privacy')}
      busy={accept.busy}
      nextLabel={text('privacy-next')}
      onNext={() => void accept.run(undefined)}
    >
      <p className="lead">{text('privacy-lead')}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{text(`privacy-${part}`)}</h2>
          <p>{text(`privacy-${part}-text`)}</p>
        </section>
      ))}
      <p>{text('privacy-law')}</p>
      {version === undefined ? null : <p className="quiet">{text('privacy-version', { version })}</p>}
      <FailureNotice failure={accept.failure} />
    </StepPage>
  )
}

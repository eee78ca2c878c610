import { useTexts, Waiting } from '@an-sinh/ui'
import { lazy, type ReactNode, Suspense } from 'react'
import { Link, Redirect } from 'wouter'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { useOnline } from '../shared/online/use-online.ts'
import { useProfile } from '../shared/profile/profile.ts'
import { CardGate } from './card-gate.tsx'
import { OpenCard, RunOut } from './held-card.tsx'
import { LockSettings } from './lock-settings.tsx'
import { TEXTS } from './texts.ts'
import { type ShownCard, useCard } from './use-card.ts'

const ReadAloud = lazy(async () => ({ default: (await import('../shared/speech/read-aloud.tsx')).ReadAloud }))
const CardHistory = lazy(async () => ({ default: (await import('./card-history.tsx')).CardHistory }))

const Shown = ({ shown }: { readonly shown: ShownCard }): ReactNode => {
  const text = useTexts(TEXTS)
  const online = useOnline()
  const profile = useProfile()
  const { held, lock, isFresh, failure, retry, isSignedOut, reread } = shown
  if (held === undefined)
    return (
      <div className="hc-space">
        <Waiting label={text('reading')} />
      </div>
    )
  if (held === null) return online ? <FailureNotice failure={failure} onRetry={retry} /> : <p>{text('none-here')}</p>
  if (held.card === null) return <RunOut held={held} />
  return (
    <CardGate lock={lock}>
      <OpenCard held={held} card={held.card} isFresh={isFresh} />
      <Suspense fallback={null}>
        <ReadAloud />
      </Suspense>
      {isSignedOut ? (
        <p>
          <Link href="/dang-nhap">{text('sign-in-to-update')}</Link>
        </p>
      ) : null}
      {profile === null ? <LockSettings lock={lock} onChange={reread} /> : null}
      {isFresh ? (
        <Suspense fallback={<Waiting label={text('reading')} />}>
          <CardHistory />
        </Suspense>
      ) : null}
    </CardGate>
  )
}

/** The card, from this device at once and without a network too. */
export const CardPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const shown = useCard()
  if (shown.held === null && shown.isSignedOut) return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('title')}>
      <Shown shown={shown} />
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}

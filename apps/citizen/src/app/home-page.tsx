import type { Me } from '@an-sinh/contract'
import { Button, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { Redirect, useLocation } from 'wouter'
import { CardPanel } from '../cards/index.tsx'
import { ParticipationSummary } from '../contributions/index.tsx'
import { call } from '../shared/api/call.ts'
import { findCode, isPassing } from '../shared/api/failure.ts'
import { stopPush } from '../shared/device/stop-push.ts'
import { fetchMe, forgetCards } from '../shared/offline-cards/index.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { type Profile, showProfile, useProfile } from '../shared/profile/profile.ts'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { HomeEntries, UnsentEntry, WardQuestion } from './home-entries.tsx'
import { TEXTS } from './texts.ts'

const ProfileSwitch = lazy(async () => ({ default: (await import('../dependants/index.tsx')).ProfileSwitch }))

const Switch = (): ReactNode => (
  <Suspense fallback={null}>
    <ProfileSwitch />
  </Suspense>
)

/** What of somebody else may be seen. */
const Represented = ({ areas }: Profile): ReactNode => (
  <>
    {areas.includes('card') ? <CardPanel /> : null}
    <Switch />
    {areas.includes('participation') ? <ParticipationSummary /> : null}
    <HomeEntries />
  </>
)

const Home = ({ me }: { readonly me: Me }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const signOut = useAction(async () => {
    // First what is on this phone: it goes even when the network does not answer. Once more after what was still on its way.
    await forgetCards()
    showProfile(null)
    await call('DELETE /api/sessions/current', {})
    await stopPush().catch(() => undefined)
    navigate('/')
    queryClient.removeQueries({ queryKey: ['me'] })
    await forgetCards()
  })
  return (
    <>
      <p className="lead">{text('home-hello', { name: me.fullName })}</p>
      <p>
        {text('home-number', { number: me.insuranceNumber })}
        <br />
        <WrongLine kind="identity" id="own" what={me.fullName} />
      </p>
      <CardPanel />
      <Switch />
      <ParticipationSummary />
      {me.asksWard ? <WardQuestion /> : null}
      <UnsentEntry />
      <HomeEntries />
      <FailureNotice failure={signOut.failure} />
      <Button kind="second" busy={signOut.busy} onClick={() => void signOut.run(undefined)}>
        {text('home-sign-out')}
      </Button>
    </>
  )
}

/** The card first, the time of participation in one line, and the way to everything else; who is not signed in signs in first. */
export const HomePage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const profile = useProfile()
  const query = useQuery({ queryKey: ['me'], queryFn: fetchMe })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={profile === null ? text('home-title') : text('viewing', { name: profile.fullName })}>
      {/* Without a network the cards are still here. */}
      {query.data === undefined && isPassing(query.error) ? (
        <>
          <CardPanel />
          <Switch />
        </>
      ) : null}
      <Loaded query={query}>{(me) => (profile === null ? <Home me={me} /> : <Represented {...profile} />)}</Loaded>
    </Page>
  )
}

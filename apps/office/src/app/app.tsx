import { LanguageSwitch, useLanguage, Waiting } from '@an-sinh/ui'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import { watchActivity } from '../shared/activity.ts'
import { watchKeyboard } from '../shared/keyboard.ts'
import { RoleContext } from '../shared/only-reads.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { isOfficer, SignInPage } from '../staff/index.tsx'
import { appMessages } from './app-messages.ts'
import type { RouterContext } from './root-route.tsx'
import { makeRouter } from './router.tsx'
import { useSettings } from '../shared/use-settings.ts'
import { useStaff } from './use-staff.ts'

/** Loaded by employers' officers only; staff go without. */
const EmployerArea = lazy(async () => ({ default: (await import('./employer-area/employer-area.tsx')).EmployerArea }))

const ACTIVATION = '/kich-hoat-don-vi'
const ActivationPage = lazy(async () => ({ default: (await import('../employer-accounts/index.tsx')).ActivationPage }))

const SignedOut = ({ onSignedIn }: Pick<RouterContext, 'onSignedIn'>) => {
  const say = appMessages.useSay()
  const settings = useSettings()
  return (
    <>
      {location.pathname === ACTIVATION ? (
        <Suspense fallback={null}>
          <ActivationPage />
        </Suspense>
      ) : (
        <SignInPage onSignedIn={onSignedIn} />
      )}
      <footer className="foot">
        {location.pathname === ACTIVATION ? null : <a href={ACTIVATION}>{say('activateEmployer')}</a>}
        {settings === undefined ? null : <p>{say('hotline', { phone: settings.hotline })}</p>}
        <LanguageSwitch />
      </footer>
    </>
  )
}

const SignedIn = (context: RouterContext) => {
  const { staff, onSignedIn, onSignOut } = context
  // One router for one person: the next one starts at the beginning, with nothing of the screens before.
  // oxlint-disable-next-line react/exhaustive-deps -- a renewed session of the same person keeps the screen
  const router = useMemo(() => makeRouter(context), [staff.staffId])
  return (
    <RoleContext value={staff.role}>
      <RouterProvider router={router} context={{ staff, onSignedIn, onSignOut }} />
    </RoleContext>
  )
}

/** Signed in or not; the language and the keys hold for everything inside. */
export const App = () => {
  const { language } = useLanguage()
  const common = sharedMessages.useSay()
  const { found, signedIn, signedOut } = useStaff()
  useEffect(watchKeyboard, [])
  useEffect(() => watchActivity(window), [])
  const user = found.data
  if (user === undefined) {
    return (
      <main id="main" className="page">
        {found.error === null ? (
          <Waiting label={common('loading')} />
        ) : (
          <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
        )}
      </main>
    )
  }
  return (
    <I18nProvider locale={language === 'en' ? 'en-GB' : 'vi-VN'}>
      {user === null ? (
        <SignedOut onSignedIn={signedIn} />
      ) : isOfficer(user) ? (
        <Suspense fallback={<Waiting label={common('loading')} />}>
          <EmployerArea officer={user} onSignedIn={signedIn} onSignOut={() => void signedOut()} />
        </Suspense>
      ) : (
        <SignedIn staff={user} onSignedIn={signedIn} onSignOut={() => void signedOut()} />
      )}
    </I18nProvider>
  )
}

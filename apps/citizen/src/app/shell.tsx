import { Button, LanguageSwitch, Notice, useTexts } from '@an-sinh/ui'
import { type ComponentType, lazy, type MouseEvent, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'wouter'
import { useSettings } from '../shared/api/use-settings.ts'
import { Hotline } from '../shared/page/hotline.tsx'
import { useOnline } from '../shared/online/use-online.ts'
import { ProfileBanner } from './profile-banner.tsx'
import { MainMenu } from './main-menu.tsx'
import { readUpdate, takeUpdate, watchUpdate } from './register-service-worker.ts'
import { TEXTS } from './texts.ts'

const Nothing: ComponentType<{ readonly announced: string }> = () => null
/** Fetched only while something is announced; should it not arrive, the page stands without it. */
const IncidentBanner = lazy(async () => {
  const found = await import('../incidents/index.tsx').catch(() => null)
  return { default: found?.IncidentBanner ?? Nothing }
})

const skipToMain = (event: MouseEvent): void => {
  event.preventDefault()
  document.querySelector<HTMLElement>('h1')?.focus()
}

const Header = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <header className="head">
      <a className="skip" href="#main" onClick={skipToMain}>
        {text('skip')}
      </a>
      <div className="head-inner">
        <Link href="/" className="brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          {text('app-name')}
        </Link>
        <LanguageSwitch />
      </div>
      <MainMenu />
    </header>
  )
}

/** The page itself says so where the server knew; after that the settings do. */
const isMarkedDemo = (): boolean => document.documentElement.hasAttribute('data-demo')

/** What concerns the whole app: no network, a new version, a demonstration. */
const Banners = (): ReactNode => {
  const text = useTexts(TEXTS)
  const online = useOnline()
  const updated = useSyncExternalStore(watchUpdate, readUpdate)
  const settings = useSettings()
  const announced = settings?.announced ?? null
  return (
    <section className="banners" aria-label={text('notices')}>
      <output>{online ? null : <p className="banner">{text('offline')}</p>}</output>
      {updated ? (
        <Notice title={text('update-title')}>
          <p>{text('update-text')}</p>
          <Button kind="second" onClick={takeUpdate}>
            {text('update-take')}
          </Button>
        </Notice>
      ) : null}
      {announced === null ? null : (
        <Suspense fallback={null}>
          <IncidentBanner announced={announced} />
        </Suspense>
      )}
      {(settings?.demo ?? isMarkedDemo()) ? <p className="banner banner-demo">{text('demo')}</p> : null}
    </section>
  )
}

/** The way to what helps with this very screen. */
const HelpLink = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [location] = useLocation()
  return location.startsWith('/tro-giup') ? (
    <Link href="/tro-giup">{text('menu-help')}</Link>
  ) : (
    <Link href={`/tro-giup/trang?o=${encodeURIComponent(location)}`}>{text('screen-help')}</Link>
  )
}

const Footer = (): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  return (
    <footer className="foot">
      <Hotline hotline={settings?.hotline} />
      <p>
        <HelpLink />
        <Link href="/tra-cuu">{text('look-up')}</Link>
        <Link href="/kiem-tra">{text('check-statement')}</Link>
        <Link href="/loi-moi">{text('invitations')}</Link>
        <Link href="/tinh-trang">{text('system-status')}</Link>
        <Link href="/quyen-rieng-tu">{text('privacy')}</Link>
      </p>
    </footer>
  )
}

/** Header, menu, banners and footer around every page. */
export const Shell = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <>
    <Header />
    <ProfileBanner />
    <Banners />
    {children}
    <Footer />
  </>
)

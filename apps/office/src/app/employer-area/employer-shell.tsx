import type { EmployerOfficer } from '@an-sinh/contract'
import { CommandButton, Icon, LanguageSwitch, Notice } from '@an-sinh/ui'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { AreaLink } from '../../shared/area-link.tsx'
import { useOnline } from '../../shared/use-online.ts'
import { useSettings } from '../../shared/use-settings.ts'
import { SessionGuard, type SignedInUser } from '../../staff/index.tsx'
import { Announced } from '../announced.tsx'
import { areaMessages } from './area-messages.ts'
import { EMPLOYER_PAGES } from './employer-pages.ts'

type Props = {
  readonly officer: EmployerOfficer
  readonly onSignedIn: (user: SignedInUser) => void
  readonly onSignOut: () => void
  readonly children: ReactNode
}

const Pages = ({ officer }: Pick<Props, 'officer'>) => {
  const say = areaMessages.useSay()
  const { pathname } = useLocation()
  const line = useRef<HTMLElement>(null)
  // On a phone the line of pages is longer than the screen.
  useEffect(() => {
    if (pathname !== '') line.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <nav className="area-links" aria-label={say('pages')} ref={line}>
      {EMPLOYER_PAGES.map(({ path, label, for: role }) =>
        label === undefined || (role !== undefined && role !== officer.role) ? null : (
          <AreaLink key={path} to={path} className="button-plain">
            {say(label)}
          </AreaLink>
        ),
      )}
    </nav>
  )
}

const AREA_FEATURES = ['employers', 'registration', 'codes'] as const

/** What stands around every screen of an employer's officer. */
export const EmployerShell = ({ officer, onSignedIn, onSignOut, children }: Props) => {
  const say = areaMessages.useSay()
  const settings = useSettings()
  const isOnline = useOnline()
  return (
    <div className="shell">
      <header className="head">
        <a className="skip" href="#main">
          {say('skip')}
        </a>
        <p className="brand">
          <strong>{say('brand')}</strong> <span title={officer.employer.name}>{officer.employer.name}</span>
          {settings?.demo === true ? <span className="demo">{say('demo')}</span> : null}
        </p>
        <nav className="head-menu" aria-label={say('menu')}>
          <span className="head-name" title={officer.fullName}>
            <Icon name="person" /> <span>{officer.fullName}</span>
          </span>
          <LanguageSwitch />
          <CommandButton kind="plain" onPress={onSignOut}>
            {say('signOut')}
          </CommandButton>
        </nav>
      </header>
      <Pages officer={officer} />
      {isOnline ? null : <Notice kind="warning" live title={say('offline')} />}
      <Announced features={AREA_FEATURES} office={null} />
      {children}
      <SessionGuard onSignedIn={onSignedIn} onSignOut={onSignOut} />
    </div>
  )
}

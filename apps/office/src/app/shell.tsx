import type { Staff } from '@an-sinh/contract'
import { INCIDENT_FEATURES } from '@an-sinh/domain'
import { CommandButton, Icon, LanguageSwitch, Notice } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { hasDrafts, UndoBar } from '../counter/index.tsx'
import { ScanField, type ScanTargets } from '../queues/index.tsx'
import { useKeys } from '../shared/keyboard.ts'
import { SessionGuard, type SignedInUser } from '../staff/index.tsx'
import { Announced } from './announced.tsx'
import { appMessages } from './app-messages.ts'
import { DeskLinks, READS_CASES } from './desk-links.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { useOnline } from '../shared/use-online.ts'
import { useSettings } from '../shared/use-settings.ts'

type Props = {
  readonly staff: Staff
  readonly onSignedIn: (user: SignedInUser) => void
  readonly onSignOut: () => void
  readonly onOpenCase: (registrationId: string) => void
  /** Where scans of other kinds lead. */
  readonly onOpenRequest: ScanTargets['onRequest']
  readonly onCard: ScanTargets['onCard']
  readonly onCover: ScanTargets['onCover']
  readonly onWaiting: () => void
  readonly children: ReactNode
}

/** What a desk works with or is asked about. */
const DESK_FEATURES = INCIDENT_FEATURES.filter((feature) => feature !== 'employers')

const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if (hasDrafts()) event.preventDefault()
}

const Head = ({ staff, onHelp, ...go }: Omit<Props, 'children' | 'onSignedIn'> & { readonly onHelp: () => void }) => {
  const say = appMessages.useSay()
  const settings = useSettings()
  return (
    <header className="head">
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <p className="brand">
        <strong>{say('brand')}</strong>{' '}
        <span className="head-wide head-office" title={staff.officeName}>
          {staff.officeName}
        </span>
        {settings?.demo === true ? <span className="demo">{say('demo')}</span> : null}
      </p>
      {READS_CASES.includes(staff.role) ? (
        <>
          <ScanField onFound={go.onOpenCase} onRequest={go.onOpenRequest} onCard={go.onCard} onCover={go.onCover} />
          <CommandButton kind="plain" keyHint="F" onPress={go.onWaiting}>
            {say('waiting')}
          </CommandButton>
        </>
      ) : null}
      <DeskLinks role={staff.role} />
      <nav className="head-menu" aria-label={say('menu')}>
        <span className="head-name" title={staff.fullName}>
          <Icon name="person" /> <span>{staff.fullName}</span>
        </span>
        <CommandButton kind="plain" keyHint="?" onPress={onHelp}>
          {say('help')}
        </CommandButton>
        <LanguageSwitch />
        <CommandButton kind="plain" onPress={go.onSignOut}>
          {say('signOut')}
        </CommandButton>
      </nav>
    </header>
  )
}

/** What stands around every screen of a signed-in clerk. */
export const Shell = ({ onSignedIn, children, ...head }: Props) => {
  const { staff, onOpenCase, onWaiting, onSignOut } = head
  const say = appMessages.useSay()
  const client = useQueryClient()
  const isOnline = useOnline()
  const [helping, setHelping] = useState(false)
  useKeys({ '?': () => setHelping(true), ...(READS_CASES.includes(staff.role) ? { f: onWaiting } : {}) })
  useEffect(() => {
    window.addEventListener('beforeunload', askBeforeLeaving)
    return () => window.removeEventListener('beforeunload', askBeforeLeaving)
  }, [])
  return (
    <div className="shell">
      <Head {...head} onHelp={() => setHelping(true)} />
      {isOnline ? null : <Notice kind="warning" live title={say('offline')} />}
      <Announced features={DESK_FEATURES} office={staff.officeName} />
      {children}
      <UndoBar
        onOpen={onOpenCase}
        onUndone={(after) => {
          client.setQueryData(['case', after.registrationId], after)
          for (const key of ['queue', 'suspects', 'review']) void client.invalidateQueries({ queryKey: [key] })
        }}
      />
      {helping ? <HelpDialog onClose={() => setHelping(false)} /> : null}
      <SessionGuard onSignedIn={onSignedIn} onSignOut={onSignOut} />
    </div>
  )
}

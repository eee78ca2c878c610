import type { Staff } from '@an-sinh/contract'
import { CommandButton, Icon, LanguageSwitch, Notice } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { hasDrafts, UndoBar } from '../counter/index.tsx'
import { ScanField } from '../queues/index.tsx'
import { useKeys } from '../shared/keyboard.ts'
import { SessionGuard } from '../staff/index.tsx'
import { appMessages } from './app-messages.ts'
import { HelpDialog } from './help-dialog.tsx'
import { useOnline } from './use-online.ts'
import { useSettings } from './use-settings.ts'

type Props = {
  readonly staff: Staff
  readonly onSignedIn: (staff: Staff) => void
  readonly onSignOut: () => void
  readonly onOpenCase: (registrationId: string) => void
  readonly children: ReactNode
}

const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if (hasDrafts()) event.preventDefault()
}

const Head = ({ staff, onSignOut, onOpenCase, onHelp }: Omit<Props, 'children' | 'onSignedIn'> & { readonly onHelp: () => void }) => {
  const say = appMessages.useSay()
  const settings = useSettings()
  return (
    <header className="head">
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <p className="brand">
        <strong>{say('brand')}</strong> <span className="head-wide">{staff.officeName}</span>
        {settings?.demo === true ? <span className="demo">{say('demo')}</span> : null}
      </p>
      {staff.role === 'operator' ? null : (
        <>
          <ScanField onFound={onOpenCase} />
          <Link to="/tai-khoan" className="button-plain">
            {say('counterCode')}
          </Link>
          <Link to="/yeu-cau/hang-cho/$queue" params={{ queue: 'to-decide' }} className="button-plain">
            {say('requests')}
          </Link>
          <Link to="/tre-phu-thuoc" className="button-plain">
            {say('dependants')}
          </Link>
        </>
      )}
      <nav className="head-menu" aria-label={say('menu')}>
        <span className="head-name">
          <Icon name="person" /> {staff.fullName}
        </span>
        <CommandButton kind="plain" keyHint="?" onPress={onHelp}>
          {say('help')}
        </CommandButton>
        <LanguageSwitch />
        <CommandButton kind="plain" onPress={onSignOut}>
          {say('signOut')}
        </CommandButton>
      </nav>
    </header>
  )
}

/** What stands around every screen of a signed-in clerk. */
export const Shell = ({ staff, onSignedIn, onSignOut, onOpenCase, children }: Props) => {
  const say = appMessages.useSay()
  const client = useQueryClient()
  const isOnline = useOnline()
  const [helping, setHelping] = useState(false)
  useKeys({ '?': () => setHelping(true) })
  useEffect(() => {
    window.addEventListener('beforeunload', askBeforeLeaving)
    return () => window.removeEventListener('beforeunload', askBeforeLeaving)
  }, [])
  return (
    <div className="shell">
      <Head staff={staff} onSignOut={onSignOut} onOpenCase={onOpenCase} onHelp={() => setHelping(true)} />
      {isOnline ? null : <Notice kind="warning" live title={say('offline')} />}
      {children}
      <UndoBar
        onOpen={onOpenCase}
        onUndone={(after) => {
          client.setQueryData(['case', after.registrationId], after)
          void client.invalidateQueries({ queryKey: ['queue'] })
        }}
      />
      {helping ? <HelpDialog onClose={() => setHelping(false)} /> : null}
      <SessionGuard onSignedIn={onSignedIn} onSignOut={onSignOut} />
    </div>
  )
}

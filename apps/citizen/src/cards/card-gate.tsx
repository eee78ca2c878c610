import { Button, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { passPlatformLock, type PlatformLock } from '../shared/device/platform-lock.ts'
import { readUnlocked, setUnlocked, type StoredLock, watchUnlocked } from '../shared/offline-cards/index.ts'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

const Locked = ({ lock }: { readonly lock: PlatformLock }): ReactNode => {
  const text = useTexts(TEXTS)
  const open = useAction(async () => {
    if (!(await passPlatformLock(lock))) throw new Error('not recognised')
    setUnlocked(true)
  })
  return (
    <section className="panel">
      <h2>{text('locked-title')}</h2>
      <p>{text('locked-text')}</p>
      <div className="button-row">
        <Button busy={open.busy} onClick={() => void open.run(undefined)}>
          {text('locked-open')}
        </Button>
      </div>
      {open.failure === null ? null : (
        <Notice kind="warning" title={text('locked-failed')} live>
          <p>{text('locked-failed-text')}</p>
        </Notice>
      )}
      <p>
        <Link href="/dang-nhap">{text('locked-sign-in')}</Link>
      </p>
    </section>
  )
}

/** Stands before the card of this device when its holder set a lock; signing in with the password opens it too. */
export const CardGate = ({ lock, children }: { readonly lock: StoredLock | null; readonly children: ReactNode }): ReactNode => {
  const unlocked = useSyncExternalStore(watchUnlocked, readUnlocked)
  return lock === null || lock === 'declined' || unlocked ? children : <Locked lock={lock} />
}

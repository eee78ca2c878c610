import { Button, Notice, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { hasPlatformLock, makePlatformLock } from '../shared/device/platform-lock.ts'
import { keepCardLock, setUnlocked, type StoredLock } from '../shared/offline-cards/index.ts'
import { type Action, useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly lock: StoredLock | null; readonly onChange: () => void }

const LockFailure = ({ action }: { readonly action: Action<undefined> }): ReactNode => {
  const text = useTexts(TEXTS)
  return action.failure === null ? null : (
    <Notice kind="warning" title={text('lock-failed')} live>
      <p>{text('lock-failed-text')}</p>
    </Notice>
  )
}

/** A lock by fingerprint, face or PIN: offered once, later found below "Khóa thẻ trên máy này". Nothing where the device has none. */
export const LockSettings = ({ lock, onChange }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const able = useQuery({ queryKey: ['platform-lock'], queryFn: hasPlatformLock, staleTime: Number.POSITIVE_INFINITY }).data === true
  const turnOn = useAction(async (_input: undefined) => {
    await keepCardLock(await makePlatformLock(text('lock-label')))
    setUnlocked(true)
    onChange()
  })
  const decline = useAction(async (_input: undefined) => {
    await keepCardLock('declined')
    onChange()
  })
  const isOn = lock !== null && lock !== 'declined'
  if (!able && !isOn) return null
  const on = (
    <Button kind="second" busy={turnOn.busy} onClick={() => void turnOn.run(undefined)}>
      {text('lock-on')}
    </Button>
  )
  const off = (
    <Button kind="second" busy={decline.busy} onClick={() => void decline.run(undefined)}>
      {text(isOn ? 'lock-off' : 'lock-decline')}
    </Button>
  )
  if (lock === null)
    return (
      <section className="panel">
        <h2>{text('lock-offer')}</h2>
        <p>{text('lock-offer-text')}</p>
        <div className="button-row">
          {on}
          {off}
        </div>
        <LockFailure action={turnOn} />
      </section>
    )
  return (
    <details className="panel">
      <summary>{text(isOn ? 'lock-is-on' : 'lock-is-off')}</summary>
      <p>{text('lock-offer-text')}</p>
      <div className="button-row">{isOn ? off : on}</div>
      <LockFailure action={turnOn} />
    </details>
  )
}

import { Button, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { useSettings } from '../api/use-settings.ts'
import { NeedsNetwork } from '../online/needs-network.tsx'
import { Hotline } from './hotline.tsx'
import { TEXTS } from './texts.ts'

type Props = {
  readonly code: string
  readonly onChange: (code: string) => void
  readonly error?: string | undefined
  /** ISO instant from which a new code may be asked for. */
  readonly resendAt: string
  readonly onResend: () => void
  readonly resent: boolean
}

/** Whole seconds until an instant, counted down; 0 when it is past. */
const useSecondsUntil = (instant: string): number => {
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000))
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isOver])
  return left
}

/** The box for a one-time code, filled by the phone itself where it can, with the ways out when none arrives. */
export const CodeEntry = ({ code, onChange, error, resendAt, onResend, resent }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  const seconds = useSecondsUntil(resendAt)
  return (
    <>
      <NeedsNetwork />
      <TextField
        name="code"
        label={text('code-label')}
        hint={text('code-hint')}
        error={error}
        value={code}
        onChange={onChange}
        width="short"
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <output>{resent && seconds > 0 ? <p>{text('code-resent')}</p> : null}</output>
      <details>
        <summary>{text('code-lost')}</summary>
        <p>{text('code-lost-text')}</p>
        {seconds > 0 ? (
          <p className="quiet">{text('code-resend-in', { seconds })}</p>
        ) : (
          <p>
            <Button kind="second" onClick={onResend}>
              {text('code-resend')}
            </Button>
          </p>
        )}
        <Hotline hotline={settings?.hotline} />
      </details>
    </>
  )
}

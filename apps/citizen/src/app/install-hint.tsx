import { Button, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { TEXTS } from './texts.ts'

/** Chromium's event; not in the type library because other browsers lack it. */
type InstallOffer = Event & { readonly prompt: () => Promise<unknown> }

const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches

/** How to put the app on the home screen: one press where the browser offers it, words elsewhere. Nothing when it is there already. */
export const InstallHint = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [offer, setOffer] = useState<InstallOffer | null>(null)
  useEffect(() => {
    const keep = (event: Event): void => {
      event.preventDefault()
      setOffer(event as InstallOffer)
    }
    window.addEventListener('beforeinstallprompt', keep)
    return () => window.removeEventListener('beforeinstallprompt', keep)
  }, [])
  if (isInstalled()) return null
  return (
    <>
      <h2>{text('install-title')}</h2>
      <p>{text('install-text')}</p>
      {offer === null ? (
        <ul>
          <li>{text('install-android')}</li>
          <li>{text('install-ios')}</li>
          <li>{text('install-computer')}</li>
        </ul>
      ) : (
        <p>
          <Button kind="second" onClick={() => void offer.prompt()}>
            {text('install-button')}
          </Button>
        </p>
      )}
    </>
  )
}

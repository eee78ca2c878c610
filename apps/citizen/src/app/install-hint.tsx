import { Button, useTexts } from '@an-sinh/ui'
import { type ReactNode, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { hasInstallOffer, isInstalled, takeInstallOffer, watchInstallOffer } from '../shared/device/install-offer.ts'
import { TEXTS } from './texts.ts'

/** How to put the app on the home screen: one press where the browser offers it, a guide with pictures elsewhere. Nothing when it is there. */
export const InstallHint = (): ReactNode => {
  const text = useTexts(TEXTS)
  const offered = useSyncExternalStore(watchInstallOffer, hasInstallOffer)
  if (isInstalled()) return null
  return (
    <>
      <h2>{text('install-title')}</h2>
      <p>{text('install-text')}</p>
      {offered ? (
        <p>
          <Button kind="second" onClick={takeInstallOffer}>
            {text('install-button')}
          </Button>
        </p>
      ) : null}
      <p>
        <Link href="/cai-dat">{text('install-guide')}</Link>
      </p>
    </>
  )
}

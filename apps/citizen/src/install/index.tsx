import { Button, Notice, Tabs, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { hasInstallOffer, isInstalled, takeInstallOffer, watchInstallOffer } from '../shared/device/install-offer.ts'
import { Page } from '../shared/page/page.tsx'
import { Picture } from './pictures.tsx'
import { guessPlatform, type Platform, PLATFORMS } from './platform.ts'
import { ShareApp } from './share-app.tsx'
import { TEXTS } from './texts.ts'

const Guide = ({ platform }: { readonly platform: Platform }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <ol className="install-steps">
      <li>
        <p>{text(`${platform}-1`)}</p>
        <Picture platform={platform} step={1} alt={text(`picture-${platform}-1`)} />
      </li>
      <li>
        <p>{text(`${platform}-2`)}</p>
        <Picture platform={platform} step={2} alt={text(`picture-${platform}-2`)} />
      </li>
      <li>
        <p>{text(`${platform}-3`)}</p>
        {platform === 'desktop' ? null : <Picture platform={platform} step={3} alt={text('picture-home')} />}
      </li>
    </ol>
  )
}

/** How to install on each kind of device, with drawings; one press where the browser offers it; a code to pass the app on. */
export const InstallPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [platform, setPlatform] = useState<Platform>(() => guessPlatform(navigator))
  const offered = useSyncExternalStore(watchInstallOffer, hasInstallOffer)
  return (
    <Page title={text('title')}>
      <p className="lead">{text('lead')}</p>
      {isInstalled() ? <Notice kind="good">{text('installed')}</Notice> : null}
      {offered ? (
        <p>
          <Button onClick={takeInstallOffer}>{text('install-now')}</Button>
        </p>
      ) : null}
      <Tabs label={text('platform')} tabs={PLATFORMS.map((id) => ({ id, label: text(id) }))} current={platform} onChange={setPlatform}>
        <Guide platform={platform} />
      </Tabs>
      <ShareApp />
      <ul className="link-list">
        <li>
          <Link href="/quyen-rieng-tu">{text('privacy')}</Link>
        </li>
        <li>
          <Link href="/ca-nhan/bo-nho">{text('storage')}</Link>
        </li>
        <li>
          <Link href="/">{text('start')}</Link>
        </li>
      </ul>
    </Page>
  )
}

import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { useSettings } from '../shared/api/use-settings.ts'
import { Hotline } from '../shared/page/hotline.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

const PARTS = ['what', 'why', 'long', 'device', 'who', 'rights', 'ask'] as const

/** The whole privacy text, before any sign-in. */
export const PrivacyPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  return (
    <Page title={text('privacy-title')}>
      <p className="lead">{text('privacy-lead')}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{text(`p-${part}`)}</h2>
          <p>{text(`p-${part}-text`)}</p>
        </section>
      ))}
      <Hotline hotline={settings?.hotline} />
      <p>{text('p-law')}</p>
      {settings === undefined ? null : <p className="quiet">{text('p-version', { version: settings.privacyTextVersion })}</p>}
    </Page>
  )
}

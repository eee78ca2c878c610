import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useSettings } from '../shared/api/use-settings.ts'
import { Hotline } from '../shared/page/hotline.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

const QUESTIONS = ['number', 'code', 'photo', 'print', 'late', 'first', 'other-phone', 'counter'] as const

/** The questions people ask, answered in one place, and the number to call. */
export const HelpPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  return (
    <Page title={text('help-title')}>
      <Hotline hotline={settings?.hotline} />
      <p>{text('help-lead')}</p>
      {QUESTIONS.map((question) => (
        <details key={question}>
          <summary>{text(`q-${question}`)}</summary>
          <p>{text(`a-${question}`)}</p>
        </details>
      ))}
      <p>
        <Link className="back-link" href="/kiem-tra">
          {text('check-statement')}
        </Link>
      </p>
      <p>
        <a className="back-link" href="/api/form-01/blank">
          {text('blank-form')}
        </a>
      </p>
    </Page>
  )
}

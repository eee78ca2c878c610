import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Page } from '../shared/page/page.tsx'
import { InstallHint } from './install-hint.tsx'
import { TEXTS } from './texts.ts'

const HOW = ['start-how-1', 'start-how-2', 'start-how-3', 'start-how-4'] as const

/** What this is, the two ways in, and what to expect. */
export const StartPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('start-title')}>
      <p className="lead">{text('start-lead')}</p>
      <div className="button-row">
        <Link href="/dang-ky" className="button">
          {text('start-register')}
        </Link>
        <Link href="/dang-nhap" className="button button-second">
          {text('start-sign-in')}
        </Link>
      </div>
      <h2>{text('start-already')}</h2>
      <ul className="link-list">
        <li>
          <Link href="/to-khai">{text('start-status')}</Link>
        </li>
        <li>
          <Link href="/ho-so">{text('start-own')}</Link>
        </li>
        <li>
          <Link href="/dang-nhap/lan-dau">{text('start-first-sign-in')}</Link>
        </li>
        <li>
          <Link href="/tra-cuu">{text('start-look-up')}</Link>
        </li>
      </ul>
      <h2>{text('start-how')}</h2>
      <ol className="steps">
        {HOW.map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ol>
      <p>
        {text('start-counter')} <a href="/api/form-01/blank">{text('start-blank-form')}</a>
      </p>
      <InstallHint />
      <Notice kind="warning" title={text('safe-title')}>
        <p>{text('safe-text')}</p>
      </Notice>
    </Page>
  )
}

import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { LocalErrorId } from '../shared/page/local-error-id.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

export const NotFoundPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('not-found-title')}>
      <p>{text('not-found-text')}</p>
      <LocalErrorId kind="page-not-found" />
      <p>
        <Link href="/" className="button">
          {text('not-found-start')}
        </Link>
      </p>
    </Page>
  )
}

import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Page } from '../shared/page/page.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { TEXTS } from './texts.ts'

/** Shown once, right after one's own password was set; afterwards it is found under the account. */
export const OfferPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  return (
    <Page title={text('offer-title')}>
      <p>{text('offer-lead')}</p>
      <ul>
        <li>{text('offer-own')}</li>
        <li>{text('offer-shared')}</li>
        <li>{text('offer-later')}</li>
      </ul>
      <AddPasskey onAdded={() => navigate('/ca-nhan')} />
      <p>
        <Link href="/ca-nhan" className="button button-second">
          {text('later')}
        </Link>
      </p>
    </Page>
  )
}

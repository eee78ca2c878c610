import { Facts, Notice, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { Page } from '../shared/page/page.tsx'
import { NumberForm } from './number-form.tsx'
import { TEXTS } from './texts.ts'

/** The one sentence that everybody reads, and where to go when nothing comes. */
const AskedPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('title')}>
      <Notice kind="info" title={text('asked-title')} live>
        <p>{text('asked')}</p>
      </Notice>
      <h2>{text('nothing-came')}</h2>
      <p>{text('nothing-came-text')}</p>
      <ul className="link-list">
        <li>
          <Link href="/tra-cuu/co-quan-bhxh">{text('find-office')}</Link>
        </li>
        <li>
          <Link href="/dang-ky">{text('register')}</Link>
        </li>
      </ul>
      <Notice kind="warning">
        <p>{text('never-ask')}</p>
      </Notice>
    </Page>
  )
}

const OwnPage = ({ insuranceNumber, fullName }: { readonly insuranceNumber: string; readonly fullName: string }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('title')}>
      <Facts
        facts={[
          { label: text('full-name'), value: fullName },
          { label: text('own-number'), value: insuranceNumber },
        ]}
      />
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('to-home')}
        </Link>
      </p>
    </Page>
  )
}

/** One's own insurance number: in full for who is signed in, to the contact on file for everybody else. */
export const NumberRequests = (): ReactNode => {
  const [asked, setAsked] = useState(false)
  const me = useQuery({ queryKey: ['me'], queryFn: async () => call('GET /api/me', {}), retry: false })
  if (me.data !== undefined) return <OwnPage {...me.data} />
  return asked ? <AskedPage /> : <NumberForm onAsked={() => setAsked(true)} />
}

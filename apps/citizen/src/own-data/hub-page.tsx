import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { EntryList } from '../shared/entries/entry-list.tsx'
import { Page } from '../shared/page/page.tsx'
import { BackLink } from './back-link.tsx'
import { TEXTS } from './texts.ts'

const ENTRIES = [
  { href: '/ca-nhan/ai-da-xem', key: 'hub-accesses' },
  { href: '/ca-nhan/du-lieu/ban-sao', key: 'hub-copies' },
  { href: '/ca-nhan/du-lieu/dong-y', key: 'hub-consents' },
  { href: '/ca-nhan/du-lieu/yeu-cau', key: 'hub-requests' },
  { href: '/ca-nhan/bo-nho', key: 'hub-storage' },
  { href: '/quyen-rieng-tu', key: 'hub-privacy' },
] as const

/** Everything a person may do about the data kept on them, one line each. */
export const HubPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('title')}>
      <p className="lead">{text('lead')}</p>
      <EntryList entries={ENTRIES} text={text} />
      <BackLink to="back-home" />
    </Page>
  )
}

import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { EntryList } from '../shared/entries/entry-list.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

const ENTRIES = [
  { href: '/ca-nhan/dieu-chinh/dia-chi', key: 'entry-address' },
  { href: '/ca-nhan/dieu-chinh/thong-tin', key: 'entry-identity' },
  { href: '/ca-nhan/tai-khoan', key: 'entry-contact' },
  { href: '/ca-nhan/yeu-cau', key: 'entry-requests' },
  { href: '/ca-nhan/ngung-giao-dich', key: 'entry-stop' },
] as const

/** What can be changed, and how long it takes. */
export const MenuPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      <EntryList entries={ENTRIES} text={text} />
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}

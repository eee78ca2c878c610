import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLetters } from '../shared/outbox/use-letters.ts'
import { useProfile } from '../shared/profile/profile.ts'
import { TEXTS } from './texts.ts'
import { UnreadNotices } from './unread-notices.tsx'

/** What a signed-in person can open, in the order people know. One line each: a new screen adds its line, its two texts and its route. */
const ENTRIES = [
  { href: '/ca-nhan/the', key: 'entry-card' },
  { href: '/ca-nhan/tin-nhan', key: 'entry-notices' },
  { href: '/ca-nhan/qua-trinh', key: 'entry-participation' },
  { href: '/ca-nhan/so-kham', key: 'entry-visits' },
  { href: '/ca-nhan/quyen-loi', key: 'entry-benefits' },
  { href: '/ca-nhan/yeu-cau', key: 'entry-requests' },
  { href: '/ca-nhan/dieu-chinh', key: 'entry-adjust' },
  { href: '/ca-nhan/giay-xac-nhan', key: 'entry-statements' },
  { href: '/ca-nhan/nguoi-phu-thuoc', key: 'entry-dependants' },
  { href: '/ca-nhan/du-lieu', key: 'entry-data' },
  { href: '/ca-nhan/tai-khoan', key: 'entry-account' },
  { href: '/ho-tro', key: 'entry-support' },
] as const

/** What there is to see of somebody else, and what must be granted for it. */
const AREA_OF: Readonly<Record<string, string>> = {
  'entry-card': 'card',
  'entry-participation': 'participation',
  'entry-visits': 'medical-book',
  'entry-benefits': 'benefits',
}

export const HomeEntries = (): ReactNode => {
  const text = useTexts(TEXTS)
  const profile = useProfile()
  const entries = profile === null ? ENTRIES : ENTRIES.filter(({ key }) => profile.areas.some((area) => area === AREA_OF[key]))
  return (
    <nav aria-labelledby="home-entries">
      <h2 id="home-entries">{text('home-entries')}</h2>
      <ul className="entries">
        {entries.map(({ href, key }) => (
          <li key={href} className="entry">
            <Link href={href}>{text(key)}</Link>
            {key === 'entry-notices' ? <UnreadNotices /> : null}
            <span className="entry-hint">{text(`${key}-hint`)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The stored ward was divided: which one is it now? */
export const WardQuestion = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Notice kind="warning" title={text('ward-asked')}>
      <Link href="/ca-nhan/dieu-chinh/phuong-xa">{text('ward-answer')}</Link>
    </Notice>
  )
}

/** What was sent from here and has not arrived; nothing while nothing waits. */
export const UnsentEntry = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { letters, unreadable } = useLetters()
  const count = letters.length + unreadable.length
  return count === 0 ? null : (
    <Notice kind="warning">
      <Link href="/ca-nhan/cho-gui">{text('unsent', { count: String(count) })}</Link>
    </Notice>
  )
}

import { Facts, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { EntryList } from '../shared/entries/entry-list.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'
import { type OwnContacts, useContacts } from './use-contacts.ts'

/** Everything about one's own account, one line each. */
const ENTRIES = [
  { href: '/ca-nhan/tai-khoan/so-dien-thoai', key: 'entry-phone' },
  { href: '/ca-nhan/tai-khoan/thu-dien-tu', key: 'entry-email' },
  { href: '/ca-nhan/mat-khau', key: 'entry-password' },
  { href: '/ca-nhan/tai-khoan/khoa-dang-nhap', key: 'entry-passkeys' },
  { href: '/ca-nhan/thiet-bi', key: 'entry-devices' },
  { href: '/ca-nhan/ai-da-xem', key: 'entry-accesses' },
] as const

const Reach = ({ contacts }: { readonly contacts: OwnContacts }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { change } = contacts
  return (
    <>
      <Facts
        facts={[
          { label: text('phone'), value: contacts.phoneMasked },
          { label: text('email'), value: contacts.emailMasked ?? text('email-none') },
        ]}
      />
      {change === null || change.appliesAt === null ? null : (
        <Notice kind="warning" title={text(`waits-${change.kind}`, { to: change.newMasked })}>
          <p>{text('waits-until', { at: formatInstant(change.appliesAt, language) })}</p>
        </Notice>
      )}
    </>
  )
}

export const AccountPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useContacts()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('account-title')}>
      <Loaded query={query}>{(contacts) => <Reach contacts={contacts} />}</Loaded>
      <EntryList entries={ENTRIES} text={text} />
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}

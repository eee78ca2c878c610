import { Button, Notice, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSettings } from '../shared/api/use-settings.ts'
import { Hotline } from '../shared/page/hotline.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

const WAYS = [
  { href: '/tro-giup/hoi', key: 'way-ask' },
  { href: '/ho-tro/tro-chuyen', key: 'way-chat' },
  { href: '/ho-tro/goi-lai', key: 'way-call' },
  { href: '/ho-tro/phieu/moi', key: 'way-ticket' },
] as const

/** From what answers at once to what takes a day: articles, the assistant, a person to write with, a call, a ticket. */
export const SupportPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const settings = useSettings()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const search = (event: SyntheticEvent): void => {
    event.preventDefault()
    navigate(`/tro-giup?q=${encodeURIComponent(typed.trim())}`)
  }
  return (
    <Page title={text('support-title')}>
      <form noValidate onSubmit={search}>
        <TextField
          name="help-search"
          type="search"
          label={text('support-search')}
          hint={text('support-search-hint')}
          maxLength={200}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit">{text('support-find')}</Button>
      </form>
      <h2>{text('support-ways')}</h2>
      <ul className="entries">
        {WAYS.map(({ href, key }) => (
          <li key={href} className="entry">
            <Link href={href}>{text(key)}</Link>
            <span className="entry-hint">{text(`${key}-hint`)}</span>
          </li>
        ))}
      </ul>
      <h2>{text('support-sent')}</h2>
      <ul className="link-list">
        <li>
          <Link href="/ho-tro/phieu">{text('tickets-title')}</Link>
        </li>
        <li>
          <Link href="/ho-tro/phieu/tra-cuu">{text('look-up-title')}</Link>
        </li>
      </ul>
      <Hotline hotline={settings?.hotline} />
      <Notice kind="warning" title={text('never-title')}>
        <p>{text('never-text')}</p>
      </Notice>
    </Page>
  )
}

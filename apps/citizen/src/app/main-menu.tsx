import { Icon, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { TEXTS } from './texts.ts'

const PUBLIC = [
  { href: '/dang-ky', key: 'menu-register' },
  { href: '/ho-so', key: 'menu-own' },
  { href: '/ca-nhan', key: 'menu-home' },
  { href: '/tro-giup', key: 'menu-help' },
] as const

/** Four places and no more: what people open most, each a thumb's width. Everything else is on the home page. */
const OWN = [
  { href: '/ca-nhan', key: 'menu-own-home', icon: 'person' },
  { href: '/ca-nhan/the', key: 'menu-own-card', icon: 'card' },
  { href: '/ca-nhan/qua-trinh', key: 'menu-own-participation', icon: 'history' },
  { href: '/ca-nhan/tin-nhan', key: 'menu-own-notices', icon: 'letter' },
] as const

const isAt = (location: string, href: string): boolean =>
  href === '/ca-nhan' ? location === href : location === href || location.startsWith(`${href}/`)

/** At one's own pages the menu lies under the thumb; elsewhere it is a line of links in the head. */
export const MainMenu = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [location] = useLocation()
  const isOwn = location === '/ca-nhan' || location.startsWith('/ca-nhan/')
  return (
    <nav className={isOwn ? 'menu menu-own' : 'menu'} aria-label={text('menu')}>
      {isOwn
        ? OWN.map(({ href, key, icon }) => (
            <Link key={href} href={href} aria-current={isAt(location, href) ? 'page' : undefined}>
              <Icon name={icon} />
              {text(key)}
            </Link>
          ))
        : PUBLIC.map(({ href, key }) => (
            <Link key={href} href={href} aria-current={isAt(location, href) ? 'page' : undefined}>
              {text(key)}
            </Link>
          ))}
    </nav>
  )
}

import type { ReactNode } from 'react'
import { Link } from 'wouter'

type Entry<Key extends string> = { readonly href: string; readonly key: Key }
type Props<Key extends string> = { readonly entries: readonly Entry<Key>[]; readonly text: (key: Key | `${Key}-hint`) => string }

/** Where one can go from here, one line each with a hint under it: the texts `key` and `key-hint` of the page. */
export const EntryList = <Key extends string>({ entries, text }: Props<Key>): ReactNode => (
  <ul className="entries">
    {entries.map(({ href, key }) => (
      <li key={href} className="entry">
        <Link href={href}>{text(key)}</Link>
        <span className="entry-hint">{text(`${key}-hint`)}</span>
      </li>
    ))}
  </ul>
)

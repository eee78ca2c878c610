import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'quiet' | 'note' | 'warn' | 'bad' | 'good'

const ICONS: Readonly<Record<Tone, IconName>> = { quiet: 'info', note: 'info', warn: 'warn', bad: 'block', good: 'check' }

/** A short remark: its icon and its words carry the meaning, the colour only repeats it. */
export const Tag = ({
  tone = 'quiet',
  icon,
  children,
}: {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}) => (
  <span className={`tag tag-${tone}`}>
    <Icon name={icon ?? ICONS[tone]} />
    <span>{children}</span>
  </span>
)

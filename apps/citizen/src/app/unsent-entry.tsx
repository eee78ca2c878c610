import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLetters } from '../shared/outbox/use-letters.ts'
import { TEXTS } from './texts.ts'

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

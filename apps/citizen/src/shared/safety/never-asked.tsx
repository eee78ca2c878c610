import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from '../page/texts.ts'

/** Where a password is typed or help is looked for: what we never ask. */
export const NeverAsked = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Notice kind="warning" title={text('never-ask-title')}>
      <p>{text('never-ask-text')}</p>
    </Notice>
  )
}

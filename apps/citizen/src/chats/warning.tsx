import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

/** On top of every screen of the chat. */
export const NeverAsk = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Notice kind="warning" title={text('never-title')}>
      <p>{text('never')}</p>
    </Notice>
  )
}

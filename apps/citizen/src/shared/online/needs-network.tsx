import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'
import { useOnline } from './use-online.ts'

/** On a form that asks the server before it can go on: said before anything is typed, instead of a failure after. Nothing while online. */
export const NeedsNetwork = (): ReactNode => {
  const text = useTexts(TEXTS)
  const isOnline = useOnline()
  return isOnline ? null : (
    <Notice kind="warning" title={text('title')}>
      <p>{text('text')}</p>
    </Notice>
  )
}

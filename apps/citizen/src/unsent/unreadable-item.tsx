import { Button, Tag, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { dropLetter } from '../shared/outbox/letter-store.ts'
import { TEXTS } from './texts.ts'

/** What nobody can open any more is told, not hidden. */
export const UnreadableItem = ({ letterId }: { readonly letterId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <section className="panel">
      <Tag tone="bad">{text('unreadable')}</Tag>
      <p>{text('unreadable-text')}</p>
      <Button kind="second" onClick={() => void dropLetter(letterId)}>
        {text('drop')}
      </Button>
    </section>
  )
}

import { Notice, useTexts, Waiting } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useDraft } from '../shared/draft/use-draft.ts'
import { useLetters } from '../shared/outbox/use-letters.ts'
import { Page } from '../shared/page/page.tsx'
import { LetterItem } from './letter-item.tsx'
import { TEXTS } from './texts.ts'
import { UnreadableItem } from './unreadable-item.tsx'

/** Everything that was sent from here and has not arrived: how far it is, why it stands, and what the person can do. */
export const UnsentPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { letters, unreadable, read, closed } = useLetters()
  const state = useDraft()
  const waitsDraft = state.status === 'ready' && state.draft.submission !== null
  const isEmpty = letters.length === 0 && unreadable.length === 0 && !waitsDraft
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      {/* Nothing is said to be sent before the store was looked at. */}
      {read ? null : <Waiting label={text('title')} />}
      {closed ? <Notice>{text('no-store')}</Notice> : null}
      {read && !closed && isEmpty ? <Notice kind="good">{text('none')}</Notice> : null}
      {waitsDraft ? (
        <section className="panel">
          <h2>{text('draft')}</h2>
          <p>{text('draft-text')}</p>
          <Link href="/dang-ky" className="button button-second">
            {text('draft-open')}
          </Link>
        </section>
      ) : null}
      {letters.map((letter) => (
        <LetterItem key={letter.letterId} letter={letter} />
      ))}
      {unreadable.map((letterId) => (
        <UnreadableItem key={letterId} letterId={letterId} />
      ))}
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}

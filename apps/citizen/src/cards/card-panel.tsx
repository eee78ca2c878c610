import { Notice, useTexts, Waiting } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { HeldCard } from '../shared/offline-cards/index.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { CardGate } from './card-gate.tsx'
import { CardFront } from './card-picture.tsx'
import { faceOn } from './face-on.ts'
import { AsOf, NextCard, RunOut } from './held-card.tsx'
import { TEXTS } from './texts.ts'
import { useCard } from './use-card.ts'

const HomeCard = ({ held, isFresh }: { readonly held: HeldCard; readonly isFresh: boolean }): ReactNode => {
  const text = useTexts(TEXTS)
  const { card } = held
  if (card === null) return <RunOut held={held} />
  const { card: face, status } = faceOn(card)
  if (face === null || status === 'none') return <p>{text('none')}</p>
  return (
    <>
      {status === 'valid' ? null : <Notice kind="warning" title={text(`status-${status}`)} />}
      <div className="hc-tap">
        <CardFront card={card} face={face}>
          {status === 'valid' ? <p className="hc-foot">{text('status-valid')}</p> : null}
          <p className="hc-foot">
            <Link href="/ca-nhan/the" className="hc-open">
              {text('open-card')}
            </Link>
          </p>
        </CardFront>
      </div>
      <AsOf held={held} isFresh={isFresh} />
      <NextCard card={card} />
    </>
  )
}

/** Today's card as a picture that opens the whole of it. */
export const CardPanel = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { held, lock, isFresh, failure, retry } = useCard()
  return (
    <section>
      <h2>{text('title')}</h2>
      {held === undefined ? (
        <div className="hc-space">
          <Waiting label={text('reading')} />
        </div>
      ) : null}
      {held === null ? <FailureNotice failure={failure} onRetry={retry} /> : null}
      {held === undefined || held === null ? null : (
        <CardGate lock={lock}>
          <HomeCard held={held} isFresh={isFresh} />
        </CardGate>
      )}
    </section>
  )
}

import { Button, ChoiceField, formatDate, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { HeldCard, OfflineCard } from '../shared/offline-cards/index.ts'
import { useOnline } from '../shared/online/use-online.ts'
import { useSubject } from '../shared/profile/profile.ts'
import { BrightCard } from './bright-card.tsx'
import { CardBack, CardFront } from './card-picture.tsx'
import { faceOn } from './face-on.ts'
import { TEXTS } from './texts.ts'

/** What follows the shown card, when that is known already. */
export const NextCard = ({ card }: { readonly card: OfflineCard }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { next } = faceOn(card)
  if (next === undefined) return null
  const facility = next.registeredFacilityName ?? next.registeredFacilityCode
  return (
    <Notice title={text('next-from', { from: formatDate(next.validFrom, language) })}>
      <p>{text('next-text', { number: next.healthCardNumber, facility })}</p>
    </Notice>
  )
}

/** When the register last said so. Without a network also how long the card is kept here. */
export const AsOf = ({ held, isFresh }: { readonly held: HeldCard; readonly isFresh: boolean }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const at = formatInstant(new Date(held.savedAt).toISOString(), language)
  return (
    <p className="quiet">
      {text('updated-at', { at })} {isFresh ? '' : text('kept-here')}
    </p>
  )
}

/** Seven days are over: what to do now, and that nobody may be turned away for it. */
export const RunOut = ({ held }: { readonly held: HeldCard }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <Notice kind="warning" title={text('run-out-title')}>
      <p>{text('run-out-text', { at: formatInstant(new Date(held.savedAt).toISOString(), language) })}</p>
      <p>{text('run-out-desk')}</p>
      <p>
        <Link href="/dang-nhap">{text('sign-in-to-update')}</Link>
      </p>
    </Notice>
  )
}

const SHARES = ['initials', 'name'] as const

/** The card on paper, and what its holder lets those see who check the paper's code. */
const WalletPrint = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { for: forId } = useSubject().query
  const [share, setShare] = useState<(typeof SHARES)[number]>('initials')
  const query = new URLSearchParams({ ...(forId === undefined ? {} : { for: forId }), share })
  return (
    <details>
      <summary>{text('wallet')}</summary>
      <ChoiceField
        name="share"
        label={text('share')}
        hint={text('share-hint')}
        choices={SHARES.map((value) => ({ value, label: text(`share-${value}`) }))}
        value={share}
        onChange={setShare}
      />
      <p>
        <a className="button button-second" href={`/api/me/health-card/wallet?${query.toString()}`}>
          {text('wallet-open')}
        </a>
      </p>
    </details>
  )
}

type Props = { readonly held: HeldCard; readonly card: OfflineCard; readonly isFresh: boolean }

/** The pictures of the card, its code, the next card, and how old all this is. */
export const OpenCard = ({ held, card, isFresh }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const online = useOnline()
  const [isBright, setBright] = useState(false)
  const { card: face, status } = faceOn(card)
  if (face === null || status === 'none') return <p>{text('none')}</p>
  return (
    <>
      {status === 'valid' ? null : <Notice kind="warning" title={text(`status-${status}`)} />}
      <CardFront card={card} face={face}>
        {status === 'valid' ? <p className="hc-foot">{text('status-valid')}</p> : null}
      </CardFront>
      <AsOf held={held} isFresh={isFresh} />
      <p>
        <Button onClick={() => setBright(true)}>{text('use-card')}</Button>
      </p>
      <NextCard card={card} />
      <details>
        <summary>{text('show-back')}</summary>
        <CardBack face={face} />
      </details>
      {isFresh && online ? <WalletPrint /> : null}
      {isBright ? <BrightCard card={card} face={face} onClose={() => setBright(false)} /> : null}
    </>
  )
}

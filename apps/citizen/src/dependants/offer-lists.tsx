import type { GivenOffer, ReceivedOffer } from '@an-sinh/contract'
import { Button, formatDate, formatInstant, Notice, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'
import { DEPENDANTS_KEY, MANDATE_OFFERS_KEY } from './use-dependants.ts'

const OfferFacts = ({ one }: { readonly one: Pick<GivenOffer, 'areas' | 'lastOn'> }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <p>{text('areas', { areas: one.areas.map((area) => text(`area-${area}`)).join(', ') })}</p>
      <p>{text('until', { on: formatDate(one.lastOn, language) })}</p>
    </>
  )
}

/** Either answer changes both lists of the page. */
const useAnswer = (onAccepted: (offerId: string) => void = () => undefined) => {
  const queryClient = useQueryClient()
  const refresh = async (): Promise<void> => {
    for (const queryKey of [MANDATE_OFFERS_KEY, DEPENDANTS_KEY]) await queryClient.invalidateQueries({ queryKey })
  }
  const accept = useAction(async (offerId: string) => {
    await call('POST /api/me/mandate-offers/:offerId/acceptance', { params: { offerId } })
    onAccepted(offerId)
    await refresh()
  })
  const end = useAction(async (offerId: string) => {
    await call('POST /api/me/mandate-offers/:offerId/ending', { params: { offerId } })
    await refresh()
  })
  return { accept, end }
}

/** What others offer me and waits for my answer; nothing where nothing waits. */
export const ReceivedOffers = ({ list }: { readonly list: readonly ReceivedOffer[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [accepted, setAccepted] = useState<string | null>(null)
  const { accept, end } = useAnswer((offerId) => setAccepted(list.find((one) => one.offerId === offerId)?.giverName ?? null))
  return (
    <>
      {accepted === null ? null : <Notice kind="good" live title={text('offer-accepted', { name: accepted })} />}
      <FailureNotice failure={accept.failure ?? end.failure} />
      {list.length === 0 ? null : (
        <section>
          <h2>{text('received-title')}</h2>
          <ul className="link-list">
            {list.map((one) => (
              <li key={one.offerId} className="spell">
                <h3>{one.giverName}</h3>
                <OfferFacts one={one} />
                <p className="quiet">{text('answer-by', { on: formatDate(one.answerBy, language) })}</p>
                <div className="button-row">
                  <Button busy={accept.busy} onClick={() => void accept.run(one.offerId)}>
                    {text('accept-of', { name: one.giverName })}
                  </Button>
                  <Button kind="second" busy={end.busy} onClick={() => void end.run(one.offerId)}>
                    {text('decline-of', { name: one.giverName })}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const TONES = { waiting: 'note', accepted: 'good', declined: 'bad', withdrawn: 'note', lapsed: 'warn' } as const

/** What I offered: by the number I typed; the name is seen once it is accepted. */
export const GivenOffers = ({ list }: { readonly list: readonly GivenOffer[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { end } = useAnswer()
  if (list.length === 0) return null
  return (
    <>
      <h3>{text('given-title')}</h3>
      <FailureNotice failure={end.failure} />
      <ul className="link-list">
        {list.map((one) => (
          <li key={one.offerId} className="spell">
            <h4>{text('given-to', { number: one.readerNumber })}</h4>
            <p>
              <Tag tone={TONES[one.state]}>{text(`given-${one.state}`)}</Tag>
            </p>
            <OfferFacts one={one} />
            <p className="quiet">{text('given-at', { at: formatInstant(one.offeredAt, language) })}</p>
            {one.state === 'waiting' ? (
              <>
                <p className="quiet">{text('given-waiting-hint', { on: formatDate(one.answerBy, language) })}</p>
                <Button kind="second" busy={end.busy} onClick={() => void end.run(one.offerId)}>
                  {text('withdraw-offer-of', { number: one.readerNumber })}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

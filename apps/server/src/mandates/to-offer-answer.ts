import type { OfferRow } from './mandate-queries.ts'

const toCommon = ({ offerId, areas, lastOn, offeredAt, answerBy }: OfferRow) => ({
  offerId,
  areas: [...areas],
  lastOn,
  offeredAt: offeredAt.toISOString(),
  answerBy,
})

/** As its giver sees it: the number typed, never whom it names. */
export const toGivenOffer = (row: OfferRow) => ({ ...toCommon(row), readerNumber: row.readerNumber, state: row.state })

/** As who was asked sees it. */
export const toReceivedOffer = (row: OfferRow, giverName: string) => ({ ...toCommon(row), giverName })

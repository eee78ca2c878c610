import type { CivilDate, PartialDate } from '../calendar/index.ts'
import { type CardPeriod, sortCardsOn } from './sort-cards-on.ts'

export type CardStatus = 'valid' | 'not-yet' | 'expired' | 'none'

export type CardOn<Card> = {
  /** The card to show: the valid one, else the next to come, else the last that was. */
  readonly card: Card | null
  readonly status: CardStatus
  /** The card that follows the shown one, when it is already known. */
  readonly next?: Card
}

/** Which of a person's cards counts on a day. Of several valid ones the highest right, then the one that began last. */
export const decideCardOn = <Card extends CardPeriod>(
  cards: readonly Card[],
  on: CivilDate,
  bornOn: PartialDate | null = null,
): CardOn<Card> => {
  const {
    current: [valid],
    next: [next],
    past: [last],
  } = sortCardsOn(cards, on, bornOn)
  if (valid) return { card: valid, status: 'valid', ...(next ? { next } : {}) }
  if (next) return { card: next, status: 'not-yet' }
  return last ? { card: last, status: 'expired' } : { card: null, status: 'none' }
}

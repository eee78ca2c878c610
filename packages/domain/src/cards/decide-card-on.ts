import { compareDates, type CivilDate } from '../calendar/index.ts'
import { sorted } from '../values/index.ts'
import type { HealthCard } from './health-card.ts'

export type CardStatus = 'valid' | 'not-yet' | 'expired' | 'none'

export type CardOn<Card> = {
  /** The card to show: the valid one, else the next to come, else the last that was. */
  readonly card: Card | null
  readonly status: CardStatus
  /** The card that follows the shown one, when it is already known. */
  readonly next?: Card
}

type CardPeriod = Pick<HealthCard, 'validFrom' | 'validTo' | 'coverageLevel'>

/** Percentages are no order of levels: 1, 2 and 5 pay all. Several cards at once: the higher right counts (Law on Health Insurance art. 22). */
const PREFERENCE: Readonly<Record<HealthCard['coverageLevel'], number>> = { 5: 0, 1: 1, 2: 2, 3: 3, 4: 4 }

const isValidOn = (card: CardPeriod, on: CivilDate): boolean => card.validFrom <= on && (card.validTo === null || on <= card.validTo)

const byStart = (first: CardPeriod, second: CardPeriod): number => compareDates(first.validFrom, second.validFrom)

/** Which of a person's cards counts on a day. Of several valid ones the highest right, then the one that began last. */
export const decideCardOn = <Card extends CardPeriod>(cards: readonly Card[], on: CivilDate): CardOn<Card> => {
  const ordered = sorted(cards, byStart)
  const next = ordered.find((card) => card.validFrom > on)
  const following = next ? { next } : {}
  const [valid] = sorted(
    ordered.filter((card) => isValidOn(card, on)),
    (first, second) => PREFERENCE[first.coverageLevel] - PREFERENCE[second.coverageLevel] || byStart(second, first),
  )
  if (valid) return { card: valid, status: 'valid', ...following }
  if (next) return { card: next, status: 'not-yet' }
  const [last] = sorted(cards, (first, second) => compareDates(second.validTo ?? '', first.validTo ?? ''))
  return last ? { card: last, status: 'expired' } : { card: null, status: 'none' }
}

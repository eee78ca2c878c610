import { compareDates, type CivilDate, type PartialDate } from '../calendar/index.ts'
import { sorted } from '../values/index.ts'
import { decideChildCardEnd } from './child-card-end.ts'
import { compareRights } from './decide-object.ts'
import type { HealthCard } from './health-card.ts'

/** Why a record is no longer what we know: said wrongly, replaced, or taken back (revoked). */
export type CardEnding = 'correction' | 'change' | 'withdrawal'

export type CardPeriod = Pick<HealthCard, 'validFrom' | 'validTo' | 'coverageLevel' | 'participantGroup'> & {
  readonly ending?: CardEnding | null
}

export type SortedCards<Card> = {
  /** In force on the day, the higher right first, of equal ones the one that began last. */
  readonly current: readonly Card[]
  /** Yet to begin, the next first. */
  readonly next: readonly Card[]
  /** Run out, or replaced by a later card of the same group; the one that ended last first. */
  readonly past: readonly Card[]
  /** Taken back: it counts on no day. */
  readonly revoked: readonly Card[]
}

const FOREVER: CivilDate = '9999-12-31'

/** A child's card ends with its sixth year whatever it says; nobody else's does. */
const lastDayOf = ({ validTo, participantGroup }: CardPeriod, bornOn: PartialDate | null): CivilDate => {
  const end = validTo ?? FOREVER
  if (participantGroup !== 'TE' || bornOn === null) return end
  const childEnd = decideChildCardEnd(bornOn)
  return end < childEnd ? end : childEnd
}

/**
 * A person's cards on a day, kept apart. Records that were corrected or changed are left out: others say the same better. Within one group
 * a person has one card at a time, so the one that began last replaces the earlier ones while it lasts. `bornOn` ends cards of children.
 */
export const sortCardsOn = <Card extends CardPeriod>(
  cards: readonly Card[],
  on: CivilDate,
  bornOn: PartialDate | null = null,
): SortedCards<Card> => {
  const standing = cards.filter(({ ending }) => ending === undefined || ending === null)
  const end = (card: Card): CivilDate => lastDayOf(card, bornOn)
  const byStart = (first: Card, second: Card): number => compareDates(first.validFrom, second.validFrom)
  const byRight = (first: Card, second: Card): number => compareRights(first.coverageLevel, second.coverageLevel)
  const begun = standing.filter((card) => card.validFrom <= on)
  const inForce = begun.filter((card) => on <= end(card))
  const current = inForce.filter(
    (card) => !inForce.some((other) => other.participantGroup === card.participantGroup && other.validFrom > card.validFrom),
  )
  return {
    current: sorted(current, (first, second) => byRight(first, second) || byStart(second, first)),
    next: sorted(
      standing.filter((card) => card.validFrom > on),
      (first, second) => byStart(first, second) || byRight(first, second),
    ),
    past: sorted(
      begun.filter((card) => !current.includes(card)),
      (first, second) => compareDates(end(second), end(first)) || byStart(second, first) || byRight(first, second),
    ),
    revoked: sorted(
      cards.filter(({ ending }) => ending === 'withdrawal'),
      (first, second) => byStart(second, first),
    ),
  }
}

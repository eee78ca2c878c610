import type { HealthCardLine } from '@an-sinh/contract'
import {
  type CivilDate,
  decideContinuity,
  decideCopayment,
  type Copayment,
  findParticipantGroup,
  PAYER_NAMES,
  type SortedCards,
  sortCardsOn,
} from '@an-sinh/domain'

import type { CardHistoryRow, CardHolder } from './card-history-queries.ts'
import { toCard } from './to-card-answer.ts'

const toLine = (row: CardHistoryRow, today: CivilDate): HealthCardLine => {
  const group = findParticipantGroup(row.participantGroup, today)
  return {
    ...toCard(row, today),
    cardId: row.cardId,
    participantGroupName: group?.name ?? null,
    payerName: group === null ? null : PAYER_NAMES[group.payer],
    source: row.source,
    recordedAt: row.recordedAt,
  }
}

/** The day printed on the card that holds, else what the cards' periods give: five years without a break longer than allowed. */
const fiveYearsOf = ({ current }: SortedCards<CardHistoryRow>, rows: readonly CardHistoryRow[], today: CivilDate) => {
  const printed = current.find((card) => card.continuousSince !== null)?.continuousSince ?? null
  if (printed !== null) return { reachedOn: printed, isReached: printed <= today, from: 'card' as const }
  const counted = decideContinuity(
    rows.filter((row) => row.ending === null),
    today,
  )
  return counted === null ? null : { reachedOn: counted.reachedOn, isReached: counted.isReached, from: 'periods' as const }
}

/** Every card of a person kept apart by the day, five years and the copayment of the year. */
export function toCardHistory({ today, ...holder }: CardHolder, rows: readonly CardHistoryRow[], copayments: readonly Copayment[]) {
  const sorted = sortCardsOn(rows, today, holder.bornOn)
  const fiveYears = fiveYearsOf(sorted, rows, today)
  const lines = (cards: readonly CardHistoryRow[]) => cards.map((card) => toLine(card, today))
  return {
    ...holder,
    current: lines(sorted.current),
    next: lines(sorted.next),
    past: lines(sorted.past),
    revoked: lines(sorted.revoked),
    fiveYears,
    copayment: sorted.current.length === 0 ? null : decideCopayment(copayments, fiveYears?.reachedOn ?? null, today),
  }
}

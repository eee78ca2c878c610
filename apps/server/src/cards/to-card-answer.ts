import type { HealthCardAnswer } from '@an-sinh/contract'
import { type CivilDate, type CoverageLevel, decideCardOn, findCoverageLevel } from '@an-sinh/domain'

import type { CardOfPersonRow } from './signed-in-card-queries.ts'

type CardRow = CardOfPersonRow & { healthCardNumber: string }

/** A card in the words of a day; `coverage…` are that day's. */
export const toCard = (
  row: Omit<HealthCardAnswer, 'coveragePercent' | 'coverageSentence' | 'coverageLevel'> & { coverageLevel: CoverageLevel },
  today: CivilDate,
): HealthCardAnswer => {
  const level = findCoverageLevel(row.coverageLevel, today)
  if (level === null) throw new Error(`no coverage level ${row.coverageLevel} on ${today}`)
  return {
    healthCardNumber: row.healthCardNumber,
    legacyCardNumber: row.legacyCardNumber,
    participantGroup: row.participantGroup,
    coverageLevel: row.coverageLevel,
    coveragePercent: level.coveragePercent,
    coverageSentence: level.sentence,
    registeredFacilityCode: row.registeredFacilityCode,
    registeredFacilityName: row.registeredFacilityName,
    areaCode: row.areaCode,
    validFrom: row.validFrom,
    validTo: row.validTo,
    continuousSince: row.continuousSince,
    issuedOn: row.issuedOn,
    issuingOfficeName: row.issuingOfficeName,
  }
}

/** The card to show on the database's day and the one that follows; `rows` as read for one person, at least one. */
export function toCardAnswer(rows: readonly [CardOfPersonRow, ...CardOfPersonRow[]]) {
  const [{ insuranceNumber, fullName, bornOn, sex, today, asOf }] = rows
  const cards = rows.filter((row): row is CardRow => row.healthCardNumber !== null)
  const { card, status, next } = decideCardOn(cards, today, bornOn)
  return {
    insuranceNumber,
    fullName,
    bornOn,
    sex,
    status,
    card: card === null ? null : toCard(card, today),
    nextCard: next === undefined ? null : toCard(next, today),
    asOf,
  }
}

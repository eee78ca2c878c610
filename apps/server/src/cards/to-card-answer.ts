import type { HealthCardAnswer } from '@an-sinh/contract'
import { decideCardOn, findCoverageLevel } from '@an-sinh/domain'

import type { SignedInCardRow } from './signed-in-card-queries.ts'

type CardRow = SignedInCardRow & { healthCardNumber: string }

const toCard = (row: CardRow): HealthCardAnswer => {
  const level = findCoverageLevel(row.coverageLevel, row.today)
  if (level === null) throw new Error(`no coverage level ${row.coverageLevel} on ${row.today}`)
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

/** The card to show on the database's day and the one that follows; `rows` as read for one session, at least one. */
export function toCardAnswer(rows: readonly [SignedInCardRow, ...SignedInCardRow[]]) {
  const [{ fullName, bornOn, sex, today, asOf }] = rows
  const cards = rows.filter((row): row is CardRow => row.healthCardNumber !== null)
  const { card, status, next } = decideCardOn(cards, today)
  return {
    fullName,
    bornOn,
    sex,
    status,
    card: card === null ? null : toCard(card),
    nextCard: next === undefined ? null : toCard(next),
    asOf,
  }
}

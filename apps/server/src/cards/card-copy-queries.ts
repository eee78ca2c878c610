import { randomUUID } from 'node:crypto'

import type { AreaCode, CivilDate, CoverageLevel } from '@an-sinh/domain'

import { copyRows } from '../platform/copy-rows.ts'
import type { PersonRange } from '../platform/person-range.ts'
import type { Queryable } from '../platform/sql.ts'

export type NewHealthCard = {
  personId: number
  /** Made where none is given. */
  cardId?: string
  healthCardNumber: string
  legacyCardNumber: string | null
  participantGroup: string
  coverageLevel: CoverageLevel
  registeredFacilityCode: string
  areaCode: AreaCode | null
  validFrom: CivilDate
  validTo: CivilDate | null
  continuousSince: CivilDate | null
  issuedOn: CivilDate
  issuingOfficeId: number | null
}

/** Adds many cards at once; `source` stays with each of them. */
export async function copyHealthCards(sql: Queryable, cards: Iterable<NewHealthCard>, source: string): Promise<void> {
  function* rows() {
    for (const card of cards)
      yield [
        card.personId,
        card.cardId ?? randomUUID(),
        card.healthCardNumber,
        card.legacyCardNumber,
        card.participantGroup,
        card.coverageLevel,
        card.registeredFacilityCode,
        card.areaCode,
        card.validFrom,
        card.validTo,
        card.continuousSince,
        card.issuedOn,
        card.issuingOfficeId,
        source,
      ]
  }
  const statement = sql`COPY health_cards (person_id, card_id, health_card_number, legacy_card_number, participant_group, coverage_level, registered_facility_code,
    area_code, valid_from, valid_to, continuous_since, issued_on, issuing_office_id, source) FROM STDIN`
  await copyRows(statement, rows())
}

/** The cards of synthetic people once more, for others under their numbers; the people are there already. */
export async function multiplyHealthCards(sql: Queryable, { fromId, toId, addId }: PersonRange): Promise<void> {
  await sql`
    INSERT INTO health_cards (person_id, card_id, health_card_number, legacy_card_number, participant_group, coverage_level, registered_facility_code,
      area_code, valid_from, valid_to, continuous_since, issued_on, issuing_office_id, source)
    SELECT p.person_id, c.card_id, p.insurance_number, left(c.legacy_card_number, 5) || p.insurance_number, c.participant_group, c.coverage_level,
      c.registered_facility_code, c.area_code, c.valid_from, c.valid_to, c.continuous_since, c.issued_on, c.issuing_office_id, c.source
    FROM health_cards c JOIN persons p ON p.person_id = c.person_id + ${addId}::bigint
    WHERE c.person_id BETWEEN ${fromId}::bigint AND ${toId}::bigint
      AND p.person_id BETWEEN ${fromId}::bigint + ${addId}::bigint AND ${toId}::bigint + ${addId}::bigint`
}

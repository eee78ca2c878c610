import type { AreaCode, CivilDate, CoverageLevel, PartialDate, Sex } from '@an-sinh/domain'

import { isSessionStale, type SessionToken, whereSessionLives } from '../accounts/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { joinCardFacility } from '../reference/index.ts'

/** One row a card; a person without cards is one row whose card columns are null. */
export type CardOfPersonRow = {
  insuranceNumber: string
  fullName: string
  bornOn: PartialDate
  sex: Sex
  today: CivilDate
  asOf: string
  healthCardNumber: string | null
  legacyCardNumber: string | null
  participantGroup: string
  coverageLevel: CoverageLevel
  registeredFacilityCode: string
  registeredFacilityName: string | null
  areaCode: AreaCode | null
  validFrom: CivilDate
  validTo: CivilDate | null
  continuousSince: CivilDate | null
  issuedOn: CivilDate
  issuingOfficeName: string | null
}

/** `stale`: the session's last use is to be noted again. */
export type SignedInCardRow = CardOfPersonRow & { stale: boolean }

/** Of a person `p` with cards `c`. */
const columns = (sql: Queryable) => sql`
  p.insurance_number AS "insuranceNumber", p.full_name AS "fullName", p.born_on_partial AS "bornOn", p.sex, ansinh_today() AS today,
  to_char(ansinh_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "asOf",
  c.health_card_number AS "healthCardNumber", c.legacy_card_number AS "legacyCardNumber", c.participant_group AS "participantGroup", c.coverage_level AS "coverageLevel",
  c.registered_facility_code AS "registeredFacilityCode", f.name AS "registeredFacilityName", c.area_code AS "areaCode", c.valid_from AS "validFrom", c.valid_to AS "validTo",
  c.continuous_since AS "continuousSince", c.issued_on AS "issuedOn", o.name AS "issuingOfficeName"`
const joins = (sql: Queryable) => sql`
  LEFT JOIN health_cards c ON c.person_id = p.person_id AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id)
  ${joinCardFacility(sql)}
  LEFT JOIN offices o ON o.office_id = c.issuing_office_id`

/** A person's cards without a session: for who may see them by a representation. */
export async function listCardsOf(sql: Queryable, personId: number): Promise<CardOfPersonRow[]> {
  return sql<CardOfPersonRow[]>`SELECT ${columns(sql)} FROM persons p ${joins(sql)} WHERE p.person_id = ${personId}`
}

/**
 * Session and cards in one prepared statement: the hottest read of the product asks the database once, and a revoked session reads
 * nothing from that moment on. No row = not signed in.
 */
export async function listSignedInCards(sql: Queryable, token: SessionToken, idleMinutes: number): Promise<SignedInCardRow[]> {
  return sql<SignedInCardRow[]>`
    SELECT ${columns(sql)}, ${isSessionStale(sql)} AS stale
    FROM sessions s
    JOIN accounts a USING (person_id)
    JOIN persons p USING (person_id)
    ${joins(sql)}
    WHERE ${whereSessionLives(sql, token, idleMinutes)}`
}

import type { AreaCode, CivilDate, CoverageLevel } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type NewHealthCard = {
  personId: number
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

export async function insertHealthCards(sql: Queryable, cards: NewHealthCard[], source: string): Promise<void> {
  await sql`
    INSERT INTO health_cards (person_id, card_id, health_card_number, legacy_card_number, participant_group, coverage_level, registered_facility_code, area_code,
      valid_from, valid_to, continuous_since, issued_on, issuing_office_id, source)
    SELECT "personId", gen_random_uuid(), "healthCardNumber", "legacyCardNumber", "participantGroup", "coverageLevel", "registeredFacilityCode", "areaCode",
      "validFrom", "validTo", "continuousSince", "issuedOn", "issuingOfficeId", ${source}
    FROM jsonb_to_recordset(${sql.json(cards)}) AS r("personId" bigint, "healthCardNumber" text, "legacyCardNumber" text, "participantGroup" text,
      "coverageLevel" smallint, "registeredFacilityCode" text, "areaCode" text, "validFrom" date, "validTo" date, "continuousSince" date, "issuedOn" date, "issuingOfficeId" integer)`
}

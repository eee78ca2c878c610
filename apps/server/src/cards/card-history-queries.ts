import type { AreaCode, CardEnding, CivilDate, Copayment, CoverageLevel, PartialDate, Sex } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { joinCardFacility } from '../reference/index.ts'

export type CardHistoryRow = {
  cardId: string
  healthCardNumber: string
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
  source: string
  recordedAt: string
  ending: CardEnding | null
}

/** A person's cards as known now, with those taken back and not put right by another record; what was corrected is left out. */
export async function listCardHistory(sql: Queryable, personId: number): Promise<CardHistoryRow[]> {
  return [
    ...(await sql<CardHistoryRow[]>`
      SELECT c.card_id AS "cardId", c.health_card_number AS "healthCardNumber", c.legacy_card_number AS "legacyCardNumber", c.participant_group AS "participantGroup",
        c.coverage_level AS "coverageLevel", c.registered_facility_code AS "registeredFacilityCode", f.name AS "registeredFacilityName", c.area_code AS "areaCode",
        c.valid_from AS "validFrom", c.valid_to AS "validTo", c.continuous_since AS "continuousSince", c.issued_on AS "issuedOn", o.name AS "issuingOfficeName",
        c.source, to_char(c.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "recordedAt", e.kind AS ending
      FROM health_cards c
      LEFT JOIN health_card_endings e ON e.person_id = c.person_id AND e.card_id = c.card_id
      ${joinCardFacility(sql)}
      LEFT JOIN offices o ON o.office_id = c.issuing_office_id
      WHERE c.person_id = ${personId} AND (e.kind IS NULL OR e.kind = 'withdrawal' AND e.import_batch_id IS NULL)
      ORDER BY c.valid_from, c.card_id`),
  ]
}

export type CardHolder = { fullName: string; bornOn: PartialDate; sex: Sex; today: CivilDate; asOf: string }

export async function getCardHolder(sql: Queryable, personId: number): Promise<CardHolder> {
  const [row] = await sql<CardHolder[]>`
    SELECT full_name AS "fullName", born_on_partial AS "bornOn", sex, ansinh_today() AS today,
      to_char(ansinh_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "asOf"
    FROM persons WHERE person_id = ${personId}`
  if (row === undefined) throw new Error(`no person ${personId}`)
  return row
}

/** What a person paid of visits that ended in the year of `on`; the table is the medical book's and only read here. */
export async function listCopayments(sql: Queryable, personId: number, on: CivilDate): Promise<Copayment[]> {
  return [
    ...(await sql<Copayment[]>`
      SELECT v.discharged_on AS on, v.copayment_vnd AS "amountVnd" FROM visits v
      WHERE v.person_id = ${personId} AND v.discharged_on BETWEEN date_trunc('year', ${on}::date)::date AND ${on}::date AND v.copayment_vnd > 0
        AND NOT EXISTS (SELECT FROM visit_endings e WHERE e.person_id = v.person_id AND e.visit_id = v.visit_id)
      ORDER BY v.discharged_on`),
  ]
}

/** Where an old number of fifteen characters leads that does not end in the person's insurance number. */
export async function findPersonByOldNumber(sql: Queryable, oldCardNumber: string): Promise<number | null> {
  const [row] = await sql<
    { personId: number }[]
  >`SELECT person_id AS "personId" FROM old_card_numbers WHERE old_card_number = ${oldCardNumber}`
  return row?.personId ?? null
}

import { type CivilDate, type CorrectableLine, formatDateEn, formatDateVi, makeCorrectionFacts } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { joinCardFacility } from '../reference/index.ts'

type CardLineRow = {
  healthCardNumber: string
  legacyCardNumber: string | null
  coverageLevel: number
  areaCode: string | null
  facility: string
  validFrom: CivilDate
  validTo: CivilDate | null
  continuousSince: CivilDate | null
  source: string
}

const dated = (on: CivilDate | null) => (on === null ? null : { vi: formatDateVi(on), en: formatDateEn(on) })

/** One of a person's cards, standing or past, by our id. */
export async function findHealthCardLine(sql: Queryable, personId: number, lineId: string): Promise<CorrectableLine | null> {
  const [card] = await sql<CardLineRow[]>`
    SELECT c.health_card_number AS "healthCardNumber", c.legacy_card_number AS "legacyCardNumber", c.coverage_level AS "coverageLevel", c.area_code AS "areaCode",
      coalesce(f.name, c.registered_facility_code) AS facility, c.valid_from AS "validFrom", c.valid_to AS "validTo", c.continuous_since AS "continuousSince", c.source
    FROM health_cards c ${joinCardFacility(sql)}
    WHERE c.person_id = ${personId} AND c.card_id::text = ${lineId} LIMIT 1`
  if (card === undefined) return null
  return {
    title: { vi: `Thẻ BHYT ${card.healthCardNumber}`, en: `Health card ${card.healthCardNumber}` },
    source: card.source,
    facts: makeCorrectionFacts([
      ['healthCardNumber', 'Mã số thẻ', 'Card number', card.healthCardNumber],
      ['legacyCardNumber', 'Số thẻ 15 ký tự', '15-character number', card.legacyCardNumber],
      ['registeredFacility', 'Nơi ĐKKCB ban đầu', 'Registered facility', card.facility],
      ['validFrom', 'Giá trị sử dụng từ', 'Valid from', dated(card.validFrom)],
      ['validTo', 'Đến', 'Until', dated(card.validTo)],
      ['coverageLevel', 'Mức hưởng', 'Coverage level', String(card.coverageLevel)],
      ['areaCode', 'Khu vực sinh sống', 'Area', card.areaCode],
      ['continuousSince', 'Thời điểm đủ 5 năm liên tục', 'Five years in a row since', dated(card.continuousSince)],
    ]),
  }
}

/** A line of a request: `cells` null takes the card away, else they are what is written differently. */
export type CardCorrection = { personId: number; lineId: string; cells: Readonly<Record<string, string | null>> | null; source: string }

const COLUMNS: Readonly<Record<string, string>> = {
  registeredFacility: 'registered_facility_code',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  coverageLevel: 'coverage_level',
  areaCode: 'area_code',
  continuousSince: 'continuous_since',
}

/** Ends a standing card and, where cells are given, records it anew with them. False when it does not stand. */
export async function correctCardLine(sql: Queryable, { personId, lineId, cells, source }: CardCorrection): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO health_card_endings (person_id, card_id, kind, source)
    SELECT person_id, card_id, ${cells === null ? 'withdrawal' : 'correction'}, ${source} FROM health_cards WHERE person_id = ${personId} AND card_id::text = ${lineId}
    ON CONFLICT (person_id, card_id) DO NOTHING`
  if (count !== 1) return false
  if (cells === null) return true
  const patch = Object.fromEntries(Object.entries(cells).map(([field, value]) => [COLUMNS[field] ?? field, value]))
  await sql`
    INSERT INTO health_cards SELECT (jsonb_populate_record(c, ${sql.json(patch)}::jsonb
      || jsonb_build_object('card_id', gen_random_uuid(), 'recorded_at', now(), 'source', ${source}::text, 'import_batch_id', NULL))).*
    FROM health_cards c WHERE c.person_id = ${personId} AND c.card_id::text = ${lineId}`
  return true
}

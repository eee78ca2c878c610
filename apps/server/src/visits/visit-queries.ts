import type { CivilDate, ClaimLayout, MedicalPaperKind } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

/** numeric(15,2) comes as text: `150300.00`. */
type Amount = string
export type VisitRow = {
  visitId: string
  facilityCode: string
  facilityName: string | null
  layout: ClaimLayout
  admittedOn: CivilDate
  dischargedOn: CivilDate
  admittedAt: string
  dischargedAt: string
  diagnosis: string | null
  mainDiseaseCode: string | null
  otherDiseaseCodes: string[]
  kindCode: string | null
  reasonCode: string | null
  resultCode: string | null
  dischargeCode: string | null
  totalVnd: Amount
  coveredVnd: Amount
  fundVnd: Amount
  copaymentVnd: Amount
  ownVnd: Amount
  otherVnd: Amount
  sumsAgree: boolean
  hasLines: boolean
  source: string
}
export type CostLineRow = {
  costLineId: string
  visitId: string
  kind: 'drug' | 'service'
  code: string | null
  name: string
  unit: string | null
  quantity: Amount
  unitPriceVnd: Amount
  coveragePercent: number | null
  amountVnd: Amount
  fundVnd: Amount
  otherVnd: Amount
  ownVnd: Amount
  copaymentVnd: Amount
}
export type PaperRow = {
  paperId: string
  visitId: string
  kind: MedicalPaperKind
  serialNumber: string | null
  issuedOn: CivilDate | null
  restFrom: CivilDate | null
  restTo: CivilDate | null
  restDays: number | null
  facilityName: string | null
  source: string
  state: 'issued' | 'withdrawn'
}

/** Of a visit `v`: nothing has ended it in our knowledge. */
const stands = (sql: Queryable) => sql`NOT EXISTS (SELECT FROM visit_endings e WHERE e.person_id = v.person_id AND e.visit_id = v.visit_id)`
/** The name that held when the visit began, else the newest one known. */
const facilityName = (sql: Queryable) =>
  sql`(SELECT f.name FROM health_facilities f WHERE f.facility_code = v.facility_code ORDER BY f.valid_from <= v.admitted_on DESC, f.valid_from DESC LIMIT 1)`

export async function listVisitYears(sql: Queryable, personId: number): Promise<number[]> {
  const rows = await sql<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM v.admitted_on)::integer AS year FROM visits v WHERE v.person_id = ${personId} AND ${stands(sql)} ORDER BY year DESC`
  return rows.map(({ year }) => year)
}

type VisitQuestion = { year: number } | { visitId: string }

/** Standing visits of a person, newest first: of one year, or the one asked for. */
export async function listVisitRows(sql: Queryable, personId: number, question: VisitQuestion): Promise<VisitRow[]> {
  const which =
    'year' in question
      ? sql`v.admitted_on >= make_date(${question.year}, 1, 1) AND v.admitted_on < make_date(${question.year} + 1, 1, 1)`
      : sql`v.visit_id = ${question.visitId}`
  return [
    ...(await sql<VisitRow[]>`
      SELECT v.visit_id AS "visitId", v.facility_code AS "facilityCode", ${facilityName(sql)} AS "facilityName", v.layout, v.admitted_on AS "admittedOn",
        v.discharged_on AS "dischargedOn", to_char(v.admitted_at, 'YYYY-MM-DD"T"HH24:MI') AS "admittedAt",
        to_char(v.discharged_at, 'YYYY-MM-DD"T"HH24:MI') AS "dischargedAt", v.diagnosis, v.main_disease_code AS "mainDiseaseCode",
        v.other_disease_codes AS "otherDiseaseCodes", v.kind_code AS "kindCode", v.reason_code AS "reasonCode", v.result_code AS "resultCode",
        v.discharge_code AS "dischargeCode", v.total_vnd AS "totalVnd", v.covered_vnd AS "coveredVnd", v.fund_vnd AS "fundVnd",
        v.copayment_exact_vnd AS "copaymentVnd", v.own_vnd AS "ownVnd", v.other_vnd AS "otherVnd", v.sums_agree AS "sumsAgree", v.source,
        EXISTS (SELECT FROM visit_cost_lines l WHERE l.person_id = v.person_id AND l.visit_id = v.visit_id) AS "hasLines"
      FROM visits v WHERE v.person_id = ${personId} AND ${which} AND ${stands(sql)} ORDER BY v.admitted_at DESC`),
  ]
}

/** Cost lines of a visit in the order of the claim. */
export async function listCostLines(sql: Queryable, personId: number, visitId: string): Promise<CostLineRow[]> {
  return [
    ...(await sql<CostLineRow[]>`
      SELECT cost_line_id AS "costLineId", visit_id AS "visitId", kind, code, name, unit, quantity, unit_price_vnd AS "unitPriceVnd",
        coverage_percent AS "coveragePercent", amount_vnd AS "amountVnd", fund_vnd AS "fundVnd", other_vnd AS "otherVnd", own_vnd AS "ownVnd",
        copayment_vnd AS "copaymentVnd"
      FROM visit_cost_lines WHERE person_id = ${personId} AND visit_id = ${visitId} ORDER BY line_no`),
  ]
}

/** Papers of one visit, or of all: those of standing visits, and those that a facility left out when it sent a visit again. */
export async function listPapers(sql: Queryable, personId: number, visitId: string | null): Promise<PaperRow[]> {
  return [
    ...(await sql<PaperRow[]>`
      SELECT p.paper_id AS "paperId", p.visit_id AS "visitId", p.kind, p.serial_number AS "serialNumber", p.issued_on AS "issuedOn",
        p.rest_from AS "restFrom", p.rest_to AS "restTo", p.rest_days AS "restDays", ${facilityName(sql)} AS "facilityName", v.source,
        CASE WHEN ${stands(sql)} THEN 'issued' ELSE 'withdrawn' END AS state
      FROM visit_papers p JOIN visits v ON v.person_id = p.person_id AND v.visit_id = p.visit_id
      WHERE p.person_id = ${personId} AND ${visitId === null ? sql`true` : sql`p.visit_id = ${visitId}`}
        AND (${stands(sql)} OR EXISTS (
          SELECT FROM visits w WHERE w.person_id = p.person_id AND w.facility_code = v.facility_code AND w.visit_key = v.visit_key
            AND NOT EXISTS (SELECT FROM visit_endings n WHERE n.person_id = w.person_id AND n.visit_id = w.visit_id)
            AND NOT EXISTS (SELECT FROM visit_papers o WHERE o.person_id = w.person_id AND o.visit_id = w.visit_id AND o.kind = p.kind
              AND o.serial_number IS NOT DISTINCT FROM p.serial_number)))
      ORDER BY p.issued_on DESC NULLS LAST, p.paper_id`),
  ]
}

/** A standing visit of this person; null when it is none of theirs. */
export async function findVisit(sql: Queryable, personId: number, visitId: string): Promise<VisitRow | null> {
  const [row] = await listVisitRows(sql, personId, { visitId })
  return row ?? null
}
export async function findVisitIdOfCostLine(sql: Queryable, personId: number, costLineId: string): Promise<string | null> {
  const [row] = await sql<{ visitId: string }[]>`
    SELECT visit_id AS "visitId" FROM visit_cost_lines WHERE person_id = ${personId} AND cost_line_id = ${costLineId}`
  return row?.visitId ?? null
}

/** A visit that was never this person's ends; the facility's key leads to none any more; the same claim sent again stays known and is not recorded. False when it does not stand. */
export async function withdrawVisitLine(
  sql: Queryable,
  { personId, lineId, source }: { personId: number; lineId: string; source: string },
): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO visit_endings (person_id, visit_id, kind, source)
    SELECT person_id, visit_id, 'withdrawal', ${source} FROM visits WHERE person_id = ${personId} AND visit_id::text = ${lineId}
    ON CONFLICT (person_id, visit_id) DO NOTHING`
  if (count !== 1) return false
  await sql`
    UPDATE visit_keys k SET visit_id = NULL FROM visits v
    WHERE v.person_id = ${personId} AND v.visit_id::text = ${lineId} AND k.facility_code = v.facility_code AND k.visit_key = v.visit_key AND k.visit_id = v.visit_id`
  return true
}

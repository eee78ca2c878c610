import { hash, randomUUID } from 'node:crypto'

import { compareAmounts, type MedicalPaper, type VisitCostLine, type VisitFacts } from '@an-sinh/domain'

import { copyRows } from '../platform/copy-rows.ts'
import type { PersonRange } from '../platform/person-range.ts'
import type { Queryable } from '../platform/sql.ts'

/** A visit as a population tells it to the register. */
export type NewVisit = {
  readonly personId: number
  /** Made where none is given. */
  readonly visitId?: string
  readonly facilityCode: string
  /** The facility's own key of the visit (MA_LK), unique in the facility. */
  readonly visitKey: string
  readonly visit: VisitFacts
  readonly costLines: readonly VisitCostLine[]
  readonly papers: readonly MedicalPaper[]
}
type Identified = NewVisit & { readonly visitId: string; readonly contentHash: string }

const identify = (row: NewVisit): Identified => ({
  ...row,
  visitId: row.visitId ?? randomUUID(),
  contentHash: `\\x${hash('sha256', JSON.stringify([row.visit, row.costLines, row.papers]))}`,
})

function* toVisits(rows: readonly Identified[], source: string) {
  for (const { visit, ...row } of rows)
    yield [
      row.personId,
      row.visitId,
      row.facilityCode,
      row.visitKey,
      visit.layout,
      visit.admittedAt,
      visit.dischargedAt,
      visit.diagnosis,
      visit.mainDiseaseCode,
      `{${visit.otherDiseaseCodes.join(',')}}`,
      visit.kindCode,
      visit.reasonCode,
      visit.resultCode,
      visit.dischargeCode,
      JSON.stringify(visit.cards),
      visit.totalVnd,
      visit.coveredVnd,
      visit.fundVnd,
      visit.copaymentVnd,
      visit.ownVnd,
      visit.otherVnd,
      compareAmounts(visit, row.costLines).length === 0 ? 't' : 'f',
      row.contentHash,
      source,
    ]
}
function* toCostLines(rows: readonly Identified[]) {
  for (const { personId, visitId, costLines } of rows)
    for (const [at, line] of costLines.entries())
      yield [
        personId,
        visitId,
        at + 1,
        line.kind,
        line.code,
        line.name,
        line.unit,
        line.quantity,
        line.unitPriceVnd,
        line.coveragePercent,
        line.amountVnd,
        line.fundVnd,
        line.otherVnd,
        line.ownVnd,
        line.copaymentVnd,
      ]
}
function* toPapers(rows: readonly Identified[]) {
  for (const { personId, visitId, papers } of rows)
    for (const paper of papers)
      yield [personId, visitId, paper.kind, paper.serialNumber, paper.issuedOn, paper.restFrom, paper.restTo, paper.restDays]
}

/** Adds many visits at once with their cost lines and papers, none of them known before; `source` stays with each. */
export async function copyVisits(sql: Queryable, visits: readonly NewVisit[], source: string): Promise<void> {
  const rows = visits.map(identify)
  const keys = rows.map((row) => [row.facilityCode, row.visitKey, row.personId, row.visitId, row.contentHash])
  await copyRows(sql`COPY visit_keys (facility_code, visit_key, person_id, visit_id, content_hash) FROM STDIN`, keys)
  const statement = sql`COPY visits (person_id, visit_id, facility_code, visit_key, layout, admitted_at, discharged_at, diagnosis, main_disease_code,
    other_disease_codes, kind_code, reason_code, result_code, discharge_code, cards, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd,
    other_vnd, sums_agree, content_hash, source) FROM STDIN`
  await copyRows(statement, toVisits(rows, source))
  const lines = sql`COPY visit_cost_lines (person_id, visit_id, line_no, kind, code, name, unit, quantity, unit_price_vnd, coverage_percent, amount_vnd,
    fund_vnd, other_vnd, own_vnd, copayment_vnd) FROM STDIN`
  await copyRows(lines, toCostLines(rows))
  await copyRows(
    sql`COPY visit_papers (person_id, visit_id, kind, serial_number, issued_on, rest_from, rest_to, rest_days) FROM STDIN`,
    toPapers(rows),
  )
}

/** The visits of synthetic people once more, for others. Ids count within their person and stay; the facility's key gets a number that grows with the person. */
export async function multiplyVisits(sql: Queryable, { fromId, toId, addId }: PersonRange): Promise<void> {
  const range = sql`person_id BETWEEN ${fromId}::bigint AND ${toId}::bigint`
  const personId = sql`person_id + ${addId}::bigint`
  await sql`
    WITH added AS (
      INSERT INTO visits (person_id, visit_id, facility_code, visit_key, layout, admitted_at, discharged_at, diagnosis, main_disease_code,
        other_disease_codes, kind_code, reason_code, result_code, discharge_code, cards, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd,
        other_vnd, sums_agree, content_hash, source)
      SELECT ${personId}, visit_id, facility_code, visit_key || ${`.${addId}`}, layout, admitted_at, discharged_at, diagnosis, main_disease_code,
        other_disease_codes, kind_code, reason_code, result_code, discharge_code, cards, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd,
        other_vnd, sums_agree, content_hash, source
      FROM visits WHERE ${range} RETURNING facility_code, visit_key, person_id, visit_id, content_hash
    )
    INSERT INTO visit_keys (facility_code, visit_key, person_id, visit_id, content_hash) SELECT facility_code, visit_key, person_id, visit_id, content_hash FROM added
    ORDER BY facility_code, visit_key`
  await sql`
    INSERT INTO visit_cost_lines (person_id, visit_id, line_no, cost_line_id, kind, code, name, unit, quantity, unit_price_vnd, coverage_percent, amount_vnd,
      fund_vnd, other_vnd, own_vnd, copayment_vnd)
    SELECT ${personId}, visit_id, line_no, cost_line_id, kind, code, name, unit, quantity, unit_price_vnd, coverage_percent, amount_vnd, fund_vnd, other_vnd,
      own_vnd, copayment_vnd
    FROM visit_cost_lines WHERE ${range}`
  await sql`
    INSERT INTO visit_papers (person_id, visit_id, paper_id, kind, serial_number, issued_on, rest_from, rest_to, rest_days)
    SELECT ${personId}, visit_id, paper_id, kind, serial_number, issued_on, rest_from, rest_to, rest_days FROM visit_papers WHERE ${range}`
}

import type { CostLine, VisitAnswer, VisitSummary } from '@an-sinh/contract'
import { compareAmounts, DISCHARGE_CODES, REASON_CODES, RESULT_CODES, VISIT_KIND_CODES, wordOfCode } from '@an-sinh/domain'

import type { CostLineRow, PaperRow, VisitRow } from './visit-queries.ts'

const sumsStateOf = ({ sumsAgree, hasLines }: VisitRow): VisitSummary['sumsState'] => {
  if (!sumsAgree) return 'differ'
  return hasLines ? 'agree' : 'no-lines'
}

export const toVisitSummary = (row: VisitRow): VisitSummary => ({
  visitId: row.visitId,
  facilityCode: row.facilityCode,
  facilityName: row.facilityName,
  admittedOn: row.admittedOn,
  dischargedOn: row.dischargedOn,
  diagnosis: row.diagnosis,
  kind: wordOfCode(VISIT_KIND_CODES, row.layout, row.kindCode),
  totalVnd: Number(row.totalVnd),
  sumsState: sumsStateOf(row),
})

const toCostLine = ({ visitId: _visitId, ...row }: CostLineRow): CostLine => ({
  ...row,
  quantity: Number(row.quantity),
  unitPriceVnd: Number(row.unitPriceVnd),
  amountVnd: Number(row.amountVnd),
  fundVnd: Number(row.fundVnd),
  otherVnd: Number(row.otherVnd),
  ownVnd: Number(row.ownVnd),
  copaymentVnd: Number(row.copaymentVnd),
})

export const toVisitAnswer = (row: VisitRow, lines: readonly CostLineRow[], papers: PaperRow[]): VisitAnswer => ({
  ...toVisitSummary(row),
  admittedAt: row.admittedAt,
  dischargedAt: row.dischargedAt,
  mainDiseaseCode: row.mainDiseaseCode,
  otherDiseaseCodes: row.otherDiseaseCodes,
  reason: wordOfCode(REASON_CODES, row.layout, row.reasonCode),
  result: wordOfCode(RESULT_CODES, row.layout, row.resultCode),
  discharge: wordOfCode(DISCHARGE_CODES, row.layout, row.dischargeCode),
  coveredVnd: Number(row.coveredVnd),
  fundVnd: Number(row.fundVnd),
  copaymentVnd: Number(row.copaymentVnd),
  ownVnd: Number(row.ownVnd),
  otherVnd: Number(row.otherVnd),
  source: row.source,
  differences: compareAmounts(row, lines).map(({ total, by, stated, due }) => ({ total, by, statedVnd: stated / 100, dueVnd: due / 100 })),
  costLines: lines.map(toCostLine),
  papers,
})

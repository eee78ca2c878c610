import type { ClaimFault, ClaimRecord, VisitCostLine } from './claim.ts'
import { COST_LINE_MAPPING as FIELDS } from './claim-mapping.ts'
import { formatAmount, makeRecordReader } from './claim-reading.ts'

/** XML2 or XML3 → cost lines in the order of the file. */
export const readCostLines = (records: readonly ClaimRecord[], kind: VisitCostLine['kind'], faults: ClaimFault[]): VisitCostLine[] =>
  records.map((record) => {
    const reader = makeRecordReader(record, 'costLines', faults)
    const code = reader.text(FIELDS.code, 255)
    return {
      kind,
      code,
      name: reader.text(FIELDS.name, 1024) ?? code ?? '',
      unit: reader.text(FIELDS.unit, 50),
      quantity: reader.measured(FIELDS.quantity),
      unitPriceVnd: reader.measured(FIELDS.unitPriceVnd),
      coveragePercent: reader.integer(FIELDS.coveragePercent, 100),
      amountVnd: formatAmount(reader, FIELDS.amountVnd),
      fundVnd: formatAmount(reader, FIELDS.fundVnd),
      otherVnd: formatAmount(reader, FIELDS.otherVnd),
      ownVnd: formatAmount(reader, FIELDS.ownVnd),
      copaymentVnd: formatAmount(reader, FIELDS.copaymentVnd),
    }
  })

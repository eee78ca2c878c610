import { type CorrectableLine, formatDateEn, formatDateVi, formatVnd, makeCorrectionFacts } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { findVisit, findVisitIdOfCostLine, listCostLines, listPapers, type VisitRow } from './visit-queries.ts'

const PAPERS = {
  discharge: { vi: 'Giấy ra viện', en: 'Discharge paper' },
  'birth-certificate': { vi: 'Giấy chứng sinh', en: 'Birth certificate' },
  'pregnancy-leave': { vi: 'Giấy chứng nhận nghỉ dưỡng thai', en: 'Pregnancy-leave certificate' },
  'sick-leave': { vi: 'Giấy chứng nhận nghỉ việc hưởng BHXH', en: 'Sick-leave certificate' },
} as const

const dated = (day: string | null) => (day === null ? null : { vi: formatDateVi(day), en: formatDateEn(day) })
const vnd = (amount: string): string => formatVnd(Number(amount))
const titleOf = (visit: VisitRow): { vi: string; en: string } => {
  const place = visit.facilityName ?? visit.facilityCode
  return { vi: `${formatDateVi(visit.admittedOn)}, ${place}`, en: `${formatDateEn(visit.admittedOn)}, ${place}` }
}

/** A standing visit of this person, to attach to a correction request; somebody else's is as unknown as none. */
export async function findVisitLine(sql: Queryable, personId: number, visitId: string): Promise<CorrectableLine | null> {
  const visit = await findVisit(sql, personId, visitId)
  if (visit === null) return null
  return {
    title: titleOf(visit),
    source: visit.source,
    facts: makeCorrectionFacts([
      ['facilityName', 'Nơi khám', 'Facility', visit.facilityName ?? visit.facilityCode],
      ['admittedOn', 'Ngày vào', 'From', dated(visit.admittedOn)],
      ['dischargedOn', 'Ngày ra', 'To', dated(visit.dischargedOn)],
      ['diagnosis', 'Tên bệnh', 'Diagnosis', visit.diagnosis],
      ['totalVnd', 'Tổng chi phí', 'Total', vnd(visit.totalVnd)],
      ['fundVnd', 'BHYT thanh toán', 'Paid by the fund', vnd(visit.fundVnd)],
      ['copaymentVnd', 'Cùng chi trả', 'Copayment', vnd(visit.copaymentVnd)],
      ['ownVnd', 'Tự trả', 'Paid by yourself', vnd(visit.ownVnd)],
    ]),
  }
}

/** One cost line of a standing visit, with the eleven fields. */
export async function findVisitCostLine(sql: Queryable, personId: number, costLineId: string): Promise<CorrectableLine | null> {
  const visitId = await findVisitIdOfCostLine(sql, personId, costLineId)
  const visit = visitId === null ? null : await findVisit(sql, personId, visitId)
  const line = visit === null ? undefined : (await listCostLines(sql, personId, visit.visitId)).find((one) => one.costLineId === costLineId)
  if (visit === null || line === undefined) return null
  const title = titleOf(visit)
  return {
    title: { vi: `${line.name}, ${title.vi}`, en: `${line.name}, ${title.en}` },
    source: visit.source,
    facts: makeCorrectionFacts([
      ['code', 'Mã chi phí', 'Cost code', line.code],
      ['name', 'Tên chi phí', 'Cost', line.name],
      ['unit', 'Đơn vị tính', 'Unit', line.unit],
      ['quantity', 'Số lượng', 'Quantity', String(Number(line.quantity))],
      ['unitPriceVnd', 'Đơn giá', 'Unit price', vnd(line.unitPriceVnd)],
      ['coveragePercent', 'Mức hưởng', 'Coverage', line.coveragePercent === null ? null : `${line.coveragePercent} %`],
      ['amountVnd', 'Thành tiền', 'Amount', vnd(line.amountVnd)],
      ['fundVnd', 'BHYT thanh toán', 'Paid by the fund', vnd(line.fundVnd)],
      ['otherVnd', 'Nguồn khác', 'Other sources', vnd(line.otherVnd)],
      ['ownVnd', 'Tự trả', 'Paid by yourself', vnd(line.ownVnd)],
      ['copaymentVnd', 'Cùng chi trả', 'Copayment', vnd(line.copaymentVnd)],
    ]),
  }
}

/** A paper that a facility issued to this person. */
export async function findMedicalPaperLine(sql: Queryable, personId: number, paperId: string): Promise<CorrectableLine | null> {
  const paper = (await listPapers(sql, personId, null)).find((one) => one.paperId === paperId)
  if (paper === undefined) return null
  const kind = PAPERS[paper.kind]
  return {
    title: { vi: `${kind.vi} ${paper.serialNumber ?? ''}`.trim(), en: `${kind.en} ${paper.serialNumber ?? ''}`.trim() },
    source: paper.source,
    facts: makeCorrectionFacts([
      ['kind', 'Loại chứng từ', 'Paper', kind],
      ['serialNumber', 'Số sê-ri', 'Serial number', paper.serialNumber],
      ['issuedOn', 'Ngày cấp', 'Issued on', dated(paper.issuedOn)],
      ['restFrom', 'Nghỉ từ ngày', 'Leave from', dated(paper.restFrom)],
      ['restTo', 'Nghỉ đến ngày', 'Leave to', dated(paper.restTo)],
      ['facilityName', 'Nơi cấp', 'Issued by', paper.facilityName],
    ]),
  }
}

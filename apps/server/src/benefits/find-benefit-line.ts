import { type CivilDate, type CorrectableLine, findBenefitRegime, formatDateEn, formatDateVi, makeCorrectionFacts } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { findBenefit } from './benefit-queries.ts'

const dated = (on: CivilDate | null) => (on === null ? null : { vi: formatDateVi(on), en: formatDateEn(on) })
const paid = (amountVnd: number) => {
  const digits = String(amountVnd).replace(/\B(?=(?:\d{3})+$)/gu, '.')
  return { vi: `${digits} đồng`, en: `${digits} đồng` }
}

/** One of a person's benefits, standing or past, by our id. */
export async function findBenefitLine(sql: Queryable, personId: number, lineId: string): Promise<CorrectableLine | null> {
  const benefit = await findBenefit(sql, personId, lineId)
  if (benefit === null) return null
  const regime = findBenefitRegime(benefit.regime)?.name ?? { vi: benefit.regime, en: benefit.regime }
  return {
    title: { vi: `${regime.vi}, số ${benefit.decisionNumber}`, en: `${regime.en}, no. ${benefit.decisionNumber}` },
    source: benefit.source,
    facts: makeCorrectionFacts([
      ['regime', 'Chế độ', 'Regime', regime],
      ['decisionNumber', 'Số quyết định', 'Decision number', benefit.decisionNumber],
      ['decidedOn', 'Ngày quyết định', 'Decided on', dated(benefit.decidedOn)],
      ['fromOn', 'Từ ngày', 'From', dated(benefit.fromOn)],
      ['toOn', 'Đến ngày', 'Until', dated(benefit.toOn)],
      ['amountVnd', 'Số tiền', 'Amount', paid(benefit.amountVnd)],
      ['monthsGranted', 'Số tháng được hưởng', 'Months granted', benefit.monthsGranted === null ? null : String(benefit.monthsGranted)],
      ['payerName', 'Đơn vị', 'Unit', benefit.payerName],
      ['accountLast4', 'Bốn số cuối tài khoản', 'Last four digits of the account', benefit.accountLast4],
      ['bankName', 'Ngân hàng', 'Bank', benefit.bankName],
    ]),
  }
}

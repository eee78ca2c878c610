import type { BenefitLine, MonthlyBenefit } from '@an-sinh/contract'
import { type BenefitKind, type CivilDate, decideMonthlyAmount, findBenefitRegime } from '@an-sinh/domain'

import type { BenefitRow } from './benefit-queries.ts'

const toLine = ({ kind: _kind, adjustsDecisionNumber: _adjusts, ...row }: BenefitRow): BenefitLine => ({
  ...row,
  regimeName: findBenefitRegime(row.regime)?.name ?? { vi: row.regime, en: row.regime },
})

/** The lines of one tab, in the order they came. */
export const linesOf = (rows: readonly BenefitRow[], kind: BenefitKind): BenefitLine[] =>
  rows.filter((row) => row.kind === kind).map((row) => toLine(row))

/** Monthly decisions with their slips below them; a slip whose decision has not reached the register stands under its number alone. */
export const monthlyOf = (rows: readonly BenefitRow[], today: CivilDate): MonthlyBenefit[] => {
  const decisions = rows.filter((row) => row.kind === 'monthly')
  const slips = rows.filter((row) => row.kind === 'adjustment')
  const known = new Set(decisions.map((row) => row.decisionNumber))
  const orphans = new Set(slips.map((row) => row.adjustsDecisionNumber ?? '').filter((number) => !known.has(number)))
  const slipsOf = (decisionNumber: string) => slips.filter((row) => row.adjustsDecisionNumber === decisionNumber)
  return [
    ...decisions.map((row) => ({
      decision: toLine(row),
      decisionNumber: row.decisionNumber,
      amountNowVnd: row.toOn !== null && row.toOn < today ? null : decideMonthlyAmount(row, slipsOf(row.decisionNumber), today),
      adjustments: slipsOf(row.decisionNumber).map((slip) => toLine(slip)),
    })),
    ...[...orphans].map((decisionNumber) => ({
      decision: null,
      decisionNumber,
      amountNowVnd: null,
      adjustments: slipsOf(decisionNumber).map((slip) => toLine(slip)),
    })),
  ]
}

import { type Hundredths, parseHundredths } from './claim-money.ts'
import type { TotalName } from './claim-mapping.ts'

export type VisitTotals = Readonly<Record<TotalName, Hundredths>>
/** Parts of one cost line that XML1 adds up; `amountVnd` goes into `totalVnd`. */
export type LineSums = { readonly amountVnd: Hundredths } & Pick<VisitTotals, 'fundVnd' | 'copaymentVnd' | 'ownVnd' | 'otherVnd'>

/** A total that is not what it should be: `due` is the sum of the lines, or what the formula gives. */
export type SumDifference = {
  readonly total: TotalName
  readonly by: 'lines' | 'formula'
  readonly stated: Hundredths
  readonly due: Hundredths
}

const LINE_PARTS = [
  ['totalVnd', 'amountVnd'],
  ['fundVnd', 'fundVnd'],
  ['copaymentVnd', 'copaymentVnd'],
  ['ownVnd', 'ownVnd'],
  ['otherVnd', 'otherVnd'],
] as const

/**
 * Where the totals of a visit are not the sums of its cost lines, and where T_BHTT is not T_TONGCHI_BH − T_BNCCT (annex of QĐ 4750,
 * XML1). Exact to the hundredth. Without lines only the formula is asked.
 */
export const compareSums = (totals: VisitTotals, lines: readonly LineSums[]): readonly SumDifference[] => {
  const sums =
    lines.length === 0
      ? []
      : LINE_PARTS.map(([total, part]): SumDifference => {
          const due = lines.reduce((sum, line) => sum + line[part], 0)
          return { total, by: 'lines', stated: totals[total], due }
        })
  const formula: SumDifference = { total: 'fundVnd', by: 'formula', stated: totals.fundVnd, due: totals.coveredVnd - totals.copaymentVnd }
  return [...sums, formula].filter(({ stated, due }) => stated !== due)
}

type Amounts<Name extends string> = Readonly<Record<Name, string>>

/** @throws Error for a text that is no amount */
const inHundredths = <Name extends string>(amounts: Amounts<Name>, names: readonly Name[]): Readonly<Record<Name, Hundredths>> =>
  Object.fromEntries(
    names.map((name) => {
      const parsed = parseHundredths(amounts[name])
      if (parsed === null) throw new Error(`not an amount: ${amounts[name]}`)
      return [name, parsed]
    }),
  ) as Record<Name, Hundredths>

const TOTALS = ['totalVnd', 'coveredVnd', 'fundVnd', 'copaymentVnd', 'ownVnd', 'otherVnd'] as const
const PARTS = ['amountVnd', 'fundVnd', 'copaymentVnd', 'ownVnd', 'otherVnd'] as const

/** The same from amounts as texts with two decimals, as visits and cost lines carry them. */
export const compareAmounts = (totals: Amounts<TotalName>, lines: readonly Amounts<keyof LineSums>[]): readonly SumDifference[] =>
  compareSums(
    inHundredths(totals, TOTALS),
    lines.map((line) => inHundredths(line, PARTS)),
  )

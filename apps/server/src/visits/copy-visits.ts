import { compareSums, type MedicalPaper, parseHundredths, type VisitCostLine, type VisitFacts } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { recordGivenVisits } from './visit-write-queries.ts'

/** A visit as it is told to the register, by an import or a population. */
export type NewVisit = {
  readonly personId: number
  readonly facilityCode: string
  /** The facility's own key of the visit (MA_LK), unique in the facility. */
  readonly visitKey: string
  readonly visit: VisitFacts
  readonly costLines: readonly VisitCostLine[]
  readonly papers: readonly MedicalPaper[]
}

const hundredths = (amount: string): number => {
  const parsed = parseHundredths(amount)
  if (parsed === null) throw new Error(`not an amount: ${amount}`)
  return parsed
}

type Amounts<Name extends string> = Readonly<Record<Name, string>>
const inHundredths = <Name extends string>(amounts: Amounts<Name>, names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name) => [name, hundredths(amounts[name])])) as Record<Name, number>

const TOTALS = ['totalVnd', 'coveredVnd', 'fundVnd', 'copaymentVnd', 'ownVnd', 'otherVnd'] as const
const PARTS = ['amountVnd', 'fundVnd', 'copaymentVnd', 'ownVnd', 'otherVnd'] as const

/** Where the totals of a visit and its lines disagree, from amounts with two decimals. */
export const differencesOf = (totals: Amounts<(typeof TOTALS)[number]>, lines: readonly Amounts<(typeof PARTS)[number]>[]) =>
  compareSums(
    inHundredths(totals, TOTALS),
    lines.map((line) => inHundredths(line, PARTS)),
  )

const BATCH = 2000

/** Records many visits with their cost lines and papers; `source` stays with each. A key that stands with other content is replaced. */
export async function copyVisits(sql: Queryable, rows: readonly NewVisit[], source: string): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const part = rows.slice(at, at + BATCH).map((row) => ({
      ...row,
      visit: { ...row.visit, sumsAgree: differencesOf(row.visit, row.costLines).length === 0 },
    }))
    await recordGivenVisits(sql, part, source)
  }
}

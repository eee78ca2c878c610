import type { StatementBenefit, CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { listBenefits } from './benefit-queries.ts'
import { linesOf, monthlyOf } from './to-benefit-lines.ts'

/** What was granted as a letter tells it: of monthly payments the amount of today, or of the decision when they have ended. */
export async function listGranted(sql: Queryable, personId: number, today: CivilDate): Promise<StatementBenefit[]> {
  const rows = await listBenefits(sql, personId)
  const monthly = monthlyOf(rows, today).flatMap(({ decision, amountNowVnd }) =>
    decision === null ? [] : [{ ...decision, name: decision.regimeName, amountVnd: amountNowVnd ?? decision.amountVnd, monthly: true }],
  )
  const once = (['lump-sum', 'sickness-maternity', 'unemployment'] as const).flatMap((kind) =>
    linesOf(rows, kind).map((line) => ({ ...line, name: line.regimeName, monthly: false })),
  )
  return [...monthly, ...once]
    .toSorted((one, other) => other.decidedOn.localeCompare(one.decidedOn))
    .map((line) => ({
      name: line.name,
      amountVnd: line.amountVnd,
      monthly: line.monthly,
      decidedOn: line.decidedOn,
      fromOn: line.fromOn,
      toOn: line.toOn,
    }))
}

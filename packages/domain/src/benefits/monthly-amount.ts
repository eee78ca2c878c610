import { compareDates, type CivilDate } from '../calendar/index.ts'
import { sorted } from '../values/index.ts'

type Paid = { readonly amountVnd: number; readonly fromOn: CivilDate | null; readonly decidedOn: CivilDate }

const startOf = ({ fromOn, decidedOn }: Paid): CivilDate => fromOn ?? decidedOn
const byStart = (first: Paid, second: Paid): number =>
  compareDates(startOf(second), startOf(first)) || compareDates(second.decidedOn, first.decidedOn)

/**
 * What a monthly decision pays on a day: the amount of the slip that began last, of two of one day the one decided last; before the first
 * slip the decision's own. null before the decision itself pays.
 */
export const decideMonthlyAmount = (decision: Paid, slips: readonly Paid[], on: CivilDate): number | null => {
  if (startOf(decision) > on) return null
  const [last] = sorted(
    slips.filter((slip) => startOf(slip) <= on),
    byStart,
  )
  return last?.amountVnd ?? decision.amountVnd
}

import { addDays, addMonths, type CivilDate, type CivilMonth, compareMonths, monthsBetween, type Sex } from '@an-sinh/domain'

import type { NewBenefit } from '../benefits/index.ts'
import type { DemoSpell } from './make-career.ts'
import type { Random } from './make-random.ts'
import type { Standing } from './make-standing.ts'

export type DemoBenefit = Omit<NewBenefit, 'personId'>
export type Beneficiary = { sex: Sex; bornOn: string; diedOn: CivilDate | null; standing: Standing; spells: readonly DemoSpell[] }

/** When monthly benefits were raised for everybody, and by how much (Decrees 108/2021, 42/2023 and 75/2024). */
const RAISES: readonly (readonly [CivilDate, number])[] = [
  ['2022-01-01', 0.074],
  ['2023-07-01', 0.125],
  ['2024-07-01', 0.15],
]
const roundVnd = (amount: number): number => Math.round(amount / 100) * 100

type Grant = Pick<DemoBenefit, 'kind' | 'regime' | 'decidedOn' | 'amountVnd'> & Partial<DemoBenefit>
/** Whose numbers say that they are invented. */
export const toBenefit = (random: Random, account: string | null, grant: Grant): DemoBenefit => ({
  benefitId: random.uuid(),
  decisionNumber: `MAU-${random.int(10_000_000, 99_999_999)}`,
  adjustsDecisionNumber: null,
  fromOn: null,
  toOn: null,
  monthsGranted: null,
  payerName: 'Cơ quan bảo hiểm xã hội Mẫu',
  accountLast4: account,
  bankName: account === null ? null : 'Ngân hàng Mẫu',
  note: null,
  ...grant,
})

const firstOf = (month: CivilMonth): CivilDate => `${month}-01`

/** A monthly benefit from its first day, with a slip for every raise since. */
export const makeMonthly = (random: Random, account: string | null, regime: string, from: CivilDate, firstVnd: number): DemoBenefit[] => {
  let amountVnd = roundVnd(firstVnd)
  const granted = toBenefit(random, account, { kind: 'monthly', regime, decidedOn: addDays(from, -20), fromOn: from, amountVnd })
  const slips = RAISES.filter(([on]) => on > from).map(([on, share]) => {
    amountVnd = roundVnd(amountVnd * (1 + share))
    const adjusts = granted.decisionNumber
    return toBenefit(random, account, { kind: 'adjustment', regime, decidedOn: on, fromOn: on, amountVnd, adjustsDecisionNumber: adjusts })
  })
  return [granted, ...slips]
}

/** Sickness, maternity and recovery in the last years of work. */
const makeShortTerm = (
  random: Random,
  account: string | null,
  { sex, bornOn }: Beneficiary,
  job: DemoSpell,
  thisMonth: CivilMonth,
): DemoBenefit[] => {
  const salary = job.contributorySalaryVnd ?? 5_000_000
  const benefits: DemoBenefit[] = []
  for (let month = job.fromMonth; compareMonths(month, addMonths(thisMonth, -2)) < 0; month = addMonths(month, 12)) {
    const age = Number(month.slice(0, 4)) - Number(bornOn.slice(0, 4))
    if (random.chance(0.14)) {
      const days = random.int(1, 9)
      const fromOn = addDays(firstOf(month), random.int(0, 20))
      const grant = {
        regime: 'sickness',
        decidedOn: addDays(fromOn, 30),
        fromOn,
        toOn: addDays(fromOn, days),
        amountVnd: roundVnd((salary * 0.75 * days) / 24),
      }
      benefits.push(toBenefit(random, account, { kind: 'sickness-maternity', ...grant }))
    }
    if (sex === 'female' && age >= 21 && age <= 40 && random.chance(0.06)) {
      const fromOn = addDays(firstOf(month), random.int(0, 20))
      const grant = {
        regime: 'maternity',
        decidedOn: addDays(fromOn, 25),
        fromOn,
        toOn: addDays(fromOn, 181),
        amountVnd: roundVnd(salary * 6 + 4_680_000),
      }
      benefits.push(toBenefit(random, account, { kind: 'sickness-maternity', ...grant }))
    }
  }
  return benefits
}

/** After work ended: some months of unemployment allowance, a lump sum a year later, or neither. */
const makeAfterWork = (
  random: Random,
  account: string | null,
  last: DemoSpell & { toMonth: CivilMonth },
  today: CivilDate,
): DemoBenefit[] => {
  const salary = last.contributorySalaryVnd ?? 5_000_000
  const idleSince = firstOf(addMonths(last.toMonth, 1))
  const unemployment = { kind: 'unemployment', regime: 'unemployment-allowance', monthsGranted: random.int(3, 8) } as const
  const benefits = random.chance(0.5)
    ? [
        toBenefit(random, account, {
          ...unemployment,
          decidedOn: addDays(idleSince, 40),
          fromOn: addDays(idleSince, 45),
          amountVnd: roundVnd(salary * 0.6),
        }),
      ]
    : []
  if (random.chance(0.45))
    benefits.push(
      toBenefit(random, account, {
        kind: 'lump-sum',
        regime: 'lump-sum',
        decidedOn: addDays(idleSince, 380),
        amountVnd: roundVnd(salary * random.int(3, 20)),
      }),
    )
  return benefits.filter((benefit) => benefit.decidedOn <= today)
}

/** What somebody was granted, true to the spells; nothing decided after a death. */
export function makeBenefits(random: Random, today: CivilDate, person: Beneficiary): DemoBenefit[] {
  const jobs = person.spells.filter((spell) => spell.branch === 'social' && spell.scheme === 'compulsory')
  const last = jobs.reduce<DemoSpell | null>((latest, job) => (latest === null || latest.fromMonth < job.fromMonth ? job : latest), null)
  if (last === null) return []
  const account = random.chance(0.7) ? String(random.int(0, 9999)).padStart(4, '0') : null
  const benefits: DemoBenefit[] = []
  const { toMonth } = last
  if (person.standing === 'retired' && toMonth !== null)
    benefits.push(
      ...makeMonthly(
        random,
        account,
        'pension',
        firstOf(addMonths(toMonth, 1)),
        Math.max((last.contributorySalaryVnd ?? 0) * 0.65, 1_600_000),
      ),
    )
  else if (toMonth !== null && monthsBetween(toMonth, today.slice(0, 7)) > 1)
    benefits.push(...makeAfterWork(random, account, { ...last, toMonth }, today))
  else benefits.push(...makeShortTerm(random, account, person, last, today.slice(0, 7)))
  const until = person.diedOn ?? today
  return benefits.filter((benefit) => benefit.decidedOn <= until)
}

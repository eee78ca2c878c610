import { addMonths, type CivilMonth, compareMonths, type InsuranceBranch, monthsBetween } from '@an-sinh/domain'

import type { NewSpell } from '../contributions/index.ts'
import type { DemoEmployer } from './make-employers.ts'
import type { Random } from './make-random.ts'

export type DemoSpell = Omit<NewSpell, 'personId'>
/** `until` null: still working. `thisMonth` is not paid for yet, so open spells run on. */
export type Career = { from: CivilMonth; until: CivilMonth | null; thisMonth: CivilMonth; employers: readonly DemoEmployer[] }

/** When each compulsory branch began to be collected on its own; officials are in no unemployment insurance. */
const BRANCHES: readonly (readonly [InsuranceBranch, CivilMonth])[] = [
  ['social', '1995-01'],
  ['health', '1995-01'],
  ['unemployment', '2009-01'],
  ['employment-injury', '2016-06'],
]

const later = (first: CivilMonth, second: CivilMonth): CivilMonth => (compareMonths(first, second) > 0 ? first : second)

/** Average contributory salary of a year in đồng, growing 8 % a year towards some 10 million in 2026. */
const averageSalary = (month: CivilMonth): number => 900_000 * 1.08 ** (Number(month.slice(0, 4)) - 1995)
const roundVnd = (amount: number): number => Math.round(amount / 1000) * 1000

const wageParts = (random: Random, salary: number): Record<string, number> => {
  if (random.chance(0.6)) return { baseVnd: salary }
  const positionAllowanceVnd = roundVnd(salary * 0.05)
  const otherAllowanceVnd = roundVnd(salary * 0.03)
  return { baseVnd: salary - positionAllowanceVnd - otherAllowanceVnd, positionAllowanceVnd, otherAllowanceVnd }
}

export type Stretch = { from: CivilMonth; to: CivilMonth | null; employer: DemoEmployer; jobTitle: string }

/** One row a branch, as people read it: months of one job at one salary. */
export const toSpells = (
  random: Random,
  { from, to, employer, jobTitle }: Stretch,
  { thisMonth }: Pick<Career, 'thisMonth'>,
): DemoSpell[] => {
  const contributorySalaryVnd = roundVnd(averageSalary(from) * employer.wageFactor)
  const parts = wageParts(random, contributorySalaryVnd)
  const lateMonths = to === null ? Math.min(employer.lateMonths, monthsBetween(from, thisMonth)) : 0
  const branches = BRANCHES.filter(([branch]) => employer.group === 'DN' || branch !== 'unemployment')
  return branches
    .filter(([, since]) => to === null || compareMonths(since, to) <= 0)
    .map(([branch, since]): DemoSpell => ({
      branch,
      scheme: 'compulsory',
      fromMonth: later(from, since),
      toMonth: to,
      employerId: employer.employerId,
      employerName: employer.name,
      jobTitle,
      workplace: employer.address,
      contributorySalaryVnd,
      wageParts: parts,
      lateMonths,
    }))
}

/** Few employers are large: the first of the list have many more people than the last. */
const pickEmployer = (random: Random, employers: readonly DemoEmployer[]): DemoEmployer =>
  employers[Math.floor(employers.length * random.next() ** 2)] ?? random.pick(employers)

/** A working life: jobs of one to ten years with a raise every few years, now and then months without work. */
export function makeCareer(random: Random, career: Career): DemoSpell[] {
  const spells: DemoSpell[] = []
  const end = career.until ?? career.thisMonth
  let from = later(career.from, '1995-01')
  while (compareMonths(from, end) <= 0) {
    const employer = pickEmployer(random, career.employers)
    const jobTitle = random.pick(employer.jobs)
    const leaves = addMonths(from, random.int(12, 120))
    for (let raise = from; compareMonths(raise, leaves) < 0 && compareMonths(raise, end) <= 0;) {
      const next = addMonths(raise, random.int(24, 60))
      const stop = compareMonths(next, leaves) < 0 ? next : leaves
      const runsOn = compareMonths(stop, end) > 0
      spells.push(...toSpells(random, { from: raise, to: runsOn ? career.until : addMonths(stop, -1), employer, jobTitle }, career))
      raise = stop
    }
    const idle = addMonths(leaves, random.chance(0.35) ? random.int(1, 14) : 0)
    // Whoever is employed today has a job today.
    from = compareMonths(idle, end) <= 0 ? idle : leaves
  }
  return spells
}

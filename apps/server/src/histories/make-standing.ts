import type { Random } from './make-random.ts'

/** What somebody is to social insurance: decides the branches, the participant group and the level of the card. */
export type Standing =
  | 'employee'
  | 'civil-servant'
  | 'armed-forces'
  | 'voluntary'
  | 'retired'
  | 'household'
  | 'child'
  | 'pupil'
  | 'student'
  | 'poor'
  | 'merit'
  | 'uninsured'

/**
 * Weights that give a nation the shares of 2025: some 18 % of everybody in compulsory and 2 % in voluntary social insurance, 15 % in
 * unemployment insurance, 95 % in health insurance.
 */
const ADULT: readonly (readonly [Standing, number])[] = [
  ['employee', 27.5],
  ['civil-servant', 4.5],
  ['armed-forces', 1],
  ['voluntary', 3.7],
  ['household', 47],
  ['poor', 8],
  ['merit', 0.8],
  ['uninsured', 7.5],
]
const OLD: readonly (readonly [Standing, number])[] = [
  ['retired', 28],
  ['household', 50],
  ['merit', 9],
  ['poor', 10],
  ['uninsured', 3],
]

export function makeStanding(random: Random, age: number): Standing {
  if (age < 6) return 'child'
  if (age < 18) return 'pupil'
  if (age < 22 && random.chance(0.35)) return 'student'
  return random.weighted(age < 61 ? ADULT : OLD)
}

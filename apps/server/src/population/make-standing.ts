import type { CoverageLevel } from '@an-sinh/domain'

import type { Random } from './make-random.ts'

/** What somebody is to social insurance: decides the branches, the participant group and the level of the card. */
export type Standing =
  | 'employee'
  | 'civil-servant'
  | 'voluntary'
  | 'retired'
  | 'household'
  | 'child'
  | 'pupil'
  | 'poor'
  | 'merit'
  | 'uninsured'

/** Groups and levels of Decision 1351/QĐ-BHXH of 2015. */
export const CARD_OF: Record<Standing, { participantGroup: string; coverageLevel: CoverageLevel } | null> = {
  employee: { participantGroup: 'DN', coverageLevel: 4 },
  'civil-servant': { participantGroup: 'HC', coverageLevel: 4 },
  voluntary: { participantGroup: 'GD', coverageLevel: 4 },
  retired: { participantGroup: 'HT', coverageLevel: 3 },
  household: { participantGroup: 'GD', coverageLevel: 4 },
  child: { participantGroup: 'TE', coverageLevel: 1 },
  pupil: { participantGroup: 'HS', coverageLevel: 4 },
  poor: { participantGroup: 'HN', coverageLevel: 2 },
  merit: { participantGroup: 'CC', coverageLevel: 1 },
  uninsured: null,
}

const ADULT: readonly (readonly [Standing, number])[] = [
  ['employee', 56],
  ['civil-servant', 6],
  ['voluntary', 9],
  ['household', 17],
  ['poor', 4],
  ['uninsured', 8],
]
const OLD: readonly (readonly [Standing, number])[] = [
  ['retired', 50],
  ['household', 30],
  ['merit', 7],
  ['poor', 9],
  ['uninsured', 4],
]

export function makeStanding(random: Random, age: number): Standing {
  if (age < 6) return 'child'
  if (age < 18) return 'pupil'
  if (age < 22 && random.chance(0.5)) return 'pupil'
  return random.weighted(age < 61 ? ADULT : OLD)
}

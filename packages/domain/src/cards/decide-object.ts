import type { CivilDate } from '../calendar/index.ts'
import { validOn } from '../reference/index.ts'
import { sorted } from '../values/index.ts'
import type { CoverageLevel } from './coverage-levels.ts'
import { PARTICIPANT_GROUPS } from './participant-groups.ts'

/** Percentages are no order of levels: 1, 2 and 5 pay all. Several rights at once: the higher counts (Law on Health Insurance art. 22). */
const HEIGHT: Readonly<Record<CoverageLevel, number>> = { 5: 0, 1: 1, 2: 2, 3: 3, 4: 4 }

/** Negative when the first right is the higher, for sorting. */
export const compareRights = (first: CoverageLevel, second: CoverageLevel): number => HEIGHT[first] - HEIGHT[second]

/** Object and level of the one card of somebody in several groups. */
export type CardObject = { readonly participantGroup: string; readonly coverageLevel: CoverageLevel }

/**
 * Several groups: the object is the first in legal order, the level the highest of all (Decision 1351/QĐ-BHXH of 2015 art. 2(2)).
 * null when none of the codes is in the list of that day.
 */
export const decideObject = (codes: readonly string[], on: CivilDate): CardObject | null => {
  const inOrder = validOn(PARTICIPANT_GROUPS, on).filter(
    ({ participantGroup }) => participantGroup !== null && codes.includes(participantGroup),
  )
  const [highest] = sorted(
    inOrder.map((row) => row.usualLevel),
    compareRights,
  )
  const code = inOrder[0]?.participantGroup ?? null
  return code === null || highest === undefined ? null : { participantGroup: code, coverageLevel: highest }
}

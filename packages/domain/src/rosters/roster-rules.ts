import type { CivilDate } from '../calendar/index.ts'
import { ADJUSTMENT_METHODS } from '../participation-import/index.ts'
import { INSURANCE_BRANCHES } from '../contributions/index.ts'
import { type Dated, validOn } from '../reference/index.ts'

export type RosterEntryKind = 'employee' | 'pupil'

export type RosterRules = Dated & {
  /** Of all rows of a file, how many must agree with the register (or with the roster itself); fewer is probably another file. */
  readonly matchedShare: number
  /** Full years; pupils are listed by their school at any age. */
  readonly leastAge: Readonly<Record<RosterEntryKind, number>>
  /** An identity card that ends within so many days is told. */
  readonly idNoticeDays: number
  readonly source: string
}

/**
 * Ours: the share and the days. The law's: 15 years (Labour Code 45/2019/QH14 art. 3.1; work of younger people under art. 145 needs papers that no
 * list can show, so they are added with the office).
 */
export const ROSTER_RULES: readonly RosterRules[] = [
  {
    matchedShare: 0.7,
    leastAge: { employee: 15, pupil: 0 },
    idNoticeDays: 60,
    source: 'Bộ luật Lao động 45/2019/QH14, Điều 3 khoản 1; docs/decisions/0035',
    validFrom: '2021-01-01',
    validTo: null,
  },
]

/** @throws Error for a day before the first rule */
export const rosterRulesOn = (on: CivilDate): RosterRules => {
  const [rules] = validOn(ROSTER_RULES, on)
  if (rules === undefined) throw new Error(`no rules of rosters on ${on}`)
  return rules
}

/** Codes of D02-LT under which somebody leaves the employer altogether. */
export const LEAVING_CODES: readonly string[] = ADJUSTMENT_METHODS.filter(
  ({ effect, branches }) => effect === 'end' && branches.length === INSURANCE_BRANCHES.length,
).map(({ code }) => code)

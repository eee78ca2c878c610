import { addCalendarMonths, addDays, compareDates, type CivilDate } from '../calendar/index.ts'
import { validOn, type Dated } from '../reference/index.ts'
import { sorted } from '../values/index.ts'

export type ContinuityRow = Dated & {
  /** After so many years without a longer break the person is "5 năm liên tục". */
  readonly years: number
  readonly maxGapMonths: number
  /** Read in the text itself, or carried over from the text before. */
  readonly isVerified: boolean
  readonly source: string
}

/** How long a break may be; the day on which it begins picks the row. */
export const CONTINUITY_RULES: readonly ContinuityRow[] = [
  {
    years: 5,
    maxGapMonths: 3,
    isVerified: false,
    validFrom: '1900-01-01',
    validTo: '2018-11-30',
    source: 'Law on Health Insurance art. 22 (Law 46/2014/QH13); length of the break taken from Decree 146/2018/NĐ-CP',
  },
  {
    years: 5,
    maxGapMonths: 3,
    isVerified: false,
    validFrom: '2018-12-01',
    validTo: '2025-06-30',
    source: 'Decree 146/2018/NĐ-CP art. 12(5): no break of more than three months',
  },
  {
    years: 5,
    maxGapMonths: 3,
    isVerified: false,
    validFrom: '2025-07-01',
    validTo: null,
    source: 'Decree 188/2025/NĐ-CP, taken over from Decree 146/2018/NĐ-CP; text not read',
  },
]

type Period = { readonly validFrom: CivilDate; readonly validTo: CivilDate | null }

export type Continuity = {
  readonly continuousFrom: CivilDate
  /** Day on which five years are, or will be, complete if no longer break comes. */
  readonly reachedOn: CivilDate
  readonly isReached: boolean
}

const FOREVER: CivilDate = '9999-12-31'

const ruleOn = (on: CivilDate): ContinuityRow => {
  const [rule] = validOn(CONTINUITY_RULES, on)
  if (!rule) throw new RangeError(`no rule of continuity on ${on}`)
  return rule
}

/** A break from the day after `until` to the day before `from`; at most so long that `from` is reached in the allowed months. */
const isBridged = (until: CivilDate, from: CivilDate): boolean => {
  if (until >= from) return true
  const gapFrom = addDays(until, 1)
  return from <= addCalendarMonths(gapFrom, ruleOn(gapFrom).maxGapMonths)
}

/** Since when a person has been insured without a longer break on a day, from the cards' periods; null when nothing runs on. */
export const decideContinuity = (periods: readonly Period[], on: CivilDate): Continuity | null => {
  let from: CivilDate | null = null
  let until: CivilDate = ''
  const begun = periods.filter(({ validFrom }) => validFrom <= on)
  for (const { validFrom, validTo } of sorted(begun, (first, second) => compareDates(first.validFrom, second.validFrom))) {
    const end = validTo ?? FOREVER
    if (from === null || !isBridged(until, validFrom)) [from, until] = [validFrom, end]
    else if (end > until) until = end
  }
  if (from === null || !isBridged(until, on)) return null
  const reachedOn = addCalendarMonths(from, ruleOn(on).years * 12)
  return { continuousFrom: from, reachedOn, isReached: reachedOn <= on }
}

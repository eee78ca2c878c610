import { weekdayOf, type CivilDate } from './civil-date.ts'

export const CALENDAR_DAY_KINDS = ['public-holiday', 'compensation', 'swap-day-off', 'working-saturday'] as const
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number]

/**
 * One exception to the weekly rhythm. Public holidays: Labour Code 45/2019/QH14 art. 112; compensation when one falls on a
 * weekly day off: art. 111(3); swapped days and the Saturdays worked for them: the Prime Minister's yearly announcement.
 */
export type CalendarDay = {
  readonly on: CivilDate
  readonly kind: CalendarDayKind
  readonly name: string
  readonly provisional?: boolean
}

/** A rows list, or the same indexed by date (`indexCalendar`) where many days are asked about. */
export type WorkingCalendar = readonly CalendarDay[] | ReadonlyMap<CivilDate, CalendarDay>

/** Both days included. */
export type OfficeClosure = { readonly fromOn: CivilDate; readonly toOn: CivilDate }

export type ClosedWhy = 'weekend' | 'closure' | Exclude<CalendarDayKind, 'working-saturday'>

type OpenDayFacts = {
  readonly calendar: WorkingCalendar
  readonly closures: readonly OfficeClosure[]
  /** 0 Sunday … 6 Saturday; Monday to Friday when left out. */
  readonly openWeekdays?: readonly number[]
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5] as const

const isArray = (calendar: WorkingCalendar): calendar is readonly CalendarDay[] => Array.isArray(calendar)

/** Rows by date. When two rows name one day, a day off wins over a working Saturday: better one day too late than too early. */
export const indexCalendar = (days: readonly CalendarDay[]): ReadonlyMap<CivilDate, CalendarDay> => {
  const byDate = new Map<CivilDate, CalendarDay>()
  for (const day of days) {
    if (day.kind !== 'working-saturday' || !byDate.has(day.on)) byDate.set(day.on, day)
  }
  return byDate
}

const findKind = (date: CivilDate, calendar: WorkingCalendar): CalendarDayKind | undefined => {
  if (!isArray(calendar)) return calendar.get(date)?.kind
  const kinds = calendar.filter((day) => day.on === date).map((day) => day.kind)
  return kinds.filter((kind) => kind !== 'working-saturday').at(-1) ?? kinds[0]
}

/** Why an office is closed on a day; null when it is open. A closure of the office outranks even a working Saturday. */
export const explainClosedDay = (date: CivilDate, facts: OpenDayFacts): ClosedWhy | null => {
  if (facts.closures.some((closure) => closure.fromOn <= date && date <= closure.toOn)) return 'closure'
  const kind = findKind(date, facts.calendar)
  if (kind === 'working-saturday') return null
  if (kind) return kind
  return (facts.openWeekdays ?? MONDAY_TO_FRIDAY).includes(weekdayOf(date)) ? null : 'weekend'
}

/** Whether an office receives people on a day. */
export const isOpenDay = (date: CivilDate, facts: OpenDayFacts): boolean => explainClosedDay(date, facts) === null

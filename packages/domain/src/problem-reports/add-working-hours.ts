import { addDays, civilDateIn, isOpenDay, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
/** Viet Nam's legal time is zone 7 the year round. */
const OFFSET_MINUTES = 420
/** No office is shut for longer; the search ends there. */
const SEARCH_DAYS = 400

export type OfficeHours = {
  readonly calendar: WorkingCalendar
  readonly closures: readonly OfficeClosure[]
  /** 0 Sunday … 6 Saturday. */
  readonly openWeekdays: readonly number[]
  /** `["08:00", "11:30"]`, in the order of the day. */
  readonly spans: readonly (readonly string[])[]
}

const minutesOf = (time: string | undefined): number => {
  const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * The instant at which so many of the office's working hours are over, counted from an instant (both in ms since 1970). Nights, noon, weekends,
 * holidays and closures do not count; what comes in after hours begins to count with the next opening. The end of an hour's count is the end
 * of a span rather than the beginning of the next one. Throws RangeError when the office never opens.
 */
export const addWorkingHours = (fromMs: number, hours: number, office: OfficeHours): number => {
  let left = hours * 60
  let on = civilDateIn(fromMs)
  for (let step = 0; step < SEARCH_DAYS; step += 1, on = addDays(on, 1)) {
    if (!isOpenDay(on, office)) continue
    const dayStart = Date.parse(`${on}T00:00:00Z`) / MINUTE_MS - OFFSET_MINUTES
    for (const [opens, closes] of office.spans) {
      const [start, end] = [dayStart + minutesOf(opens), dayStart + Math.min(DAY_MINUTES, minutesOf(closes))]
      const begins = Math.max(start, fromMs / MINUTE_MS)
      if (begins >= end) continue
      if (left <= end - begins) return (begins + left) * MINUTE_MS
      left -= end - begins
    }
  }
  throw new RangeError('the office never opens')
}

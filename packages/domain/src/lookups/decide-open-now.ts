import { type CivilDate, isOpenDay, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'

/** `weekdays`: 0 Sunday … 6 Saturday; `spans`: ["08:00", "11:30"] … */
export type WeeklyHours = { readonly weekdays: readonly number[]; readonly spans: readonly (readonly string[])[] }
export type OpenNow = 'open' | 'closed' | 'unknown'

type Facts = {
  /** Null where nobody told them. */
  readonly hours: WeeklyHours | null
  readonly closures: readonly OfficeClosure[]
  readonly calendar: WorkingCalendar
  readonly today: CivilDate
  /** HH:mm in Viet Nam. */
  readonly time: string
}

/** Whether a place receives people at this minute. Unknown hours are never called closed. */
export const decideOpenNow = ({ hours, closures, calendar, today, time }: Facts): OpenNow => {
  if (hours === null) return 'unknown'
  if (!isOpenDay(today, { calendar, closures, openWeekdays: hours.weekdays })) return 'closed'
  return hours.spans.some(([from = '', to = '']) => from <= time && time < to) ? 'open' : 'closed'
}

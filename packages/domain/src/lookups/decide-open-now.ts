import { type CivilDate, isOpenDay, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'

/** `weekdays`: 0 Sunday … 6 Saturday; `spans`: ["08:00", "11:30"] … */
export type WeeklyHours = { readonly weekdays: readonly number[]; readonly spans: readonly (readonly string[])[] }
export type OpenNow = 'open' | 'closed' | 'unknown'

type Place = {
  /** Null where nobody told them. */
  readonly hours: WeeklyHours | null
  readonly closures: readonly OfficeClosure[]
  readonly calendar: WorkingCalendar
}

/** Whether a place receives people at some time of the day. Unknown hours are never called closed. */
export const decideOpenOn = ({ hours, closures, calendar }: Place, on: CivilDate): OpenNow => {
  if (hours === null) return 'unknown'
  return isOpenDay(on, { calendar, closures, openWeekdays: hours.weekdays }) ? 'open' : 'closed'
}

/** Whether it receives people at this minute. `time`: HH:mm in Viet Nam. */
export const decideOpenNow = ({ today, time, ...place }: Place & { readonly today: CivilDate; readonly time: string }): OpenNow => {
  const day = decideOpenOn(place, today)
  if (day !== 'open') return day
  return place.hours?.spans.some(([from = '', to = '']) => from <= time && time < to) === true ? 'open' : 'closed'
}

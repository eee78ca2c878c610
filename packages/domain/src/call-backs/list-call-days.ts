import { addDays, civilDateIn, type CivilDate, type ClosedWhy, explainClosedDay, isOpenDay } from '../calendar/index.ts'
import type { OfficeHours } from '../problem-reports/index.ts'
import type { CallBackRule } from './call-back-rules.ts'

const MINUTE_MS = 60_000
/** Viet Nam's legal time is zone 7 the year round. */
const OFFSET_MINUTES = 420

/** `starts`, `ends`: `08:00`. */
export type CallWindow = { readonly starts: string; readonly ends: string }
/** `closed`: why nobody calls that day. */
export type CallDay = { readonly on: CivilDate; readonly closed: ClosedWhy | null; readonly windows: readonly CallWindow[] }

const minutesOf = (time: string | undefined): number => {
  const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number)
  return hours * 60 + minutes
}
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The windows of one span of an office's hours, one after the other. */
const windowsOf = ([opens, closes]: readonly string[], { windowMinutes, shortestMinutes }: CallBackRule): CallWindow[] => {
  const windows: CallWindow[] = []
  const end = minutesOf(closes)
  for (let start = minutesOf(opens); end - start >= shortestMinutes; start += windowMinutes)
    windows.push({ starts: timeOf(start), ends: timeOf(Math.min(end, start + windowMinutes)) })
  return windows
}

/**
 * The days from today on (an instant in ms since 1970) with the windows in which an office may still call: none at night and noon, at weekends,
 * on holidays and at Tết, while it is closed, and none that has as good as begun.
 */
export const listCallDays = (nowMs: number, office: OfficeHours, rule: CallBackRule): CallDay[] => {
  const today = civilDateIn(nowMs)
  const soonest = nowMs / MINUTE_MS + rule.leadMinutes
  return Array.from({ length: rule.daysAhead }, (_, at) => {
    const on = addDays(today, at)
    const closed = explainClosedDay(on, office)
    const dayStart = Date.parse(`${on}T00:00:00Z`) / MINUTE_MS - OFFSET_MINUTES
    const windows = closed === null ? office.spans.flatMap((span) => windowsOf(span, rule)) : []
    return { on, closed, windows: windows.filter(({ starts }) => dayStart + minutesOf(starts) >= soonest) }
  })
}

/** Whether a window is one of those. */
export const findCallWindow = (days: readonly CallDay[], on: CivilDate, starts: string): CallWindow | null =>
  days.find((day) => day.on === on)?.windows.find((window) => window.starts === starts) ?? null

/** Whether a call of the day `on` that still waits on the day `today` is promised no longer: the open days between them are used up. */
export const isCallLapsed = (on: CivilDate, today: CivilDate, office: OfficeHours, { graceDays }: CallBackRule): boolean => {
  let open = 0
  for (let day = addDays(on, 1); day < today && open < graceDays; day = addDays(day, 1)) if (isOpenDay(day, office)) open += 1
  return on < today && open >= graceDays
}

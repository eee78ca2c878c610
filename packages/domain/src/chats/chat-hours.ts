import type { WorkingCalendar } from '../calendar/index.ts'
import { addWorkingHours } from '../problem-reports/index.ts'
import type { ChatRule } from './chat-rules.ts'

/** The instant (ms since 1970) from which somebody answers: now while the chat is staffed, else the next opening. */
export const nextStaffedMs = (nowMs: number, rule: Pick<ChatRule, 'weekdays' | 'spans'>, calendar: WorkingCalendar): number =>
  Math.max(nowMs, addWorkingHours(nowMs, 0, { calendar, closures: [], openWeekdays: rule.weekdays, spans: rule.spans }))

/** Whether the chat is staffed by its hours; whether somebody is there is another question. */
export const isStaffed = (nowMs: number, rule: Pick<ChatRule, 'weekdays' | 'spans'>, calendar: WorkingCalendar): boolean =>
  nextStaffedMs(nowMs, rule, calendar) === nowMs

export { addDays, civilDateIn, clockIn, compareDates, daysBetween, isCivilDate, weekdayOf, type CivilDate } from './civil-date.ts'
export { isPartialDate, parsePartialDate, type DateRefusalCode, type PartialDate, type RefusalReason } from './partial-date.ts'
export { formatDateEn, formatDateVi } from './format-date.ts'
export { addCalendarMonths } from './add-calendar-months.ts'
export { ageOn } from './age-on.ts'
export {
  CALENDAR_DAY_KINDS,
  explainClosedDay,
  indexCalendar,
  isOpenDay,
  type CalendarDay,
  type CalendarDayKind,
  type ClosedWhy,
  type OfficeClosure,
  type WorkingCalendar,
} from './is-open-day.ts'

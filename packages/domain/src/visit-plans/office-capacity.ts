import { addDays, type CivilDate, isOpenDay, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'
import type { VisitDay } from './plan-visits.ts'

/** How many forms of employers an office can take on an open day; dated, one row each time it changes. */
export type OfficeCapacity = {
  readonly validFrom: CivilDate
  readonly validTo: CivilDate | null
  readonly clerks: number
  readonly minutesPerForm: number
  /** Of the opening hours, what is kept for people whom an employer sends; the rest is for whoever comes by. */
  readonly employerPercent: number
}

/** Until an office says otherwise: our own assumption, no source. Two clerks, six minutes a form, half of the day. */
export const DEFAULT_CAPACITY: OfficeCapacity = {
  validFrom: '2025-07-01',
  validTo: null,
  clerks: 2,
  minutesPerForm: 6,
  employerPercent: 50,
}

/** Minutes between pairs of `HH:MM`. */
export const openMinutes = (spans: readonly (readonly string[])[]): number => {
  const minutes = (time: string | undefined): number => {
    const [hours = 0, rest = 0] = (time ?? '').split(':').map(Number)
    return hours * 60 + rest
  }
  return spans.reduce((sum, [from, to]) => sum + Math.max(0, minutes(to) - minutes(from)), 0)
}

/** Forms a day, from the row in force; the default where there is none. */
export function formsPerDay(capacities: readonly OfficeCapacity[], on: CivilDate, minutes: number): number {
  const row = capacities.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo)) ?? DEFAULT_CAPACITY
  return Math.floor((row.clerks * minutes * row.employerPercent) / 100 / row.minutesPerForm)
}

export type OfficeDays = {
  readonly calendar: WorkingCalendar
  readonly closures: readonly OfficeClosure[]
  readonly openWeekdays: readonly number[]
  readonly spans: readonly (readonly string[])[]
  readonly capacities: readonly OfficeCapacity[]
  /** Forms already planned on a day, of whatever employer. */
  readonly booked: ReadonlyMap<CivilDate, number>
}

/** The open days of `count` calendar days from `from`, each with what is still free. A working Saturday has a weekday's hours. */
export function listVisitDays(from: CivilDate, count: number, office: OfficeDays): VisitDay[] {
  const days = Array.from({ length: count }, (_, at) => addDays(from, at))
  return days
    .filter((on) => isOpenDay(on, office))
    .map((on) => ({ on, free: Math.max(0, formsPerDay(office.capacities, on, openMinutes(office.spans)) - (office.booked.get(on) ?? 0)) }))
}

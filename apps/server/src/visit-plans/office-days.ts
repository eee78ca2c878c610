import { addDays, listVisitDays, type OfficeDays, type VisitDay } from '@an-sinh/domain'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { listClosures, loadCalendar, type OfficeRow } from '../reference/index.ts'
import { countBooked, listCapacities, readNow } from './visit-plan-queries.ts'

/** Calendar days ahead that are planned: longer than a deadline with one extension. */
const HORIZON_DAYS = 21
/** How far ahead a clerk may be asked for. */
const MOST_DAYS = 60

const gather = async (sql: Queryable, office: OfficeRow, but: string | null): Promise<OfficeDays> => ({
  calendar: await loadCalendar(sql),
  closures: (await listClosures(sql, office.officeId)).filter(({ cause }) => cause === 'closed'),
  openWeekdays: office.openingHours.weekdays,
  spans: office.openingHours.spans,
  capacities: await listCapacities(sql, office.officeId),
  booked: await countBooked(sql, office.officeId, but),
})

/** Open days from tomorrow, each with what is free beside kept plans (`but`: without the one asked about). The agency's side. */
export async function listOfficeDays(sql: Queryable, office: OfficeRow, but: string | null = null): Promise<VisitDay[]> {
  const { today } = await readNow(sql)
  return listVisitDays(addDays(today, 1), HORIZON_DAYS, await gather(sql, office, but))
}

/** @throws Refusal `visit-date-wrong` unless the office is open on the day, from tomorrow on */
export async function requireVisitDay(sql: Queryable, office: OfficeRow, on: string): Promise<void> {
  const { today } = await readNow(sql)
  const days = listVisitDays(addDays(today, 1), MOST_DAYS, await gather(sql, office, null))
  if (!days.some((day) => day.on === on)) throw new Refusal('visit-date-wrong')
}

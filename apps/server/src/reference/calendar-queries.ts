import { type CalendarDay, type CivilDate, indexCalendar } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

/** The working-day calendar as dated data, indexed by date: what `decideDeadline` takes. */
export async function loadCalendar(sql: Queryable): Promise<ReadonlyMap<CivilDate, CalendarDay>> {
  return indexCalendar(await sql<CalendarDay[]>`SELECT day_on AS "on", kind, name, provisional FROM calendar_days ORDER BY day_on`)
}

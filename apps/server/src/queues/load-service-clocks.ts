import { decideServiceClock, type ServiceClock, toServiceTurns } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { listClosures, loadCalendar, type OfficeRow } from '../reference/index.ts'
import { readToday } from '../registrations/index.ts'
import { listStates, type StateRow } from './queue-queries.ts'

/** The office's clock of each of these cases; one whose paper has not come has none. */
export async function loadServiceClocks(
  sql: Queryable,
  office: OfficeRow | null,
  registrationIds: readonly string[],
): Promise<Map<string, ServiceClock>> {
  if (office === null || registrationIds.length === 0) return new Map()
  const states = new Map<string, StateRow[]>()
  for (const row of await listStates(sql, registrationIds)) states.set(row.registrationId, [...(states.get(row.registrationId) ?? []), row])
  const facts = {
    calendar: await loadCalendar(sql),
    closures: await listClosures(sql, office.officeId),
    openWeekdays: office.openingHours.weekdays,
  }
  const todayOn = await readToday(sql)
  return new Map(
    [...states].flatMap(([registrationId, moves]) => {
      const clock = decideServiceClock(toServiceTurns(moves), todayOn, facts)
      return clock === null ? [] : [[registrationId, clock] as const]
    }),
  )
}

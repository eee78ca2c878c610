import type { CallBackWindows } from '@an-sinh/contract'
import { type CallDay, civilDateIn, type CallBackRule, findCallBackRule, listCallDays, type OfficeHours } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, listClosures, loadCalendar, type OfficeRow } from '../reference/index.ts'
import { listFullWindows, type Places, readNow } from './call-back-queries.ts'

const USUAL = { weekdays: [1, 2, 3, 4, 5], spans: [['08:00', '17:00']] }

export type Booker = 'person' | 'stranger'
/** Strangers hold at most half of a window, however many they are. */
export const placesFor = (who: Booker, { perWindow }: CallBackRule): Places => ({
  all: perWindow,
  strangers: who === 'stranger' ? Math.max(1, Math.floor(perWindow / 2)) : null,
})

type OpenDays = { office: OfficeRow; days: readonly CallDay[]; names: ReadonlyMap<string, string>; rule: CallBackRule; today: string }

/** When an office works. An incident moves deadlines and shuts no door: who answers the telephone is there. */
export async function loadOfficeHours(
  sql: Queryable,
  officeId: number,
): Promise<{ office: OfficeRow; hours: OfficeHours; calendar: Awaited<ReturnType<typeof loadCalendar>> }> {
  const office = await findStandingOffice(sql, officeId)
  if (office === null) throw new Error(`no office ${officeId}`)
  const closures = (await listClosures(sql, officeId)).filter(({ cause }) => cause === 'closed')
  const calendar = await loadCalendar(sql)
  const { weekdays, spans } = office.openingHours ?? USUAL
  return { office, hours: { calendar, closures, openWeekdays: weekdays, spans }, calendar }
}

/** When an office can call, by its hours, its closures and the calendar. */
export async function loadCallDays(sql: Queryable, officeId: number): Promise<OpenDays> {
  const now = await readNow(sql)
  const { office, hours, calendar } = await loadOfficeHours(sql, officeId)
  const today = civilDateIn(now.getTime())
  const rule = findCallBackRule(today)
  const days = listCallDays(now.getTime(), hours, rule)
  const names = new Map(
    days.flatMap(({ on }): [string, string][] => (calendar.get(on) === undefined ? [] : [[on, calendar.get(on)?.name ?? '']])),
  )
  return { office, days, names, rule, today }
}

/** The same as somebody chooses from it. */
export async function listWindows(sql: Queryable, officeId: number, who: Booker): Promise<CallBackWindows> {
  const { office, days, names, rule, today } = await loadCallDays(sql, officeId)
  const full = await listFullWindows(sql, office.officeId, today, placesFor(who, rule))
  const shown = days.map(({ on, closed, windows }) => ({
    on,
    closed,
    closedName: closed === null || closed === 'weekend' ? null : (names.get(on) ?? null),
    windows: windows.map((window) => ({ ...window, isFree: !full.has(`${on} ${window.starts}`) })),
  }))
  const free = shown.flatMap(({ on, windows }) => windows.filter(({ isFree }) => isFree).map(({ starts, ends }) => ({ on, starts, ends })))
  return { officeName: office.name, days: shown, nextFree: free[0] ?? null }
}

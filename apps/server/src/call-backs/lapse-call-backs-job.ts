import { civilDateIn, findCallBackRule, isCallLapsed } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { listCallsOverdue, readNow, type WaitingCall } from './call-back-queries.ts'
import { loadOfficeHours } from './list-windows.ts'
import { releaseCalls } from './release-calls.ts'

/** Calls that nobody made in time wait no longer: their askers are told. Safe to run twice. Answers how many there were. */
export async function lapseCallBacks(platform: Platform): Promise<number> {
  const { sql } = platform
  const today = civilDateIn((await readNow(sql)).getTime())
  const overdue = await listCallsOverdue(sql)
  const lapsed: WaitingCall[] = []
  for (const officeId of new Set(overdue.map((call) => call.officeId))) {
    const { hours } = await loadOfficeHours(sql, officeId)
    lapsed.push(...overdue.filter((call) => call.officeId === officeId && isCallLapsed(call.on, today, hours, findCallBackRule(call.on))))
  }
  return releaseCalls(platform, lapsed, { state: 'not-made', job: 'lapse-call-backs' })
}

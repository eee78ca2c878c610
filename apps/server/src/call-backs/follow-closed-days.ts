import type { ClosureAtDesk } from '../closures/index.ts'
import type { Platform } from '../platform/platform.ts'
import { listCallsBetween } from './call-back-queries.ts'
import { releaseCalls } from './release-calls.ts'

/**
 * Calls of days that turn out closed are not made; who waited chooses anew. An incident shuts nobody's telephone, and days that open again
 * bring no call back: its asker may have another one by then.
 */
export async function followClosedDays(platform: Platform, { order, way, officeIds, stands }: ClosureAtDesk): Promise<void> {
  if (way !== 'close' || order.cause !== 'closed') return
  const calls = await listCallsBetween(platform.sql, { officeIds, fromOn: order.fromOn, toOn: order.toOn })
  await releaseCalls(platform, calls, { state: 'office-closed', job: 'move-closure-deadlines', stands })
}

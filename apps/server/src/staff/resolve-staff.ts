import type { ActorResolver, StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { staffSessionHashOf } from './staff-cookie.ts'
import { findStaffSession, type StaffSessionRow, touchStaffSession } from './staff-queries.ts'

const toStaffActor = (row: StaffSessionRow, sessionHash: Buffer): StaffActor => ({
  kind: 'staff',
  staffId: row.staffId,
  role: row.role,
  officeId: row.officeId,
  fullName: row.fullName,
  personId: row.personId,
  stage: row.stage,
  sessionHash,
  sessionEndsAt: row.endsAt,
})

/** Who holds the staff cookie, at which stage. One statement, no cache. `touches` false: asking leaves the session as idle as it was. */
export function resolveStaff(platform: Platform, { touches = true }: { touches?: boolean } = {}): ActorResolver {
  const { idleMinutes } = platform.settings.staffSession
  return async (request) => {
    const sessionHash = staffSessionHashOf(request)
    if (sessionHash === null) return null
    const row = await findStaffSession(platform.sql, sessionHash, idleMinutes)
    if (row === null) return null
    if (touches && row.stale) await touchStaffSession(platform.sql, sessionHash)
    return toStaffActor(row, sessionHash)
  }
}

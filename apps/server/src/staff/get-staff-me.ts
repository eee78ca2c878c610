import { getStaffMeRoute, type Staff } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findStaffSession, type StaffSessionRow } from './staff-queries.ts'

export const toStaff = (row: StaffSessionRow): Staff => ({
  staffId: row.staffId,
  userName: row.userName,
  fullName: row.fullName,
  role: row.role,
  officeId: row.officeId,
  officeName: row.officeName,
  sessionEndsAt: row.endsAt.toISOString(),
})

export function getStaffMe(server: Server, platform: Platform): void {
  addRoute(server, getStaffMeRoute, async ({ request }) => {
    const { sessionHash } = requireActor(request, 'staff')
    return toStaff(
      requireFound(await findStaffSession(platform.sql, sessionHash, platform.settings.staffSession.idleMinutes), 'not-signed-in'),
    )
  })
}

import { type EmployerOfficer, getEmployerMeRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { type EmployerSessionRow, findEmployerSession } from './employer-session-queries.ts'

export const toOfficer = (row: EmployerSessionRow): EmployerOfficer => ({
  officerId: row.officerId,
  userName: row.userName,
  fullName: row.fullName,
  role: row.role,
  employer: { code: row.employerCode, name: row.employerName, kind: row.kind },
  officeName: row.officeName,
  sessionEndsAt: row.endsAt.toISOString(),
})

export function getEmployerMe(server: Server, platform: Platform): void {
  addRoute(server, getEmployerMeRoute, async ({ request }) => {
    const { sessionHash } = requireActor(request, 'employer')
    const { idleMinutes } = platform.settings.staffSession
    return toOfficer(requireFound(await findEmployerSession(platform.sql, sessionHash, idleMinutes), 'not-signed-in'))
  })
}

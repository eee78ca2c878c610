import type { ActorResolver, EmployerActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { staffSessionHashOf } from '../staff/index.ts'
import { type EmployerSessionRow, findEmployerSession, touchEmployerSession } from './employer-session-queries.ts'

const toActor = (row: EmployerSessionRow, sessionHash: Buffer): EmployerActor => ({
  kind: 'employer',
  officerId: row.officerId,
  employerId: row.employerId,
  employerCode: row.employerCode,
  officeId: row.officeId,
  role: row.role,
  fullName: row.fullName,
  stage: row.stage,
  sessionHash,
  sessionEndsAt: row.endsAt,
})

/** Who holds the office app's cookie as an employer's officer: the same cookie as staff's, so that a browser is one of the two. `touches` as for staff. */
export function resolveEmployer(platform: Platform, { touches = true }: { touches?: boolean } = {}): ActorResolver {
  const { idleMinutes } = platform.settings.staffSession
  return async (request) => {
    const sessionHash = staffSessionHashOf(request)
    if (sessionHash === null) return null
    const row = await findEmployerSession(platform.sql, sessionHash, idleMinutes)
    if (row === null) return null
    if (touches && row.stale) await touchEmployerSession(platform.sql, sessionHash)
    return toActor(row, sessionHash)
  }
}

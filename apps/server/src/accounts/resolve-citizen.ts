import type { ActorResolver } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { sessionHashOf } from './session-cookie.ts'
import { findLivingSession, touchSession } from './account-queries.ts'

/** Who holds the session cookie. One prepared statement; no cache, so a session that was ended ends with the next request. */
export function resolveCitizen(platform: Platform): ActorResolver {
  const { idleMinutes } = platform.settings.citizenSession
  return async (request) => {
    const token = sessionHashOf(request)
    if (token === null) return null
    const session = await findLivingSession(platform.sql, token, idleMinutes)
    if (session === null) return null
    if (session.stale) await touchSession(platform.sql, token)
    return { kind: 'citizen', ...token }
  }
}

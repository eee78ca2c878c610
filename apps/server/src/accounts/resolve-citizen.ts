import type { ActorResolver } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { sessionHashOf } from './session-cookie.ts'
import { personTagOf } from '../platform/person-tag.ts'
import { findLivingSession, touchSession } from './account-queries.ts'

/** The name under which something was written while it waited for a network; see the citizen app's outbox. */
const WRITTEN_FOR = 'ansinh-person'

/** `touches` false: asking leaves the session as idle as it was. Who holds the session cookie; nobody, when what comes was written for somebody else. One prepared statement; no cache, so a session that was ended ends with the next request. */
export function resolveCitizen(platform: Platform, { touches = true }: { touches?: boolean } = {}): ActorResolver {
  const { idleMinutes } = platform.settings.citizenSession
  return async (request) => {
    const token = sessionHashOf(request)
    if (token === null) return null
    const session = await findLivingSession(platform.sql, token, idleMinutes)
    if (session === null) return null
    const writtenFor = request.headers[WRITTEN_FOR]
    if (writtenFor !== undefined && writtenFor !== personTagOf(platform, token.personId)) return null
    if (touches && session.stale) await touchSession(platform.sql, token)
    return { kind: 'citizen', ...token }
  }
}

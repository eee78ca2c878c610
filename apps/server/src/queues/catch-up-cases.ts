import { catchUpCasesRoute } from '@an-sinh/contract'
import { formatFileNumber, parseFileNumber, parseScannedFormCode } from '@an-sinh/domain'
import { receivePaper } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findRegistrationByFileNumber, findRegistrationByFormCode, isSubmitted } from '../registrations/index.ts'
import { doEach } from './do-each.ts'
import { readNow } from './queue-queries.ts'

const MOST_HOURS_BACK = 24
/** A desk's clock may run a little ahead of the server's. */
const AHEAD_MS = 2 * 60_000

const findByCode = async (platform: Platform, text: string): Promise<string> => {
  const fileNumber = parseFileNumber(text)
  const scanned = fileNumber.ok ? null : parseScannedFormCode(text)
  if (scanned !== null && !scanned.ok) throw new Refusal(scanned.code)
  const row = fileNumber.ok
    ? await findRegistrationByFileNumber(platform.sql, formatFileNumber(fileNumber))
    : await findRegistrationByFormCode(platform, platform.sql, scanned?.formCode ?? '')
  if (row === null || !isSubmitted(row)) throw new Refusal('form-code-unknown')
  return row.registrationId
}

/** Whole seconds, so that the same entry sent twice names the same time. */
const readNoted = (text: string, now: Date): Date => {
  const ms = Math.floor(Date.parse(text) / 1000) * 1000
  const isPossible = ms <= now.getTime() + AHEAD_MS && ms >= now.getTime() - MOST_HOURS_BACK * 3_600_000
  return requireFound(isPossible ? new Date(ms) : null, 'noted-time-wrong')
}

/** After an outage: each paper is received with the time noted on it; in time or not is decided by that day. The odd ones fall out with their reason. */
export function catchUpCases(server: Server, platform: Platform): void {
  addRoute(server, catchUpCasesRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const now = await readNow(platform.sql)
    return doEach(
      request,
      body.entries,
      ({ entryId }) => entryId,
      async ({ code, receivedAt }) => {
        const notedAt = readNoted(receivedAt, now)
        return receivePaper(platform, actor, { registrationId: await findByCode(platform, code), version: null, notedAt }, request.id)
      },
    )
  })
}

import { employerSecondFactorRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { rememberDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findTotpStep, giveStaffCookie, makeStaffSession } from '../staff/index.ts'
import {
  findEmployerSession,
  findOfficerSecret,
  insertEmployerSession,
  revokeEmployerSession,
  useOfficerStep,
} from './employer-session-queries.ts'
import { toOfficer } from './get-employer-me.ts'

/** Second factor: the code of the authenticator, each step once. A new session secret takes the place of the first stage's. */
export function proveEmployerFactor(server: Server, platform: Platform): void {
  addRoute(server, employerSecondFactorRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const { officerId } = actor
    await platform.limits.consume('staff-second-factor', `employer/${officerId}`)

    const sealed = requireFound(await findOfficerSecret(platform.sql, officerId), 'staff-sign-in-wrong')
    const secret = platform.keyring.decrypt('totp', sealed, `employer-officer/${officerId}`).toString('utf8')
    const step = requireFound(findTotpStep(secret, body.code), 'staff-sign-in-wrong')

    const { idleMinutes, hours } = platform.settings.staffSession
    const { sessionHash, cookieValue } = makeStaffSession()
    const row = await inTransaction(platform, async (transaction) => {
      if (!(await useOfficerStep(transaction, officerId, step))) throw new Refusal('staff-sign-in-wrong')
      if (!(await revokeEmployerSession(transaction, actor.sessionHash))) throw new Refusal('not-signed-in')
      await insertEmployerSession(transaction, { sessionHash, officerId, stage: 'full', minutes: hours * 60 })
      await recordAudit(transaction, {
        actor: { ...actor, stage: 'full', sessionHash },
        action: 'employer-signed-in',
        requestId: request.id,
      })
      return findEmployerSession(transaction, sessionHash, idleMinutes)
    })
    giveStaffCookie(reply, cookieValue)
    rememberDevice(platform.keyring, request, reply, `employer/${officerId}`)
    await platform.limits.forget('staff-second-factor', `employer/${officerId}`)
    return toOfficer(requireFound(row, 'not-signed-in'))
  })
}

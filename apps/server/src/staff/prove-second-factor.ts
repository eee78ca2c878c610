import { staffSecondFactorRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { rememberDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { toStaff } from './get-staff-me.ts'
import { giveStaffCookie, makeStaffSession } from './staff-cookie.ts'
import { findStaffSession, findTotpSecret, insertStaffSession, revokeStaffSession, useTotpStep } from './staff-queries.ts'
import { findTotpStep } from './totp.ts'

/** Second factor: the code of the authenticator, each step once. A new session secret takes the place of the first stage's. */
export function proveSecondFactor(server: Server, platform: Platform): void {
  addRoute(server, staffSecondFactorRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('staff-second-factor', String(actor.staffId))

    const sealed = requireFound(await findTotpSecret(platform.sql, actor.staffId), 'staff-sign-in-wrong')
    const step = requireFound(
      findTotpStep(platform.keyring.decrypt('totp', sealed, `staff/${actor.staffId}`).toString('utf8'), body.code),
      'staff-sign-in-wrong',
    )

    const { idleMinutes, hours } = platform.settings.staffSession
    const { sessionHash, cookieValue } = makeStaffSession()
    const row = await inTransaction(platform, async (transaction) => {
      if (!(await useTotpStep(transaction, actor.staffId, step))) throw new Refusal('staff-sign-in-wrong')
      if (!(await revokeStaffSession(transaction, actor.sessionHash))) throw new Refusal('not-signed-in')
      await insertStaffSession(transaction, { sessionHash, staffId: actor.staffId, stage: 'full', minutes: hours * 60 })
      await recordAudit(transaction, { actor: { ...actor, stage: 'full', sessionHash }, action: 'staff-signed-in', requestId: request.id })
      return findStaffSession(transaction, sessionHash, idleMinutes)
    })
    giveStaffCookie(reply, cookieValue)
    rememberDevice(platform.keyring, request, reply, `staff/${actor.staffId}`)
    await platform.limits.forget('staff-second-factor', String(actor.staffId))
    return toStaff(requireFound(row, 'not-signed-in'))
  })
}

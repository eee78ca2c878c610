import { stepUpByPasswordRoute } from '@an-sinh/contract'
import { findPasswordHash } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { markProved } from './step-up-queries.ts'

/** The password once more; it holds for this session and some minutes. */
export function stepUpByPassword(server: Server, platform: Platform): void {
  addRoute(server, stepUpByPasswordRoute, async ({ body: { password }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    await platform.limits.consume('password-change', String(personId))
    if (!(await verifyPassword(await findPasswordHash(platform.sql, personId), password)))
      throw new Refusal('current-password-wrong', { fields: [{ field: 'password', code: 'current-password-wrong' }] })
    await inTransaction(platform, async (transaction) => {
      await markProved(transaction, actor)
      await recordAudit(transaction, { actor, action: 'stepped-up', personId, requestId: request.id, details: { by: 'password' } })
    })
    return undefined
  })
}

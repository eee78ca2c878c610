import { changePasswordRoute } from '@an-sinh/contract'
import { endOtherSessions, exchangePassword, findAccount, findPasswordHash, requireGoodPassword } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { hashPassword, verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'

const wrong = (): Refusal =>
  new Refusal('current-password-wrong', { fields: [{ field: 'currentPassword', code: 'current-password-wrong' }] })

/** Another password, proved by the one before; every other device has to sign in anew. */
export function changePassword(server: Server, platform: Platform): void {
  addRoute(server, changePasswordRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    await platform.limits.consume('password-change', String(personId))
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    const before = await findPasswordHash(platform.sql, personId)
    if (!(await verifyPassword(before, body.currentPassword)) || before === null) throw wrong()
    requireGoodPassword(body.password, await getPerson(platform.sql, personId), account.phone)

    const after = await hashPassword(body.password)
    await inTransaction(platform, async (transaction) => {
      if (!(await exchangePassword(transaction, personId, before, after))) throw wrong()
      await endOtherSessions(transaction, actor)
      const key = `password-changed/${request.id}/${personId}`
      await tellPerson(platform, transaction, account, { key, content: { event: 'password-set' } })
      await recordAudit(transaction, { actor, action: 'password-changed', personId, requestId: request.id })
    })
    return undefined
  })
}

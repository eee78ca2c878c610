import { answerWardRoute } from '@an-sinh/contract'
import { replaceWard } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { getPerson, rewritePerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { lockRequestsOf } from '../procedures/index.ts'
import { findEndedWard } from '../reference/index.ts'
import { toAdjustableAnswer } from './to-adjustable-answer.ts'

const SOURCE = 'divided ward, answered in own app'

/** "Phường nào bây giờ là của bạn?": one of the wards that the stored one became; house and street stay as they were written. */
export function answerWard(server: Server, platform: Platform): void {
  addRoute(server, answerWardRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    await platform.limits.consume('address-change', String(personId))
    await inTransaction(platform, async (transaction) => {
      await lockRequestsOf(transaction, personId)
      const before = await getPerson(transaction, personId)
      const ended = before.wardCode === null ? null : await findEndedWard(transaction, before.wardCode)
      const chosen = ended?.becomes.find(({ wardCode }) => wardCode === body.wardCode)
      if (ended === null || chosen === undefined)
        throw new Refusal('ward-not-asked', { fields: [{ field: 'ward', code: 'ward-not-asked' }] })
      const address = replaceWard(before.address, { ...chosen, endedName: ended.endedName })
      await rewritePerson(transaction, { personId, kind: 'change', cells: { address, wardCode: chosen.wardCode }, source: SOURCE })
      await tellPerson(platform, transaction, account, {
        key: `address-changed/${request.id}/${personId}`,
        content: { event: 'address-changed' },
      })
      await recordAudit(transaction, { actor, action: 'address-changed', personId, requestId: request.id })
    })
    return toAdjustableAnswer(platform.sql, personId)
  })
}

import { changeAddressRoute } from '@an-sinh/contract'
import { findForbiddenCharacter, normaliseText } from '@an-sinh/domain'
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
import { findWard } from '../reference/index.ts'
import { toAdjustableAnswer } from './to-adjustable-answer.ts'

const SOURCE = 'Form 01, adjust (own app)'

/** Where one is written to is one's own to say: it holds at once, dated, and the address before stays beside it. */
export function changeAddress(server: Server, platform: Platform): void {
  addRoute(server, changeAddressRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    const ward = await findWard(platform.sql, body.wardCode)
    if (ward === null || ward.provinceCode !== body.provinceCode)
      throw new Refusal('address-unknown', { fields: [{ field: 'ward', code: 'address-unknown' }] })
    if (findForbiddenCharacter(body.street) !== null) throw new Refusal('bad-text', { fields: [{ field: 'street', code: 'bad-text' }] })
    const address = [normaliseText(body.street), ward.wardName, ward.provinceName].filter((part) => part !== '').join(', ')
    await platform.limits.consume('address-change', String(personId))
    await inTransaction(platform, async (transaction) => {
      await lockRequestsOf(transaction, personId)
      const before = await getPerson(transaction, personId)
      const key = `address-changed/${body.changeId}/${personId}`
      // Told once for each id: what a phone sends again after a lost answer has had its effect, whatever the address is by now.
      if (!(await tellPerson(platform, transaction, account, { key, content: { event: 'address-changed' } }))) return
      if (before.address === address && before.wardCode === ward.wardCode) throw new Refusal('address-same')
      await rewritePerson(transaction, { personId, kind: 'change', cells: { address, wardCode: ward.wardCode }, source: SOURCE })
      await recordAudit(transaction, { actor, action: 'address-changed', personId, requestId: request.id })
    })
    return toAdjustableAnswer(platform.sql, personId)
  })
}

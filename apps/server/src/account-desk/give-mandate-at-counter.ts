import { giveMandateAtCounterRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, isMandateLastDay } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import type { PersonRow } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { insertRepresentation, tellMandateChange } from '../representations/index.ts'
import { readToday } from './account-desk-queries.ts'
import { recordAct } from './record-act.ts'
import { requireAccount, requirePerson, requireReason } from './require-account.ts'
import { showDesk } from './show-desk.ts'

/** Who gives it and has no account hears of it by the phone that the register knows. */
const tellWithoutAccount = async (platform: Platform, transaction: Transaction, person: PersonRow, key: string): Promise<void> => {
  const { phoneOnFile: phone, personId } = person
  if (phone === null) return
  const content = { event: 'mandate-changed', change: 'accepted', side: 'giver' } as const
  await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/on-file`, content, to: { phone }, personId })
}

/** A mandate signed on paper takes the place of offer and answer in the app: who gives it may have no account, who looks has one. */
export function giveMandateAtCounter(server: Server, platform: Platform): void {
  addRoute(server, giveMandateAtCounterRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    requireReason(actor, body)
    if (!body.paperSeen) throw new Refusal('paper-not-seen', { fields: [{ field: 'paperSeen', code: 'paper-not-seen' }] })
    const giver = await requirePerson(platform, actor, body.number)
    const reader = await requireAccount(platform, actor, body.readerNumber)
    const [subjectId, readerId] = [giver.person.personId, reader.person.personId]
    if (subjectId === readerId) throw new Refusal('mandate-to-oneself')
    if (giver.person.diedOn !== null || giver.person.mergedIntoPersonId !== null) throw new Refusal('person-not-eligible')
    if (!ACCOUNT_STATES[reader.account.state].maySignIn) throw new Refusal('account-closed')
    if (!isMandateLastDay(body.lastOn, await readToday(platform.sql)))
      throw new Refusal('mandate-day-wrong', { fields: [{ field: 'lastOn', code: 'mandate-day-wrong' }] })
    const { actId: representationId, areas, lastOn } = body
    await inTransaction(platform, async (transaction) => {
      const act = { actor, personId: subjectId, kind: 'mandate-given', order: body, action: 'mandate-at-counter', request } as const
      if (!(await recordAct(transaction, act))) return
      const source = `counter/${actor.officeId}/${actor.staffId}`
      const one = {
        personId: readerId,
        representationId,
        subjectPersonId: subjectId,
        kind: 'mandate',
        relation: null,
        areas,
        lastOn,
        source,
      } as const
      await insertRepresentation(transaction, one)
      const details = { actId: representationId, paperSeen: true }
      await recordAudit(transaction, { actor, action: 'mandate-at-counter', personId: readerId, requestId: request.id, details })
      const key = `account-desk/${representationId}`
      await tellMandateChange(platform, transaction, { key, readerId, subjectId, change: 'accepted' })
      if (giver.account === null) await tellWithoutAccount(platform, transaction, giver.person, key)
    })
    return showDesk(platform, actor, giver.person, null)
  })
}

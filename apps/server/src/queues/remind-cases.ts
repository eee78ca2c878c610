import { remindCasesRoute } from '@an-sinh/contract'
import { daysBetween } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday } from '../registrations/index.ts'
import { doEach } from './do-each.ts'
import { wasRemindedToday } from './queue-queries.ts'

/** The key is the planned reminder's: by hand and by plan it is one a day. */
const remindOne = async (platform: Platform, actor: StaffActor, registrationId: string, requestId: string): Promise<string> =>
  inTransaction(platform, async (transaction) => {
    const row = await requireOwnCase(transaction, actor, registrationId, 'for-update')
    const todayOn = await readToday(transaction)
    const { dueOn, fileNumber } = row
    if (row.state !== 'awaiting-visit' || dueOn === null || dueOn < todayOn) throw new Refusal('nothing-to-remind')
    if (await wasRemindedToday(transaction, platform.keyring.hmac('phone', row.provedPhone))) throw new Refusal('already-reminded')
    const content = { event: 'reminder', fileNumber, dueOn, daysLeft: daysBetween(todayOn, dueOn) } as const
    const key = `reminder/${registrationId}/${dueOn}/${todayOn}`
    await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/sms`, content, to: { phone: row.provedPhone }, registrationId })
    if (row.email !== null)
      await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/email`, content, to: { email: row.email }, registrationId })
    await recordAudit(transaction, { actor, action: 'applicant-reminded', registrationId, requestId })
    return fileNumber
  })

export function remindCases(server: Server, platform: Platform): void {
  addRoute(server, remindCasesRoute, ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    return doEach(request, body.registrationIds, String, (registrationId) => remindOne(platform, actor, registrationId, request.id))
  })
}

import { receiveCaseRoute } from '@an-sinh/contract'
import { requireNotLocked, requireOwnCase, timingOf } from '../decisions/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { moveRegistration, readToday } from '../registrations/index.ts'
import { showCase } from './show-case.ts'

/**
 * The paper is in the clerk's hand: received. From here the clock stands still and reminders find nothing to say; the applicant is told.
 * @throws Refusal `case-expired` after the grace, `case-locked`, `version-conflict`, `move-not-allowed`, `case-elsewhere`, `not-found`
 */
async function receivePaper(
  platform: Platform,
  actor: StaffActor,
  { registrationId, version }: { registrationId: string; version: number },
  requestId: string,
): Promise<void> {
  await inTransaction(platform, async (transaction) => {
    const row = await requireOwnCase(transaction, actor, registrationId, 'for-update')
    await requireNotLocked(transaction, actor, registrationId)
    const isExpired =
      row.state === 'expired' || (row.state === 'awaiting-visit' && timingOf(row, await readToday(transaction)) === 'expired')
    if (isExpired) throw new Refusal('case-expired')
    await moveRegistration(platform, transaction, {
      registrationId,
      move: 'receive',
      actor,
      expectedVersion: version,
      set: { receivedAt: 'now' },
      requestId,
    })
    const message = { content: { event: 'received', fileNumber: row.fileNumber }, registrationId } as const
    await enqueueMessage(platform, transaction, {
      ...message,
      idempotencyKey: `received/${registrationId}/${version}/sms`,
      to: { phone: row.provedPhone },
    })
    if (row.email !== null)
      await enqueueMessage(platform, transaction, {
        ...message,
        idempotencyKey: `received/${registrationId}/${version}/email`,
        to: { email: row.email },
      })
  })
}

export function receiveCase(server: Server, platform: Platform): void {
  addRoute(server, receiveCaseRoute, async ({ params, body, request }) => {
    await receivePaper(platform, requireActor(request, 'staff'), { ...params, version: body.version }, request.id)
    return showCase(platform, request, params.registrationId)
  })
}

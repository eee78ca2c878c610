import { disavowDeviceRoute } from '@an-sinh/contract'
import { deleteTickets, endOtherSessions, endSession, findAccount, voidPassword } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { cancelOpenChanges } from '../contacts/index.ts'
import { tellPerson } from '../notices/index.ts'
import { deletePasskeys } from '../passkeys/index.ts'
import { type CitizenActor, requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'

/** What higher features take back of what may have been asked for from that device. */
export type OnDisavowed = (transaction: Transaction, actor: CitizenActor, requestId: string) => Promise<void>

/**
 * "Không phải tôi": whoever signed in there knows the password, so it is void, every other device is out, no other phone or address comes
 * in, and a stop that waits is taken back. Should a thief press it, the
 * owner loses nothing: the way back leads over the phone on file.
 */
export function disavowDevice(server: Server, platform: Platform, onDisavowed: OnDisavowed): void {
  addRoute(server, disavowDeviceRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    await inTransaction(platform, async (transaction) => {
      if (!(await endSession(transaction, personId, params.sessionId))) throw new Refusal('not-found')
      await endOtherSessions(transaction, actor)
      await voidPassword(transaction, personId)
      await deleteTickets(transaction, personId)
      await deletePasskeys(transaction, personId)
      await cancelOpenChanges(transaction, { personId })
      await onDisavowed(transaction, actor, request.id)
      const key = `device-disavowed/${params.sessionId}`
      await tellPerson(platform, transaction, account, { key, content: { event: 'device-disavowed' } })
      await recordAudit(transaction, { actor, action: 'device-disavowed', personId, requestId: request.id })
    })
    return undefined
  })
}

import { withdrawDependantRequestRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { eraseDocuments } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findDependantRequest, insertDependantMove, lockDependantRequests } from './dependant-queries.ts'
import { closePlace, rememberCertificateErased } from './dependant-queue-queries.ts'
import { toDependantAnswer } from './to-dependant-answer.ts'

/** Taken back before a decision; nobody needs the photo then. */
export function withdrawDependantRequest(server: Server, platform: Platform): void {
  addRoute(server, withdrawDependantRequestRoute, async ({ params: { requestId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const removeFiles = await inTransaction(platform, async (transaction) => {
      await lockDependantRequests(transaction, personId)
      const row = requireFound(await findDependantRequest(transaction, personId, requestId), 'not-found')
      if (row.state === 'withdrawn') return null
      if (row.state !== 'sent' && row.state !== 'awaiting-photo') throw new Refusal('dependant-closed')
      await insertDependantMove(transaction, row, { state: 'withdrawn' })
      await closePlace(transaction, requestId)
      await rememberCertificateErased(transaction, requestId)
      await recordAudit(transaction, {
        actor,
        action: 'dependant-withdrawn',
        personId,
        requestId: request.id,
        details: { dependantRequestId: requestId },
      })
      return (await eraseDocuments(platform, transaction, { registrationId: requestId })).removeFiles
    })
    await removeFiles?.()
    return toDependantAnswer(requireFound(await findDependantRequest(platform.sql, personId, requestId), 'not-found'))
  })
}

import { finishCertificateRoute, sendCertificatePieceRoute, startCertificateRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { appendPiece, finishUpload, startUpload } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { type DependantRequestRow, findDependantRequest, insertDependantMove, lockDependantRequests } from './dependant-queries.ts'
import { insertPlace } from './dependant-queue-queries.ts'
import { toDependantAnswer } from './to-dependant-answer.ts'

/** One's own request that still waits for its photo. @throws Refusal `not-found`, `dependant-closed` */
async function requireAwaitingPhoto(sql: Queryable, personId: number, requestId: string): Promise<DependantRequestRow> {
  const row = requireFound(await findDependantRequest(sql, personId, requestId), 'not-found')
  if (row.state !== 'awaiting-photo') throw new Refusal('dependant-closed')
  return row
}

const NO_HINTS = { faults: [], tries: 0 }

/** The photo of the birth certificate on its way, as photos of a registration come: announced, then in pieces. */
export function sendCertificate(server: Server, platform: Platform): void {
  addRoute(server, startCertificateRoute, async ({ params: { requestId }, body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    await requireAwaitingPhoto(platform.sql, personId, requestId)
    await platform.limits.consume('photo-start', requestId)
    return startUpload(platform.sql, { registrationId: requestId, kind: 'birth-certificate', hints: NO_HINTS, ...body })
  })
  addRoute(server, sendCertificatePieceRoute, async ({ params: { requestId, uploadId }, request }) => {
    const { personId } = requireActor(request, 'citizen')
    await requireAwaitingPhoto(platform.sql, personId, requestId)
    const { offset } = await appendPiece(platform, { registrationId: requestId, uploadId, ...readPiece(request) })
    return { offset }
  })
}

/** The photo is whole: in the same transaction the request is sent and waits at the office. Repeating answers the same. */
export function finishCertificate(server: Server, platform: Platform): void {
  addRoute(server, finishCertificateRoute, async ({ params: { requestId, uploadId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    requireFound(await findDependantRequest(platform.sql, personId, requestId), 'not-found')
    await finishUpload(platform, { registrationId: requestId, uploadId }, async (transaction, { documentId }) => {
      await lockDependantRequests(transaction, personId)
      const row = await requireAwaitingPhoto(transaction, personId, requestId)
      await insertDependantMove(transaction, row, { state: 'sent' })
      await insertPlace(transaction, row)
      await recordAudit(transaction, {
        actor,
        action: 'dependant-sent',
        personId,
        requestId: request.id,
        details: { dependantRequestId: requestId, documentId },
      })
    })
    return toDependantAnswer(requireFound(await findDependantRequest(platform.sql, personId, requestId), 'not-found'))
  })
}

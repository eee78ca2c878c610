import {
  finishTicketPhotoRoute,
  getReportPhotoRoute,
  getTicketPhotoRoute,
  sendTicketPhotoPieceRoute,
  startTicketPhotoRoute,
} from '@an-sinh/contract'
import type { TicketPhotoKind } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { appendPiece, finishUpload, listDocuments, readDocument, startUpload } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findReport, openView } from '../problem-reports/index.ts'
import { findTicket, openPhotoFolder } from './ticket-queries.ts'

/** Photos come while the ticket waits for its answer. @throws Refusal `not-found`, `report-answered` */
async function requireOpen(sql: Queryable, personId: number, reportId: string): Promise<void> {
  const row = requireFound(await findTicket(sql, personId, reportId), 'not-found')
  if (row.state !== 'open') throw new Refusal('report-answered')
}

async function readPhoto(platform: Platform, reportId: string, kind: TicketPhotoKind): Promise<{ documentId: string; bytes: Buffer }> {
  const photos = await listDocuments(platform, platform.sql, reportId)
  const { documentId } = requireFound(
    photos.find((one) => one.kind === kind),
    'not-found',
  )
  return { documentId, bytes: await readDocument(platform, documentId) }
}

function sendPhotos(server: Server, platform: Platform): void {
  addRoute(server, startTicketPhotoRoute, async ({ params: { reportId }, body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    await requireOpen(platform.sql, personId, reportId)
    await platform.limits.consume('photo-start', `person/${personId}`)
    if (!(await openPhotoFolder(platform.sql, reportId))) throw new Refusal('not-found')
    return startUpload(platform.sql, { registrationId: reportId, ...body, hints: { faults: [], tries: 1 } })
  })
  addRoute(server, sendTicketPhotoPieceRoute, async ({ params: { reportId, uploadId }, request }) => {
    await requireOpen(platform.sql, requireActor(request, 'citizen').personId, reportId)
    const { offset } = await appendPiece(platform, { registrationId: reportId, uploadId, ...readPiece(request) })
    return { offset }
  })
  addRoute(server, finishTicketPhotoRoute, async ({ params: { reportId, uploadId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    await requireOpen(platform.sql, personId, reportId)
    const { kind } = await finishUpload(
      platform,
      { registrationId: reportId, uploadId },
      async (transaction, { documentId, kind: stored }) => {
        await requireOpen(transaction, personId, reportId)
        const details = { documentId, kind: stored, reportId }
        await recordAudit(transaction, { actor, action: 'ticket-photo-stored', personId, requestId: request.id, details })
      },
    )
    if (kind !== 'attachment-1' && kind !== 'attachment-2' && kind !== 'attachment-3') throw new Error(`${kind} lies with a ticket`)
    return { kind }
  })
}

/** Up to three photos of a ticket, through the same pipeline as every photo. Of the staff only who took the ticket on sees them. */
export function ticketPhotos(server: Server, platform: Platform): void {
  sendPhotos(server, platform)
  addRoute(server, getTicketPhotoRoute, async ({ params: { reportId, kind }, request, reply }) => {
    requireFound(await findTicket(platform.sql, requireActor(request, 'citizen').personId, reportId), 'not-found')
    return reply.type('image/jpeg').send((await readPhoto(platform, reportId, kind)).bytes)
  })
  addRoute(server, getReportPhotoRoute, async ({ params: { reportId, kind }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const report = requireFound(await findReport(platform.sql, reportId, await openView(platform.sql, actor)), 'not-found')
    if (report.assigneeId !== actor.staffId) throw new Refusal('report-not-yours')
    if (report.state !== 'open') await platform.limits.consume('staff-photo-view', String(actor.staffId))
    const { documentId, bytes } = await readPhoto(platform, reportId, kind)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'photo-read',
        personId: report.askerId,
        requestId: request.id,
        details: { kind, documentId, fileNumber: report.reportNumber },
      }),
    )
    return reply.type('image/jpeg').header('cache-control', 'no-store').send(bytes)
  })
}

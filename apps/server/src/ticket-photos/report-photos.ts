import { getReportPhotoRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findReport, openView } from '../problem-reports/index.ts'
import { readPhoto } from './keep-photo.ts'

/** Of the staff only who took the ticket on sees its photos; every look is written down. */
export function reportPhotos(server: Server, platform: Platform): void {
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

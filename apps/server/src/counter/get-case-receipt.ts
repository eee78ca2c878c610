import { getCaseReceiptRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { paperReceivedAt, requireOwnCase, writeReceipt } from '../decisions/index.ts'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStandingOffice } from '../reference/index.ts'

/** On paper for whoever wants it; only when the form was received. */
export function getCaseReceipt(server: Server, platform: Platform): void {
  addRoute(server, getCaseReceiptRoute, async ({ params, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const row = await requireOwnCase(platform.sql, actor, params.registrationId)
    const receivedAt = requireFound(paperReceivedAt(row), 'move-not-allowed')
    const office = requireFound(await findStandingOffice(platform.sql, row.officeId), 'not-found')
    const pdf = await renderPdf('receipt', await writeReceipt(platform, { row, office, actor, receivedAt }))
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'receipt-printed',
        registrationId: row.registrationId,
        personId: row.personId,
        requestId: request.id,
      }),
    )
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="giay-tiep-nhan.pdf"')
      .send(pdf)
  })
}

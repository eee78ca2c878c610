import { exportAuditRoute } from '@an-sinh/contract'
import { addDays, civilDateIn, isCivilDate } from '@an-sinh/domain'
import { listExportRows, recordAudit, writeExport } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesInView, requireFreshFactor } from '../staff/index.ts'
import { writeTable } from './write-table.ts'

const MOST_LINES = 50_000
const MOST_DAYS = 92

const requireDays = (fromOn: string, toOn: string): void => {
  const today = civilDateIn(Date.now())
  const right = isCivilDate(fromOn) && isCivilDate(toOn) && fromOn <= toOn && toOn <= today && toOn <= addDays(fromOn, MOST_DAYS)
  if (!right) throw new Refusal('audit-days-wrong', { fields: [{ field: 'fromOn', code: 'audit-days-wrong' }] })
}

/** For an inspection: who of the own offices looked at and changed what. The export is itself a line. */
export function exportAudit(server: Server, platform: Platform): void {
  addRoute(server, exportAuditRoute, async ({ body: { fromOn, toOn, officeId, format, code }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    requireDays(fromOn, toOn)
    const reach = await listOfficesInView(platform.sql, actor)
    if (officeId !== null && !reach.includes(officeId)) throw new Refusal('post-out-of-reach')
    const officeIds = officeId === null ? reach : [officeId]
    await requireFreshFactor(platform, actor, code)
    await platform.limits.consume('audit-export', String(actor.staffId))
    const rows = await listExportRows(platform.sql, { officeIds, fromOn, toOn, limit: MOST_LINES + 1 })
    if (rows.length > MOST_LINES) throw new Refusal('audit-export-large')
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'staff-audit-exported',
        requestId: request.id,
        details: { fromOn, toOn, officeId, format, lines: rows.length },
      }),
    )
    return reply
      .type('application/octet-stream')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="nhat-ky-${fromOn}-${toOn}.${format}"`)
      .send(format === 'csv' ? writeTable(rows) : Buffer.from(writeExport(platform.keyring, { fromOn, toOn, officeIds }, rows)))
  })
}

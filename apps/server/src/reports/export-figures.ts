import { exportFiguresRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { makeFigures } from './make-figures.ts'
import { writeCsv, writeXlsx } from './write-figures.ts'

const MEDIA = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

export function exportFigures(server: Server, platform: Platform): void {
  addRoute(server, exportFiguresRoute, async ({ params, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const { format } = params
    const figures = await makeFigures(platform.sql, actor)
    const file = format === 'csv' ? writeCsv(figures) : await writeXlsx(figures)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, { actor, action: 'figures-exported', requestId: request.id, details: { format, officeId: actor.officeId } }),
    )
    return reply
      .type(MEDIA[format])
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="so-lieu-${figures.todayOn}.${format}"`)
      .send(file)
  })
}

import { listDataExportsRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listPaperCodes } from '../statements/index.ts'
import { listExportRows } from './export-queries.ts'
import { keepOfExports, toExportAnswer } from './to-export-answer.ts'

export function listDataExports(server: Server, platform: Platform): void {
  addRoute(server, listDataExportsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const codes = await listPaperCodes(platform, personId, 'data-export')
    const rows = await listExportRows(platform.sql, personId, keepOfExports())
    return { exports: rows.map((row) => toExportAnswer(row, codes.get(row.exportId))) }
  })
}

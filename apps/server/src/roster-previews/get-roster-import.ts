import { getRosterImportRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getOwnBatch, toRosterImport } from './roster-answer.ts'

export function getRosterImport(server: Server, platform: Platform): void {
  addRoute(server, getRosterImportRoute, async ({ params: { importId }, request }) =>
    toRosterImport(platform.sql, await getOwnBatch(platform.sql, request, importId)),
  )
}

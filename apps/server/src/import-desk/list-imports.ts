import { listImportsRoute } from '@an-sinh/contract'
import { listBatches } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { toImportAnswer } from './to-import-answer.ts'

const MOST = 100

/** The latest imports, whoever sent them. */
export function listImports(server: Server, platform: Platform): void {
  addRoute(server, listImportsRoute, async () => ({ imports: (await listBatches(platform.sql, MOST)).map(toImportAnswer) }))
}

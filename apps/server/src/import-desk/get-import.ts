import { getImportRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getBatch, toImportAnswer } from './to-import-answer.ts'

/** One import: how far it is, and its groups. */
export function getImport(server: Server, platform: Platform): void {
  addRoute(server, getImportRoute, async ({ params: { importId } }) => toImportAnswer(await getBatch(platform.sql, importId)))
}

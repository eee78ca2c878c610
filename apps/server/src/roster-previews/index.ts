import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { confirmRosterImport } from './confirm-roster-import.ts'
import { discardRosterImport } from './discard-roster-import.ts'
import { getRosterErrorFile } from './get-roster-error-file.ts'
import { getRosterImport } from './get-roster-import.ts'
import { listRosterExamples } from './list-roster-examples.ts'
import { listRosterFaults } from './list-roster-faults.ts'
import { listRosterImports } from './list-roster-imports.ts'
import { listRosterMissing } from './list-roster-missing.ts'
import { undoRosterImport } from './undo-roster-import.ts'

export { getOwnBatch, toRosterImport } from './roster-answer.ts'

/** What an employer's file would do, told before it does, and what came of it. */
export function registerRosterPreviews(server: Server, platform: Platform): void {
  listRosterImports(server, platform)
  getRosterImport(server, platform)
  listRosterExamples(server, platform)
  listRosterMissing(server, platform)
  listRosterFaults(server, platform)
  getRosterErrorFile(server, platform)
  confirmRosterImport(server, platform)
  discardRosterImport(server, platform)
  undoRosterImport(server, platform)
}

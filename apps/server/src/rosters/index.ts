import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { addRosterLine } from './add-roster-line.ts'
import { changeRosterLine } from './change-roster-line.ts'
import { endRosterLine } from './end-roster-line.ts'
import { listRoster } from './list-roster.ts'
import { undoRosterChange } from './undo-roster-change.ts'

export {
  countRosterBatch,
  decideRosterBatch,
  listGroupRows,
  listHeadings,
  listMissing,
  listUnsaidRows,
  rememberHeadings,
} from './roster-batch-queries.ts'
export { LINE_COLUMNS } from './line-columns-queries.ts'
export { rosterImport } from './roster-import.ts'
export { findRosterSubject } from './roster-line-queries.ts'
export { startRosterBatch } from './start-roster-batch.ts'

/** The people of an employer as it lists them, line by line. */
export function registerRosters(server: Server, platform: Platform): void {
  listRoster(server, platform)
  addRosterLine(server, platform)
  changeRosterLine(server, platform)
  endRosterLine(server, platform)
  undoRosterChange(server, platform)
}

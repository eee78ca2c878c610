import type { ImportKinds } from '../imports/index.ts'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { confirmImport } from './confirm-import.ts'
import { discardImport } from './discard-import.ts'
import { finishImport } from './finish-import.ts'
import { getImportErrorFile } from './get-import-error-file.ts'
import { getImportTemplate } from './get-import-template.ts'
import { getImport } from './get-import.ts'
import { listImportExamples } from './list-import-examples.ts'
import { listImportFaults } from './list-import-faults.ts'
import { listImportKinds } from './list-import-kinds.ts'
import { listImports } from './list-imports.ts'
import { sendImportPiece } from './send-import-piece.ts'
import { startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

export function registerImports(server: Server, platform: Platform, kinds: ImportKinds): void {
  listImportKinds(server, kinds)
  getImportTemplate(server, kinds)
  startImport(server, platform, kinds)
  sendImportPiece(server, platform)
  finishImport(server, platform)
  listImports(server, platform)
  getImport(server, platform)
  listImportExamples(server, platform)
  listImportFaults(server, platform)
  getImportErrorFile(server, platform, kinds)
  confirmImport(server, platform)
  discardImport(server, platform)
  undoImport(server, platform, kinds)
}

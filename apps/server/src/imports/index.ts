export type { BatchRow } from './import-batch-queries.ts'
export { importFromPath } from './import-from-path.ts'
export { runImportCommand } from './run-import-command.ts'
export type { ImportKinds } from './process-import.ts'

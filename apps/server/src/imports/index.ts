export { eraseBatchFile, eraseImports } from './erase-imports.ts'
export {
  type BatchRow,
  findBatch,
  type FileFormat,
  type GroupCounts,
  insertDecision,
  listBatches,
  moveBatch,
  rereadBatch,
} from './import-batch-queries.ts'
export { importFromPath, type PathImport } from './import-from-path.ts'
export { deleteStaged, type ExampleRow, type FaultRow, hasStaged, listExamples, listFaults, stageDecided } from './import-row-queries.ts'
export { type ImportKinds, processImport } from './process-import.ts'
export { readFileHead } from './read-batch.ts'
export { type AnnouncedFile, settleUpload, startBatch } from './start-batch.ts'
export { startImportJobs } from './start-import-jobs.ts'
export { startUndo } from './undo-batch.ts'
export { type ErrorFileOptions, makeErrorFile } from './make-error-file.ts'

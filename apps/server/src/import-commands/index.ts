export { listImportsCommand } from './list-imports-command.ts'
export { runImportCommand } from './run-import-command.ts'
export { undoImportCommand } from './undo-import-command.ts'

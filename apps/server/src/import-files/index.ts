export { makeRowChecker } from './check-row.ts'
export { FileRefused } from './file-refused.ts'
export type { FileRow, FileRows } from './file-row.ts'
export {
  appendFilePiece,
  findFileOffset,
  makeFileKey,
  MOST_PIECE_BYTES,
  openFileKey,
  readPieces,
  removeFile,
  writePiece,
} from './import-file-store.ts'
export { type CountHeadings, readCsv } from './read-csv.ts'
export { readXlsx } from './read-xlsx.ts'
export { SeenRows } from './seen-rows.ts'
export { csvCell, type RowRemark, writeErrorCsv, writeErrorXlsx, writeTemplateXlsx } from './write-error-file.ts'

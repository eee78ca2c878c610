export { FileRefused } from './file-refused.ts'
export type { FileRow, FileRows } from './file-row.ts'
export { findFileOffset, makeFileKey, MOST_PIECE_BYTES, openFileKey, readPieces, writePiece } from './import-file-store.ts'
export { type CountHeadings, readCsv } from './read-csv.ts'

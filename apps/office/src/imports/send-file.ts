import type { ImportAnswer } from '@an-sinh/contract'
import { type FileFormat, finishImport, sendPiece, startImport } from './import-requests.ts'

/** One request's worth: the server takes no more at once. */
const PIECE_BYTES = 1_000_000

export type FileOrder = { readonly kind: string; readonly file: File; readonly format: FileFormat; readonly source: string }

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The format a file says it has by its name; null for what no kind takes. */
export const formatOf = (fileName: string): FileFormat | null => {
  const extension = /\.(csv|txt|xlsx|xml)$/iu.exec(fileName)?.[1]?.toLowerCase()
  if (extension === undefined) return null
  return extension === 'txt' ? 'csv' : (extension as FileFormat)
}

/**
 * Sends a file in pieces, going on where an earlier try stopped; the same file leads to the import it already has. `onSent` is told the
 * share that is there, 0 to 1.
 */
export async function sendFile({ kind, file, format, source }: FileOrder, onSent: (share: number) => void): Promise<ImportAnswer> {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const started = await startImport({ kind, fileName: file.name.slice(-200), fileFormat: format, sizeBytes: file.size, sha256, source })
  if (started.import.state !== 'uploading') return started.import
  const { importId } = started.import
  for (let offset = started.offset; offset < file.size;) {
    onSent(offset / file.size)
    offset = await sendPiece(importId, offset, file.slice(offset, offset + PIECE_BYTES))
  }
  onSent(1)
  return finishImport(importId)
}

import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { type DocumentChoice, eraseKeys, listNeededFiles } from './document-queries.ts'
import { listOldFiles, removeDocumentFiles } from './document-store.ts'
import { deleteAbandonedUploads, deleteUploadsOf } from './upload-queries.ts'

/** A file whose transaction is still under way is younger than this. */
const SETTLED_MS = 3_600_000
const ABANDONED_DAYS = 7

/**
 * Erases photos: in the caller's transaction their keys (and what was read off them), and after its commit, by calling the answer, the bytes.
 * A crash in between leaves bytes that nobody can read, until the nightly sweep.
 */
export async function eraseDocuments(
  platform: Platform,
  transaction: Transaction,
  choice: DocumentChoice,
): Promise<{ count: number; removeFiles: () => Promise<void> }> {
  const storageKeys = await eraseKeys(transaction, choice)
  if (choice.kinds === undefined) await deleteUploadsOf(transaction, choice.registrationId)
  return { count: storageKeys.length, removeFiles: () => removeDocumentFiles(platform, storageKeys) }
}

/** Removes files that no document needs (a crash left them) and uploads that nobody went on with. */
export async function sweepDocuments(platform: Platform, settledMs: number = SETTLED_MS): Promise<{ files: number; uploads: number }> {
  let files = 0
  for await (const names of listOldFiles(platform, settledMs)) {
    const needed = new Set(await listNeededFiles(platform.sql, names))
    const lost = names.filter((name) => !needed.has(name))
    await removeDocumentFiles(platform, lost)
    files += lost.length
  }
  return { files, uploads: await deleteAbandonedUploads(platform.sql, ABANDONED_DAYS) }
}

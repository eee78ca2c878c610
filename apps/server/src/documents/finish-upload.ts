import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { PHOTO_RULE } from '@an-sinh/domain'
import { sealBytes } from '../platform/keyring.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { eraseKeys, findDocument, insertDocument, insertPhotoPrint, type NewDocument } from './document-queries.ts'
import { removeDocumentFiles, writeDocumentFile } from './document-store.ts'
import { processPhotoInThread } from './document-threads.ts'
import { keyContextOf, sealPrint, type StoredDocument, toStoredDocument } from './stored-document.ts'
import type { ProcessedPhoto } from './process-photo.ts'
import { completeUpload, deleteUpload, findUpload, listPieces, type UploadRow } from './upload-queries.ts'

const KEY_BYTES = 32

const assemble = async (platform: Platform, upload: UploadRow): Promise<Buffer> => {
  const pieces = await listPieces(platform.sql, upload.uploadId)
  return Buffer.concat(
    pieces.map(({ offset, ciphertext }) => platform.keyring.decrypt('document', ciphertext, `piece/${upload.uploadId}/${offset}`)),
  )
}

/** Each file has a key of its own, wrapped by the master key: erasing the wrapped key erases every copy. */
const seal = async (platform: Platform, upload: UploadRow, sent: Buffer, photo: ProcessedPhoto): Promise<NewDocument> => {
  const documentId = randomUUID()
  const key = randomBytes(KEY_BYTES)
  const { widthPx, heightPx, face, blurred, sharpness } = photo
  const { faults, tries } = upload.hints
  return {
    documentId,
    registrationId: upload.registrationId,
    kind: upload.kind,
    sizeBytes: photo.jpeg.length,
    widthPx,
    heightPx,
    contentHmac: platform.keyring.hmac('content', sent),
    storageKey: await writeDocumentFile(platform, sealBytes(key, photo.jpeg, documentId)),
    wrappedKey: platform.keyring.encrypt('document', key, keyContextOf(documentId)),
    sealedFacts: photo.idCard === null ? null : sealBytes(key, JSON.stringify(photo.idCard), `facts/${documentId}`),
    print: photo.print,
    hints: {
      faults,
      tries,
      face,
      blurred,
      sharpness: Math.round(sharpness * 100) / 100,
      small: Math.max(widthPx, heightPx) < PHOTO_RULE.minEdgePx,
    },
  }
}

/** What the caller does in the same transaction: may the photo still be changed, and the audit line. */
export type OnPhotoStored = (transaction: Transaction, photo: { documentId: string; kind: string }) => Promise<void>

const store = async (
  platform: Platform,
  uploadId: string,
  document: NewDocument,
  onStored: OnPhotoStored,
): Promise<{ stored: boolean; replaced: string[] }> =>
  inTransaction(platform, async (transaction) => {
    const { documentId, registrationId, kind, print } = document
    await onStored(transaction, { documentId, kind })
    if (!(await completeUpload(transaction, uploadId, documentId))) return { stored: false, replaced: [] }
    const replaced = await eraseKeys(transaction, { registrationId, kinds: [kind], except: documentId })
    await insertDocument(transaction, document)
    if (print !== null && (kind === 'portrait' || kind === 'id-front'))
      await insertPhotoPrint(transaction, { documentId, registrationId, kind }, sealPrint(platform, documentId, print))
    return { stored: true, replaced }
  })

const requireWhole = async (platform: Platform, upload: UploadRow): Promise<Buffer> => {
  if (upload.receivedBytes !== upload.sizeBytes) throw new Refusal('upload-offset')
  const sent = await assemble(platform, upload)
  if (createHash('sha256').update(sent).digest().equals(upload.sha256)) return sent
  await deleteUpload(platform.sql, upload.uploadId)
  throw new Refusal('upload-hash')
}

/**
 * All pieces are there: checks the hash, decodes and writes the picture anew in a thread, encrypts and stores it, and erases the photo it
 * replaces. Repeating, also at the same time, answers the same. A file that is refused is forgotten at once.
 * @throws Refusal `upload-offset`, `upload-hash`, `photo-…`, `overloaded`, `unavailable`, `not-found`, and what `onStored` refuses
 */
export async function finishUpload(
  platform: Platform,
  { registrationId, uploadId }: { registrationId: string; uploadId: string },
  onStored: OnPhotoStored,
): Promise<StoredDocument> {
  const upload = await findUpload(platform.sql, uploadId)
  if (upload === null || upload.registrationId !== registrationId) throw new Refusal('not-found')
  if (upload.documentId !== null) return answerStored(platform, upload.documentId)
  const sent = await requireWhole(platform, upload)
  const photo = await processPhotoInThread({ bytes: sent, kind: upload.kind, deviceFace: upload.hints.face ?? null })
  if (!photo.ok) {
    await deleteUpload(platform.sql, uploadId)
    throw new Refusal(photo.code)
  }
  const document = await seal(platform, upload, sent, photo)
  try {
    const { stored, replaced } = await store(platform, uploadId, document, onStored)
    if (!stored) await removeDocumentFiles(platform, [document.storageKey])
    await removeDocumentFiles(platform, replaced)
  } catch (error) {
    // Only a refusal says for certain that nothing was committed; after a broken connection the nightly sweep decides.
    if (error instanceof Refusal) await removeDocumentFiles(platform, [document.storageKey])
    throw error
  }
  const finished = await findUpload(platform.sql, uploadId)
  return answerStored(platform, finished?.documentId ?? document.documentId)
}

const answerStored = async (platform: Platform, documentId: string): Promise<StoredDocument> => {
  const row = await findDocument(platform.sql, documentId)
  if (row === null) throw new Refusal('not-found')
  return toStoredDocument(platform, row)
}

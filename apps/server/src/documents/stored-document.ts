import type { Photo } from '@an-sinh/contract'
import type { IdCard, KeptPictureKind, PhotoPrint } from '@an-sinh/domain'
import { openBytes } from '../platform/keyring.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import type { FaceHint } from './detect-faces.ts'
import { type DocumentRow, findDocument, listStandingDocuments } from './document-queries.ts'
import { readDocumentFile } from './document-store.ts'

/** A photo that is kept, with what device and server saw in it. Hints only. */
export type StoredDocument = {
  documentId: string
  registrationId: string | null
  kind: KeptPictureKind
  sizeBytes: number
  widthPx: number
  heightPx: number
  receivedAt: Date
  face: FaceHint
  blurred: boolean
  /** Faults the device told and the applicant left as they were after `tries` tries. */
  faults: string[]
  tries: number
  small: boolean
  /** The card's QR as typed data, on photos of an id. */
  idCard: IdCard | null
  /** How many other registrations hold the very same picture. */
  sameElsewhere: number
}

export const keyContextOf = (documentId: string): string => `key/${documentId}`

const printContextOf = (documentId: string): string => `print/${documentId}`

/** A print as it is stored: bits to look by, cells for nobody but the one who compares. */
export const sealPrint = (platform: Platform, documentId: string, { bits, cells }: PhotoPrint): { bits: string; sealedCells: Buffer } => ({
  bits,
  sealedCells: platform.keyring.encrypt('document', cells, printContextOf(documentId)),
})

/** The cells of a stored print. */
export const openPrintCells = (platform: Platform, documentId: string, sealedCells: Buffer): Uint8Array =>
  platform.keyring.decrypt('document', sealedCells, printContextOf(documentId))

const openKey = (platform: Platform, row: DocumentRow): Buffer =>
  platform.keyring.decrypt('document', row.wrappedKey, keyContextOf(row.documentId))

const isIdCard = (value: unknown): value is IdCard =>
  typeof value === 'object' && value !== null && 'nationalId' in value && 'fullName' in value

const openFacts = (platform: Platform, row: DocumentRow): IdCard | null => {
  if (row.sealedFacts === null) return null
  const facts: unknown = JSON.parse(openBytes(openKey(platform, row), row.sealedFacts, `facts/${row.documentId}`).toString('utf8'))
  return isIdCard(facts) ? facts : null
}

export function toStoredDocument(platform: Platform, row: DocumentRow): StoredDocument {
  const { documentId, registrationId, kind, sizeBytes, widthPx, heightPx, receivedAt, sameElsewhere } = row
  const { face, blurred, faults, tries, small } = row.hints
  return {
    documentId,
    registrationId,
    kind,
    sizeBytes,
    widthPx,
    heightPx,
    receivedAt,
    face,
    blurred,
    faults,
    tries,
    small,
    idCard: openFacts(platform, row),
    sameElsewhere,
  }
}

/** As it leaves the server for the applicant. */
export function toPhotoAnswer({ kind, documentId, widthPx, heightPx, sizeBytes, face, blurred, idCard }: StoredDocument): Photo {
  if (kind !== 'id-front' && kind !== 'id-back' && kind !== 'portrait') throw new Error(`${kind} is no photo of an applicant's`)
  return { kind, documentId, widthPx, heightPx, sizeBytes, face, blurred, idCard }
}

/** What a clerk should look at twice, as codes. */
export const listPhotoHints = (photo: StoredDocument): string[] => [
  ...photo.faults,
  ...(photo.blurred && !photo.faults.includes('blurred') ? ['blurred'] : []),
  ...(photo.small ? ['small'] : []),
  ...(photo.kind === 'portrait' && photo.face === 'none' ? ['no-face'] : []),
  ...(photo.kind === 'portrait' && photo.face === 'several' ? ['several-faces'] : []),
  ...(photo.sameElsewhere > 0 ? ['same-picture-elsewhere'] : []),
]

/** The standing photos of a registration, one of a kind. */
export async function listDocuments(platform: Platform, sql: Queryable, registrationId: string): Promise<StoredDocument[]> {
  return (await listStandingDocuments(sql, registrationId)).map((row) => toStoredDocument(platform, row))
}

/** The picture of a document as JPEG. @throws Refusal `not-found` when it was erased */
export async function readDocument(platform: Platform, documentId: string): Promise<Buffer> {
  const row = await findDocument(platform.sql, documentId)
  if (row === null) throw new Refusal('not-found')
  return openBytes(openKey(platform, row), await readDocumentFile(platform, row.storageKey), documentId)
}

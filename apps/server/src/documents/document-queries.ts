import { type KeptPictureKind, PHOTO_KINDS, type PhotoKind, type PhotoPrint, type PrintedKind, printBands } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import type { FaceHint } from './detect-faces.ts'

/** Seen by device and server; nothing personal (what was read off a picture is sealed). */
export type DocumentHints = { faults: string[]; tries: number; face: FaceHint; blurred: boolean; small: boolean; sharpness: number }
export type DocumentRow = {
  documentId: string
  registrationId: string | null
  personId: number | null
  kind: KeptPictureKind
  sizeBytes: number
  widthPx: number
  heightPx: number
  storageKey: string
  wrappedKey: Buffer
  sealedFacts: Buffer | null
  hints: DocumentHints
  receivedAt: Date
  /** Other registrations in which the very same picture was sent. */
  sameElsewhere: number
}
export type NewDocument = {
  documentId: string
  registrationId: string
  kind: KeptPictureKind
  sizeBytes: number
  widthPx: number
  heightPx: number
  contentHmac: Buffer
  storageKey: string
  wrappedKey: Buffer
  sealedFacts: Buffer | null
  hints: DocumentHints
  print: PhotoPrint | null
}

const columns = (sql: Queryable) => sql`
  d.document_id AS "documentId", d.registration_id AS "registrationId", d.person_id AS "personId", d.kind, d.size_bytes AS "sizeBytes", d.width_px AS "widthPx", d.height_px AS "heightPx",
  d.storage_key AS "storageKey", d.wrapped_key AS "wrappedKey", d.sealed_facts AS "sealedFacts", d.hints, d.received_at AS "receivedAt",
  (SELECT count(DISTINCT o.registration_id) FROM documents o WHERE o.content_hmac = d.content_hmac AND o.registration_id <> d.registration_id)::integer AS "sameElsewhere"`

export async function findDocument(sql: Queryable, documentId: string): Promise<DocumentRow | null> {
  const [row] = await sql<
    DocumentRow[]
  >`SELECT ${columns(sql)} FROM documents d WHERE d.document_id = ${documentId} AND d.erased_at IS NULL`
  return row ?? null
}

/** The standing photos of a registration, one of a kind; the scan of its form is no photo. */
export async function listStandingDocuments(sql: Queryable, registrationId: string): Promise<DocumentRow[]> {
  return [
    ...(await sql<
      DocumentRow[]
    >`SELECT ${columns(sql)} FROM documents d WHERE d.registration_id = ${registrationId} AND d.kind <> 'form-scan' AND d.erased_at IS NULL AND d.replaced_at IS NULL ORDER BY d.kind`),
  ]
}

/** The signed form as it was scanned last; null when it was not. Answers document_id. */
export async function findFormScan(sql: Queryable, registrationId: string): Promise<string | null> {
  const [row] = await sql<{ documentId: string }[]>`SELECT document_id AS "documentId" FROM documents
    WHERE registration_id = ${registrationId} AND kind = 'form-scan' AND erased_at IS NULL AND replaced_at IS NULL`
  return row?.documentId ?? null
}

/** Which photos stand for each of these registrations or requests; those without any are left out. */
export async function listPhotoKindsOf(sql: Queryable, registrationIds: readonly string[]): Promise<Map<string, PhotoKind[]>> {
  const rows = await sql<{ registrationId: string; kinds: PhotoKind[] }[]>`
    SELECT registration_id AS "registrationId", array_agg(kind ORDER BY kind) AS kinds FROM documents
    WHERE registration_id = ANY(${[...registrationIds]}::uuid[]) AND kind = ANY(${[...PHOTO_KINDS]}::text[]) AND erased_at IS NULL AND replaced_at IS NULL GROUP BY registration_id`
  return new Map(rows.map(({ registrationId, kinds }) => [registrationId, kinds]))
}

export async function insertDocument(sql: Queryable, document: NewDocument): Promise<void> {
  await sql`INSERT INTO documents (document_id, registration_id, kind, media_type, size_bytes, width_px, height_px, content_hmac, storage_key, wrapped_key, sealed_facts, hints)
    VALUES (${document.documentId}, ${document.registrationId}, ${document.kind}, 'image/jpeg', ${document.sizeBytes}, ${document.widthPx}, ${document.heightPx}, ${document.contentHmac},
      ${document.storageKey}, ${document.wrappedKey}, ${document.sealedFacts}, ${sql.json(document.hints)})`
}

/** By which the very same picture is found again; only of kinds that are looked for. */
export async function insertPhotoPrint(
  sql: Queryable,
  document: Pick<NewDocument, 'documentId' | 'registrationId'> & { kind: PrintedKind },
  { bits, sealedCells }: { bits: string; sealedCells: Buffer },
): Promise<void> {
  await sql`INSERT INTO photo_prints (document_id, registration_id, kind, print, bands, sealed_cells)
    VALUES (${document.documentId}, ${document.registrationId}, ${document.kind}, ${bits}::text::bit varying, ${printBands(document.kind, bits)}::integer[], ${sealedCells})`
}

/** Which photos are meant: of a registration, all kinds or some. `except`: the one that stays. */
export type DocumentChoice = { registrationId: string; kinds?: readonly KeptPictureKind[]; except?: string }

/** The keys go: from here on nobody reads these files again, wherever copies lie. Answers the files' names, to be removed after the commit. */
export async function eraseKeys(sql: Queryable, { registrationId, kinds, except }: DocumentChoice): Promise<string[]> {
  const rows = await sql<
    { storageKey: string }[]
  >`WITH erased AS (UPDATE documents SET wrapped_key = NULL, sealed_facts = NULL, content_hmac = NULL, hints = '{}', erased_at = ansinh_now(),
      replaced_at = CASE WHEN ${except ?? null}::uuid IS NULL THEN replaced_at ELSE ansinh_now() END
    WHERE registration_id = ${registrationId} AND erased_at IS NULL AND (${kinds === undefined ? null : [...kinds]}::text[] IS NULL OR kind = ANY(${[...(kinds ?? [])]}::text[]))
      AND document_id IS DISTINCT FROM ${except ?? null}::uuid
    RETURNING document_id, storage_key),
    unprinted AS (DELETE FROM photo_prints p USING erased e WHERE p.document_id = e.document_id)
    SELECT storage_key AS "storageKey" FROM erased`
  return rows.map((row) => row.storageKey)
}

/** The registrations and requests in which a portrait of this person is kept. */
export async function listPortraitHolders(sql: Queryable, personId: number): Promise<string[]> {
  const rows = await sql<{ registrationId: string }[]>`
    SELECT DISTINCT registration_id AS "registrationId" FROM documents WHERE person_id = ${personId} AND kind = 'portrait' AND erased_at IS NULL AND registration_id IS NOT NULL`
  return rows.map((row) => row.registrationId)
}

/** Of these file names, the ones that some document still needs. */
export async function listNeededFiles(sql: Queryable, storageKeys: readonly string[]): Promise<string[]> {
  return (
    await sql<
      { storageKey: string }[]
    >`SELECT storage_key AS "storageKey" FROM documents WHERE storage_key = ANY(${[...storageKeys]}::text[]) AND erased_at IS NULL`
  ).map((row) => row.storageKey)
}

/** The decision names the person: the registration's photos are that person's from then on. */
export async function assignDocuments(sql: Queryable, registrationId: string, personId: number | null): Promise<void> {
  await sql`UPDATE documents SET person_id = ${personId} WHERE registration_id = ${registrationId} AND erased_at IS NULL`
}

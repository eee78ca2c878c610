import type { ChosenHeading, HeaderMapping } from '@an-sinh/domain'
import type { ImportCounts, ImportGroup } from '../platform/import-kind.ts'
import type { Json, Queryable } from '../platform/sql.ts'

export type BatchState =
  | 'uploading'
  | 'uploaded'
  | 'parsed'
  | 'matched'
  | 'preview'
  | 'confirmed'
  | 'applied'
  | 'partly'
  | 'refused'
  | 'discarded'
  | 'undone'
export type BatchPhase = 'waiting' | 'reading' | 'matching' | 'preview' | 'applying' | 'done'
export type FileFormat = 'csv' | 'xlsx' | 'xml'
export type GroupCounts = Readonly<Partial<Record<ImportGroup, number>>>
export type BatchRow = {
  batchId: string
  kind: string
  state: BatchState
  refusedCode: string | null
  refusedDetails: Record<string, string | number>
  fileName: string
  fileFormat: FileFormat
  fileBytes: number
  fileSha256: Buffer
  fileKeyEncrypted: Buffer | null
  fileErasedAt: Date | null
  source: string
  sentByStaffId: number | null
  /** Whose own file it is; null: the agency's. */
  employerId: number | null
  chosenHeadings: readonly ChosenHeading[]
  phase: BatchPhase
  rowsRead: number
  bytesRead: number
  mapping: HeaderMapping
  groupCounts: GroupCounts
  previewDigest: string | null
  baseMoved: boolean
  appliedCounts: ImportCounts | null
  compensatesBatchId: string | null
  compensatedByBatchId: string | null
  decidesBatchId: string | null
  createdAt: Date
  previewedAt: Date | null
  confirmedAt: Date | null
  appliedAt: Date | null
}
export type NewBatch = Pick<
  BatchRow,
  | 'batchId'
  | 'kind'
  | 'fileName'
  | 'fileFormat'
  | 'fileBytes'
  | 'fileSha256'
  | 'fileKeyEncrypted'
  | 'source'
  | 'sentByStaffId'
  | 'employerId'
  | 'chosenHeadings'
>

const columns = (sql: Queryable) => sql`
  b.batch_id AS "batchId", b.kind, b.state, b.refused_code AS "refusedCode", b.refused_details AS "refusedDetails", b.file_name AS "fileName",
  b.file_format AS "fileFormat", b.file_bytes AS "fileBytes", b.file_sha256 AS "fileSha256", b.file_key_encrypted AS "fileKeyEncrypted",
  b.file_erased_at AS "fileErasedAt", b.source, b.sent_by_staff_id AS "sentByStaffId",
  b.employer_id AS "employerId", b.chosen_headings AS "chosenHeadings", b.phase, b.rows_read AS "rowsRead", b.bytes_read AS "bytesRead",
  b.mapping, b.group_counts AS "groupCounts", b.preview_digest::text AS "previewDigest", b.base_moved AS "baseMoved", b.applied_counts AS "appliedCounts",
  b.compensates_batch_id AS "compensatesBatchId", (SELECT c.batch_id FROM import_batches c WHERE c.compensates_batch_id = b.batch_id AND c.state <> 'refused') AS "compensatedByBatchId",
  b.decides_batch_id AS "decidesBatchId",
  b.created_at AS "createdAt", b.previewed_at AS "previewedAt", b.confirmed_at AS "confirmedAt", b.applied_at AS "appliedAt"`

export async function insertBatch(sql: Queryable, batch: NewBatch): Promise<void> {
  await sql`INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, file_sha256, file_key_encrypted, source, sent_by_staff_id, employer_id, chosen_headings)
    VALUES (${batch.batchId}, ${batch.kind}, 'uploading', ${batch.fileName}, ${batch.fileFormat}, ${batch.fileBytes}, ${batch.fileSha256},
      ${batch.fileKeyEncrypted}, ${batch.source}, ${batch.sentByStaffId}, ${batch.employerId}, ${sql.json(batch.chosenHeadings)})`
}

export async function findBatch(sql: Queryable, batchId: string): Promise<BatchRow | null> {
  const [row] = await sql<BatchRow[]>`SELECT ${columns(sql)} FROM import_batches b WHERE b.batch_id = ${batchId}`
  return row ?? null
}

/** The batch that this very file already made, or an upload of it that nobody finished (of this sender). Nobody finds another employer's. */
export async function findBatchByFile(
  sql: Queryable,
  { kind, fileSha256, sentByStaffId, employerId }: Pick<NewBatch, 'kind' | 'fileSha256' | 'sentByStaffId' | 'employerId'>,
): Promise<BatchRow | null> {
  const [row] = await sql<BatchRow[]>`SELECT ${columns(sql)} FROM import_batches b
    WHERE b.kind = ${kind} AND b.file_sha256 = ${fileSha256} AND b.employer_id IS NOT DISTINCT FROM ${employerId} AND b.compensates_batch_id IS NULL AND b.state NOT IN ('refused', 'discarded', 'undone')
      AND (b.state <> 'uploading' OR b.sent_by_staff_id IS NOT DISTINCT FROM ${sentByStaffId})
    ORDER BY (b.state = 'uploading'), b.created_at LIMIT 1`
  return row ?? null
}

/** The race for a file is decided here: false when another batch of the same file is already on its way. */
export async function markUploaded(sql: Queryable, batchId: string): Promise<boolean> {
  const rows = await sql`UPDATE import_batches b SET state = 'uploaded' WHERE b.batch_id = ${batchId} AND b.state = 'uploading'
    AND NOT EXISTS (SELECT FROM import_batches o WHERE o.kind = b.kind AND o.file_sha256 = b.file_sha256 AND o.employer_id IS NOT DISTINCT FROM b.employer_id AND o.compensates_batch_id IS NULL
      AND o.batch_id <> b.batch_id AND o.state NOT IN ('uploading', 'refused', 'discarded', 'undone')) RETURNING 1`
  return rows.length === 1
}

export type BatchChange = {
  phase?: BatchPhase
  refused?: { code: string; details: Record<string, string | number> }
  mapping?: HeaderMapping
  rowsRead?: number
  groups?: { counts: GroupCounts; digest: string | null }
  baseMoved?: boolean
  appliedCounts?: ImportCounts
}

/** Moves a batch if it still stands where the caller thinks. false: somebody else moved it first. */
export async function moveBatch(
  sql: Queryable,
  batchId: string,
  from: readonly BatchState[],
  to: BatchState,
  change: BatchChange = {},
): Promise<boolean> {
  const { phase = null, refused, mapping, groups, baseMoved = null, appliedCounts } = change
  const json = (value: unknown) => (value === undefined ? null : sql.json(value as Json))
  const rows = await sql`UPDATE import_batches SET state = ${to}, phase = coalesce(${phase}::text, phase),
      refused_code = ${refused?.code ?? null}, refused_details = coalesce(${json(refused?.details)}::jsonb, '{}'),
      mapping = coalesce(${json(mapping)}::jsonb, mapping), rows_read = coalesce(${change.rowsRead ?? null}::integer, rows_read),
      group_counts = coalesce(${json(groups?.counts)}::jsonb, group_counts), preview_digest = CASE WHEN ${groups === undefined} THEN preview_digest ELSE ${groups?.digest ?? null}::bigint END,
      base_moved = coalesce(${baseMoved}::boolean, base_moved), applied_counts = coalesce(${json(appliedCounts)}::jsonb, applied_counts),
      previewed_at = CASE WHEN ${to} = 'preview' THEN ansinh_now() ELSE previewed_at END,
      confirmed_at = CASE WHEN ${to} = 'confirmed' THEN coalesce(confirmed_at, ansinh_now()) ELSE confirmed_at END,
      applied_at = CASE WHEN ${to} IN ('applied', 'partly') THEN ansinh_now() ELSE applied_at END
    WHERE batch_id = ${batchId} AND state = ANY(${[...from]}::text[]) RETURNING 1`
  return rows.length === 1
}

/** Seen by whoever waits; written outside the transaction of the work. */
export async function recordProgress(
  sql: Queryable,
  batchId: string,
  progress: { phase: BatchPhase; rowsRead?: number; bytesRead?: number },
): Promise<void> {
  await sql`UPDATE import_batches SET phase = ${progress.phase}, rows_read = coalesce(${progress.rowsRead ?? null}::integer, rows_read),
    bytes_read = coalesce(${progress.bytesRead ?? null}::bigint, bytes_read) WHERE batch_id = ${batchId}`
}

/** A compensation has the file's facts of what it undoes, and no file. One that was refused is ordered again. Answers its id. */
export async function insertCompensation(
  sql: Queryable,
  { batchId, of, sentByStaffId }: { batchId: string; of: string; sentByStaffId: number | null },
): Promise<string> {
  const [row] = await sql<
    { batchId: string }[]
  >`INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, source, sent_by_staff_id, employer_id, compensates_batch_id, confirmed_at)
    SELECT ${batchId}, kind, 'confirmed', file_name, file_format, file_bytes, 'undo of ' || batch_id, ${sentByStaffId}, employer_id, batch_id, ansinh_now()
    FROM import_batches WHERE batch_id = ${of}
    ON CONFLICT (compensates_batch_id) WHERE compensates_batch_id IS NOT NULL
    DO UPDATE SET state = 'confirmed', refused_code = NULL, refused_details = '{}', phase = 'waiting' RETURNING batch_id AS "batchId"`
  if (row === undefined) throw new Error('a compensation was not written')
  return row.batchId
}

/** What a person decided of a batch's close matches is a batch too: named like it, without a file. */
export async function insertDecision(
  sql: Queryable,
  decision: { batchId: string; of: string; rows: number; group: ImportGroup; sentByStaffId: number },
): Promise<void> {
  await sql`INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, source, sent_by_staff_id, decides_batch_id, rows_read, group_counts, confirmed_at)
    SELECT ${decision.batchId}, kind, 'confirmed', file_name, file_format, 0, source, ${decision.sentByStaffId}, batch_id, ${decision.rows},
      ${sql.json({ [decision.group]: decision.rows })}, ansinh_now()
    FROM import_batches WHERE batch_id = ${decision.of}`
}

/** Batches that wait for nobody but a worker. */
export async function listUnfinished(sql: Queryable): Promise<string[]> {
  const rows = await sql<
    { batchId: string }[]
  >`SELECT batch_id AS "batchId" FROM import_batches WHERE state IN ('uploaded', 'parsed', 'matched', 'confirmed')`
  return rows.map(({ batchId }) => batchId)
}

/** Files kept long enough: of settled batches, of uploads that nobody finished, of batches nobody confirmed. */
export async function listOutdated(
  sql: Queryable,
  { fileDays, abandonedDays }: { fileDays: number; abandonedDays: number },
): Promise<string[]> {
  const rows = await sql<
    { batchId: string }[]
  >`SELECT batch_id AS "batchId" FROM import_batches WHERE file_erased_at IS NULL AND compensates_batch_id IS NULL
    AND (created_at < ansinh_now() - make_interval(days => ${fileDays}) OR state = 'uploading' AND created_at < ansinh_now() - make_interval(days => ${abandonedDays}))`
  return rows.map(({ batchId }) => batchId)
}

/** The key goes, and with it the file, wherever copies lie; what was not written yet is discarded. */
export async function eraseFile(sql: Queryable, batchId: string): Promise<void> {
  await sql`UPDATE import_batches SET file_key_encrypted = NULL, file_erased_at = ansinh_now(),
    state = CASE WHEN state IN ('uploading', 'uploaded', 'parsed', 'matched', 'preview', 'confirmed') THEN 'discarded' ELSE state END WHERE batch_id = ${batchId}`
}

/** The latest first, of the agency (null) or of one employer. */
export async function listBatches(sql: Queryable, limit: number, employerId: number | null = null): Promise<BatchRow[]> {
  return [
    ...(await sql<
      BatchRow[]
    >`SELECT ${columns(sql)} FROM import_batches b WHERE b.employer_id IS NOT DISTINCT FROM ${employerId} ORDER BY b.created_at DESC, b.batch_id LIMIT ${limit}`),
  ]
}

/** A shown or refused file is read again with these headings. false: it stands elsewhere by now, or was erased. */
export async function rereadBatch(sql: Queryable, batchId: string, chosen: readonly ChosenHeading[]): Promise<boolean> {
  const rows =
    await sql`UPDATE import_batches SET state = 'uploaded', phase = 'waiting', chosen_headings = ${sql.json(chosen)}, refused_code = NULL,
    refused_details = '{}', group_counts = '{}', preview_digest = NULL, base_moved = false
    WHERE batch_id = ${batchId} AND state IN ('preview', 'refused') AND compensates_batch_id IS NULL AND file_key_encrypted IS NOT NULL RETURNING 1`
  return rows.length === 1
}

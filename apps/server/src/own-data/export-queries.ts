import type { DataExport } from '@an-sinh/contract'

import type { Queryable } from '../platform/sql.ts'

export type ExportFormat = 'json' | 'pdf'
type ExportKey = { personId: number; exportId: string }
export type ExportRow = ExportKey & {
  state: DataExport['state']
  askedAt: Date
  sectionsDone: number
  sectionsTotal: number
  madeAt: Date | null
  /** The last instant at which the files are there; null while none are. */
  availableUntil: Date | null
  isOver: boolean
  files: { format: ExportFormat; sizeBytes: number; sha256: string }[]
}
export type NewExportFile = { format: ExportFormat; sizeBytes: number; sha256: Buffer; sealed: Buffer }

const select = (sql: Queryable, keep: string) => sql`
  SELECT e.person_id AS "personId", e.export_id AS "exportId", e.state, e.asked_at AS "askedAt", e.sections_done AS "sectionsDone", e.sections_total AS "sectionsTotal",
    e.made_at AS "madeAt", e.made_at + ${keep}::interval AS "availableUntil", coalesce(e.made_at + ${keep}::interval < ansinh_now(), false) AS "isOver",
    coalesce((SELECT jsonb_agg(jsonb_build_object('format', f.format, 'sizeBytes', f.size_bytes, 'sha256', encode(f.sha256, 'hex')) ORDER BY f.format DESC)
      FROM data_export_files f WHERE f.person_id = e.person_id AND f.export_id = e.export_id), '[]') AS files
  FROM data_exports e`

export async function listExportRows(sql: Queryable, personId: number, keep: string): Promise<ExportRow[]> {
  return [...(await sql<ExportRow[]>`${select(sql, keep)} WHERE e.person_id = ${personId} ORDER BY e.asked_at DESC, e.export_id LIMIT 50`)]
}

export async function findExport(sql: Queryable, { personId, exportId }: ExportKey, keep: string): Promise<ExportRow | null> {
  const [row] = await sql<ExportRow[]>`${select(sql, keep)} WHERE e.person_id = ${personId} AND e.export_id = ${exportId}`
  return row ?? null
}

/** One person's orders come one after the other. */
export async function lockExportsOf(sql: Queryable, personId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('data-exports', ${personId}))`
}

export async function insertExport(sql: Queryable, { personId, exportId }: ExportKey): Promise<void> {
  await sql`INSERT INTO data_exports (person_id, export_id) VALUES (${personId}, ${exportId})`
}

/** Which attempt this is; null when there is nothing to make. */
export async function claimExport(sql: Queryable, { personId, exportId }: ExportKey): Promise<number | null> {
  const [row] = await sql<{ attempts: number }[]>`
    UPDATE data_exports SET state = 'gathering', attempts = attempts + 1, sections_done = 0
    WHERE person_id = ${personId} AND export_id = ${exportId} AND state IN ('waiting', 'gathering') RETURNING attempts`
  return row?.attempts ?? null
}

export async function noteProgress(sql: Queryable, { personId, exportId }: ExportKey, done: number, total: number): Promise<void> {
  await sql`UPDATE data_exports SET sections_done = ${done}, sections_total = ${total} WHERE person_id = ${personId} AND export_id = ${exportId} AND state = 'gathering'`
}

/** @throws Error when another worker was faster: the caller's transaction takes its files back. */
export async function finishExport(sql: Queryable, { personId, exportId }: ExportKey, files: NewExportFile[]): Promise<void> {
  const { count } = await sql`
    UPDATE data_exports SET state = 'ready', made_at = ansinh_now(), sections_done = sections_total WHERE person_id = ${personId} AND export_id = ${exportId} AND state = 'gathering'`
  if (count !== 1) throw new Error('the export was finished by somebody else')
  for (const { format, sizeBytes, sha256, sealed } of files)
    await sql`INSERT INTO data_export_files (person_id, export_id, format, size_bytes, sha256, sealed)
      VALUES (${personId}, ${exportId}, ${format}, ${sizeBytes}, ${sha256}, ${sealed})`
}

export async function markExportFailed(sql: Queryable, { personId, exportId }: ExportKey): Promise<void> {
  await sql`UPDATE data_exports SET state = 'failed' WHERE person_id = ${personId} AND export_id = ${exportId} AND state IN ('waiting', 'gathering')`
}

export async function findExportFile(sql: Queryable, { personId, exportId }: ExportKey, format: ExportFormat): Promise<Buffer | null> {
  const [row] = await sql<{ sealed: Buffer }[]>`
    SELECT sealed FROM data_export_files WHERE person_id = ${personId} AND export_id = ${exportId} AND format = ${format}`
  return row?.sealed ?? null
}

export async function listOverdueExports(sql: Queryable, keep: string, limit: number): Promise<ExportKey[]> {
  return sql<ExportKey[]>`
    SELECT person_id AS "personId", export_id AS "exportId" FROM data_exports WHERE state = 'ready' AND made_at < ansinh_now() - ${keep}::interval LIMIT ${limit}`
}

export async function eraseExport(sql: Queryable, { personId, exportId }: ExportKey): Promise<void> {
  await sql`DELETE FROM data_export_files WHERE person_id = ${personId} AND export_id = ${exportId}`
  await sql`UPDATE data_exports SET state = 'erased' WHERE person_id = ${personId} AND export_id = ${exportId} AND state = 'ready'`
}

/** What no worker finished in an hour: told as failed, so that the person may ask again. */
export async function failForgottenExports(sql: Queryable): Promise<number> {
  return (
    await sql`UPDATE data_exports SET state = 'failed' WHERE state IN ('waiting', 'gathering') AND asked_at < ansinh_now() - interval '1 hour'`
  ).count
}

/** The civil date in Viet Nam by the database's clock, and the instant. */
export async function readNow(sql: Queryable): Promise<{ today: string; now: Date }> {
  const [row] = await sql<{ today: string; now: Date }[]>`SELECT ansinh_today() AS today, ansinh_now() AS now`
  if (row === undefined) throw new Error('the database gives no date')
  return row
}

import type { Writable } from 'node:stream'
import type { ImportGroup } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import type { GroupCounts } from './import-batch-queries.ts'

/** Work on whole files takes longer than a request's five seconds; sorts of a million rows stay in memory. */
export async function allowLongWork(sql: Queryable): Promise<void> {
  await sql`SELECT set_config('statement_timeout', '0', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`
}

/** One worker at a time for one subject, until the transaction ends. */
export async function lockFor(sql: Queryable, subject: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${subject}, 0))`
}

export const copyRows = (sql: Queryable): Promise<Writable> =>
  sql`COPY import_rows (batch_id, row_no, row_group, faulty, cells) FROM STDIN`.writable()

export const copyFaults = (sql: Queryable): Promise<Writable> =>
  sql`COPY import_row_faults (batch_id, row_no, column_name, code, value, in_match) FROM STDIN`.writable()

export async function deleteStaged(sql: Queryable, batchId: string): Promise<void> {
  await sql`DELETE FROM import_rows WHERE batch_id = ${batchId}`
}

export async function deleteFaults(sql: Queryable, batchId: string): Promise<void> {
  await sql`DELETE FROM import_row_faults WHERE batch_id = ${batchId}`
}

export async function analyzeStaged(sql: Queryable): Promise<void> {
  await sql`SELECT analyze_import_rows()`
}

/** After a crash of the database the unlogged rows are gone, all of them. */
export async function hasStaged(sql: Queryable, batchId: string): Promise<boolean> {
  const rows = await sql`SELECT FROM import_rows WHERE batch_id = ${batchId} LIMIT 1`
  return rows.length > 0
}

/** A row that repeats an earlier one cell by cell is rejected; the earlier one stays. */
export async function rejectDoubles(sql: Queryable, batchId: string): Promise<number> {
  const rows = await sql`
    WITH repeated AS MATERIALIZED (
      SELECT hash_array_extended(cells, 0) AS hash FROM import_rows WHERE batch_id = ${batchId} AND NOT faulty GROUP BY 1 HAVING count(*) > 1
    ), hashed AS (
      SELECT row_no, row_number() OVER (PARTITION BY hash_array_extended(cells, 0) ORDER BY row_no) AS place, min(row_no) OVER (PARTITION BY hash_array_extended(cells, 0)) AS first_no
      FROM import_rows WHERE batch_id = ${batchId} AND NOT faulty AND hash_array_extended(cells, 0) IN (SELECT hash FROM repeated)
    ), doubled AS (
      UPDATE import_rows r SET row_group = 'rejected', faulty = true FROM hashed h
      WHERE h.place > 1 AND r.batch_id = ${batchId} AND r.row_no = h.row_no
        AND r.cells = (SELECT f.cells FROM import_rows f WHERE f.batch_id = ${batchId} AND f.row_no = h.first_no) RETURNING r.row_no, h.first_no
    )
    INSERT INTO import_row_faults (batch_id, row_no, code, value, in_match) SELECT ${batchId}, row_no, 'row-doubled', first_no::text, false FROM doubled RETURNING 1`
  return rows.length
}

/** Forgets what was found against the register; what was wrong in the file itself stays. */
export async function resetMatches(sql: Queryable, batchId: string): Promise<void> {
  await sql`UPDATE import_rows SET row_group = NULL, person_id = NULL WHERE batch_id = ${batchId} AND NOT faulty AND (row_group IS NOT NULL OR person_id IS NOT NULL)`
  await sql`DELETE FROM import_row_faults WHERE batch_id = ${batchId} AND in_match`
}

/** Rows per group, and one number that changes when any row's group or person does. */
export async function countGroups(sql: Queryable, batchId: string): Promise<{ counts: GroupCounts; digest: string }> {
  const rows = await sql<{ group: ImportGroup | null; count: number; digest: string }[]>`
    SELECT row_group AS "group", count(*)::integer AS count, bit_xor(hashint8extended(row_no, hashtext(row_group)) # hashint8extended(coalesce(person_id, 0), row_no))::text AS digest
    FROM import_rows WHERE batch_id = ${batchId} GROUP BY row_group`
  if (rows.some(({ group }) => group === null)) throw new Error('the kind left rows without a group')
  const digest = rows.reduce((all, row) => all ^ BigInt(row.digest), 0n)
  const counts: Partial<Record<ImportGroup, number>> = {}
  for (const { group, count } of rows) if (group !== null) counts[group] = count
  return { counts, digest: String(digest) }
}
export type ExampleRow = { rowNo: number; cells: (string | null)[] }

/** The first rows of a group, as staged. As JSON: the driver reads a null inside an array of texts as the word NULL. */
export async function listExamples(sql: Queryable, batchId: string, group: ImportGroup, limit: number): Promise<ExampleRow[]> {
  return [
    ...(await sql<
      ExampleRow[]
    >`SELECT row_no AS "rowNo", to_jsonb(cells) AS cells FROM import_rows WHERE batch_id = ${batchId} AND row_group = ${group}
      ORDER BY row_no LIMIT ${limit}`),
  ]
}

export type FaultRow = { rowNo: number; column: string | null; code: string; value: string | null }

/** Faults in the order of the file, after a row. */
export async function listFaults(sql: Queryable, batchId: string, afterRowNo: number, limit: number): Promise<FaultRow[]> {
  return [
    ...(await sql<FaultRow[]>`SELECT row_no AS "rowNo", column_name AS "column", code, value FROM import_row_faults
      WHERE batch_id = ${batchId} AND row_no > ${afterRowNo} ORDER BY row_no, column_name LIMIT ${limit}`),
  ]
}

import type { Writable } from 'node:stream'
import type { ImportGroup, ImportKind } from '../platform/import-kind.ts'
import type { Queryable, Sql } from '../platform/sql.ts'
import type { GroupCounts } from './import-batch-queries.ts'

/** Work on whole files takes longer than a request's five seconds; sorts of a million rows stay in memory. */
export async function allowLongWork(sql: Queryable): Promise<void> {
  await sql`SELECT set_config('statement_timeout', '0', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('default_statistics_target', '20', true)`
}

/** One worker at a time for one subject, until the transaction ends. */
export async function lockFor(sql: Queryable, subject: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${subject}, 0))`
}

/** What writers of one kind wait for each other by: files of two employers never meet. */
export const lockOf = ({ name }: Pick<ImportKind, 'name'>, { employerId }: { readonly employerId: number | null }): string =>
  employerId === null ? `import-kind/${name}` : `import-kind/${name}/${employerId}`

export const copyRows = (sql: Queryable): Promise<Writable> =>
  sql`COPY import_rows (batch_id, row_no, row_group, faulty, cells) FROM STDIN`.writable()

export const copyFaults = (sql: Queryable): Promise<Writable> =>
  sql`COPY import_row_faults (batch_id, row_no, column_name, code, value, in_match) FROM STDIN`.writable()

export async function deleteStaged(sql: Queryable, batchId: string): Promise<void> {
  await sql`DELETE FROM import_rows WHERE batch_id = ${batchId}`
}

/** The rows of a batch that is done; an own transaction, since nobody else can be at the table meanwhile. */
export async function forgetStaged(sql: Sql, batchId: string): Promise<void> {
  await sql.begin(async (transaction) => {
    await allowLongWork(transaction)
    await transaction`SELECT forget_import_rows(${batchId})`
  })
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

/** A row that repeats an earlier one cell by cell is rejected; the earlier one stays. `candidates`: the only ones that may; null: all may. */
export async function rejectDoubles(sql: Queryable, batchId: string, candidates: readonly number[] | null): Promise<number> {
  if (candidates?.length === 0) return 0
  const hash = sql`hash_array_extended(cells, 0)`
  const good = sql`FROM import_rows WHERE batch_id = ${batchId} AND NOT faulty`
  const rows = await sql`
    WITH repeated AS MATERIALIZED (
      ${candidates === null ? sql`SELECT ${hash} AS hash ${good} GROUP BY 1 HAVING count(*) > 1` : sql`SELECT DISTINCT ${hash} AS hash ${good} AND row_no = ANY(${[...candidates]}::integer[])`}
    ), found AS (
      SELECT row_no, min(row_no) OVER (PARTITION BY hash, cells) AS first_no FROM (SELECT row_no, cells, ${hash} AS hash ${good}) hashed
      WHERE hash IN (SELECT hash FROM repeated)
    ), doubled AS (
      UPDATE import_rows r SET row_group = 'rejected', faulty = true FROM found f
      WHERE r.batch_id = ${batchId} AND r.row_no = f.row_no AND f.row_no > f.first_no RETURNING r.row_no, f.first_no
    )
    INSERT INTO import_row_faults (batch_id, row_no, code, value, in_match) SELECT ${batchId}, row_no, 'row-doubled', first_no::text, false FROM doubled RETURNING 1`
  return rows.length
}

/** Forgets what was found against the register; what was wrong in the file itself stays. */
export async function resetMatches(sql: Queryable, batchId: string): Promise<void> {
  await sql`UPDATE import_rows SET row_group = NULL, person_id = NULL WHERE batch_id = ${batchId} AND NOT faulty AND (row_group IS NOT NULL OR person_id IS NOT NULL)`
  await sql`DELETE FROM import_row_faults WHERE batch_id = ${batchId} AND in_match`
}

/** Rows per group, and one number that changes when any row's group or person does. Unmarked rows are new, if the kind says so. */
export async function countGroups(
  sql: Queryable,
  batchId: string,
  digestUnmarked: ImportKind['digestUnmarked'],
): Promise<{ counts: GroupCounts; digest: string }> {
  const rows = await sql<{ group: ImportGroup | null; count: number; digest: string }[]>`
    SELECT row_group AS "group", count(*)::integer AS count,
      bit_xor(CASE WHEN row_group IS NULL THEN hashint4extended(row_no, 0) ELSE hashint8extended(row_no, hashtext(row_group)) # hashint8extended(coalesce(person_id, 0), row_no) END)::text AS digest
    FROM import_rows WHERE batch_id = ${batchId} GROUP BY row_group`
  const digest = rows.reduce((all, row) => all ^ BigInt(row.digest), (await digestUnmarked?.(sql)) ?? 0n)
  const counts: Partial<Record<ImportGroup, number>> = {}
  for (const { group, count } of rows) {
    if (group === null && digestUnmarked === undefined) throw new Error('the kind left rows without a group')
    counts[group ?? 'new'] = (counts[group ?? 'new'] ?? 0) + count
  }
  return { counts, digest: String(digest) }
}
/** Decided close matches under way again, in the group as which they are written; a row of somebody new is no known person's. */
export async function stageDecided(
  sql: Queryable,
  decision: { batchId: string; of: string; rowNos: readonly number[]; group: ImportGroup },
): Promise<void> {
  await sql`INSERT INTO import_rows (batch_id, row_no, row_group, person_id, faulty, cells)
    SELECT ${decision.batchId}, row_no, ${decision.group}, CASE WHEN ${decision.group} <> 'new' THEN like_person_id END, false, cells
    FROM import_close_matches WHERE batch_id = ${decision.of} AND row_no = ANY(${[...decision.rowNos]}::integer[])`
}

export type ExampleRow = { rowNo: number; cells: (string | null)[] }

/** The first rows of a group, as staged; unmarked ones are new. As JSON: the driver reads a null inside an array of texts as the word NULL. */
export async function listExamples(sql: Queryable, batchId: string, group: ImportGroup, limit: number): Promise<ExampleRow[]> {
  return [
    ...(await sql<ExampleRow[]>`SELECT row_no AS "rowNo", to_jsonb(cells) AS cells FROM import_rows WHERE batch_id = ${batchId}
      AND (row_group = ${group} OR ${group === 'new'} AND row_group IS NULL)
      ORDER BY row_no LIMIT ${limit}`),
  ]
}

export type FaultRow = { rowNo: number; column: string | null; code: string; value: string | null }

/** Faults in the order of the file, after a row; without some codes where the reader must not learn them. */
export async function listFaults(
  sql: Queryable,
  batchId: string,
  afterRowNo: number,
  limit: number,
  without: readonly string[] = [],
): Promise<FaultRow[]> {
  return [
    ...(await sql<FaultRow[]>`SELECT row_no AS "rowNo", column_name AS "column", code, value FROM import_row_faults
      WHERE batch_id = ${batchId} AND row_no > ${afterRowNo} AND code <> ALL(${[...without]}::text[]) ORDER BY row_no, column_name LIMIT ${limit}`),
  ]
}

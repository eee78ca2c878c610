import { randomUUID } from 'node:crypto'

import type { ImportBatch, ImportCounts, ImportKind } from '../platform/import-kind.ts'
import { inTransaction } from '../platform/transaction.ts'
import type { TestPlatform } from '../platform/test-platform.ts'

type Staged = readonly Readonly<Record<string, string | null>>[]

/** Staged rows as the engine leaves them: canonical cells by column name. */
async function stage({ sql }: TestPlatform, kind: ImportKind, rows: Staged, source: string): Promise<ImportBatch> {
  const batchId = randomUUID()
  await sql`INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, source) VALUES (${batchId}, ${kind.name}, 'parsed', 'a.csv', 'csv', 1, ${source})`
  const staged = rows.map((row, at) => ({ rowNo: at + 2, cells: kind.columns.map(({ name }) => row[name] ?? null) }))
  await sql`INSERT INTO import_rows (batch_id, row_no, cells)
    SELECT ${batchId}, "rowNo", ARRAY(SELECT jsonb_array_elements_text(cells)) FROM jsonb_to_recordset(${sql.json(staged)}) AS r("rowNo" integer, cells jsonb)`
  return { batchId, source }
}

/** Staged and matched against the register. */
export async function stageAndMatch(platform: TestPlatform, kind: ImportKind, rows: Staged, source = 'test file'): Promise<ImportBatch> {
  const batch = await stage(platform, kind, rows, source)
  await inTransaction(platform, (transaction) => kind.match(transaction, batch))
  return batch
}

/** Staged, and matched and applied in one transaction. */
export async function importStaged(
  platform: TestPlatform,
  kind: ImportKind,
  rows: Staged,
  source = 'test file',
): Promise<{ batch: ImportBatch; counts: ImportCounts }> {
  const batch = await stage(platform, kind, rows, source)
  const counts = await inTransaction(platform, async (transaction) => {
    await kind.match(transaction, batch)
    return kind.apply(transaction, batch)
  })
  return { batch, counts }
}

/** Row number → group and faults, in the order of the file. */
export async function listGroups({ sql }: TestPlatform, { batchId }: ImportBatch): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    SELECT concat_ws(' ', coalesce(r.row_group, 'new'), f.column_name, f.code) AS line FROM import_rows r
    LEFT JOIN import_row_faults f ON f.batch_id = r.batch_id AND f.row_no = r.row_no WHERE r.batch_id = ${batchId} ORDER BY r.row_no`
  return rows.map(({ line }) => line)
}

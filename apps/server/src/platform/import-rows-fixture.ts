import { randomUUID } from 'node:crypto'

import { foldText } from '@an-sinh/domain'

import type { ImportBatch, ImportCounts, ImportKind } from './import-kind.ts'
import type { Platform } from './platform.ts'
import { inTransaction } from './transaction.ts'

const bare = (heading: string): string => foldText(heading.replaceAll(/[^\p{L}\p{N}]+/gu, ' '))

export type RowsImport = {
  batch: ImportBatch
  groups: Record<string, number>
  faults: { rowNo: number; column: string | null; code: string; value: string | null }[]
}

/** Rows as a file has them, parsed by a kind's columns, staged and matched: what the engine does for a kind, without file and queue. */
export async function matchRows(
  platform: Platform,
  kind: ImportKind,
  records: readonly Record<string, string>[],
  source = 'test list',
): Promise<RowsImport> {
  const { sql } = platform
  const batch = { batchId: randomUUID(), source }
  await sql`INSERT INTO import_batches (batch_id, kind, state, file_name, file_format, file_bytes, source) VALUES (${batch.batchId}, ${kind.name}, 'parsed', 'test.csv', 'csv', 0, ${source})`
  const headings = new Map(Object.keys(records[0] ?? {}).map((heading) => [bare(heading), heading]))
  const places = kind.columns.map(({ headers }) =>
    headers.map((header) => headings.get(bare(header))).find((heading) => heading !== undefined),
  )
  const staged: { rowNo: number; cells: (string | null)[]; rejected: boolean }[] = []
  const faults: { rowNo: number; column: string | null; code: string; value: string | null }[] = []
  for (const [at, record] of records.entries()) {
    const rowNo = at + 2
    const cells = kind.columns.map((column, place) => {
      const heading = places[place]
      const cell = heading === undefined ? '' : (record[heading] ?? '')
      const parsed = column.parse(cell)
      if (!parsed.ok) faults.push({ rowNo, column: column.name, code: parsed.code, value: cell })
      else if (parsed.text === null && column.required === 'row') faults.push({ rowNo, column: column.name, code: 'missing', value: null })
      return parsed.ok ? parsed.text : null
    })
    const row = Object.fromEntries(kind.columns.map(({ name }, place) => [name, cells[place] ?? null]))
    if (faults.at(-1)?.rowNo !== rowNo) faults.push(...(kind.checkRow?.(row) ?? []).map((fault) => ({ rowNo, ...fault })))
    staged.push({ rowNo, cells, rejected: faults.at(-1)?.rowNo === rowNo })
  }
  await sql`
    INSERT INTO import_rows (batch_id, row_no, row_group, cells)
    SELECT ${batch.batchId}, r."rowNo", CASE WHEN r.rejected THEN 'rejected' END, ARRAY(SELECT c.value FROM jsonb_array_elements_text(r.cells) WITH ORDINALITY c ORDER BY c.ordinality)
    FROM jsonb_to_recordset(${sql.json(staged)}) AS r("rowNo" integer, rejected boolean, cells jsonb)`
  await kind.match(sql, batch)
  const groups = await sql<{ group: string; n: number }[]>`
    SELECT coalesce(row_group, 'none') AS "group", count(*)::int AS n FROM import_rows WHERE batch_id = ${batch.batchId} GROUP BY 1`
  const unmatched = await sql<{ rowNo: number; column: string | null; code: string; value: string | null }[]>`
    SELECT row_no AS "rowNo", column_name AS column, code, value FROM import_row_faults WHERE batch_id = ${batch.batchId} ORDER BY row_no`
  return { batch, groups: Object.fromEntries(groups.map(({ group, n }) => [group, n])), faults: [...faults, ...unmatched] }
}

/** Matched and applied in one go. */
export async function importRows(
  platform: Platform,
  kind: ImportKind,
  records: readonly Record<string, string>[],
  source?: string,
): Promise<RowsImport & { counts: ImportCounts }> {
  const matched = await matchRows(platform, kind, records, source)
  return { ...matched, counts: await inTransaction(platform, (transaction) => kind.apply(transaction, matched.batch)) }
}

/** Takes a batch back as its compensating batch would. */
export function undoRows(platform: Platform, kind: ImportKind, batch: ImportBatch): Promise<ImportCounts> {
  return inTransaction(platform, (transaction) =>
    kind.undo(transaction, batch, { batchId: randomUUID(), source: `undo of ${batch.batchId}` }),
  )
}

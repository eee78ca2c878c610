import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { LINE_COLUMNS, lineColumns, lineJson } from './line-columns-queries.ts'

/** Changes that still hold: not taken back, and not themselves the taking back of another. */
const standing = (sql: Queryable, c: string) => sql`(${sql.unsafe(`${c}.undoes_change_id`)} IS NULL
  AND NOT EXISTS (SELECT FROM roster_changes u WHERE u.employer_id = ${sql.unsafe(`${c}.employer_id`)} AND u.undoes_change_id = ${sql.unsafe(`${c}.change_id`)}))`

/** Somebody standing on the roster has this line's number by now: it cannot come back beside them. */
const numberTaken = (
  sql: Queryable,
) => sql`EXISTS (SELECT FROM roster_entries o, roster_entries e WHERE e.employer_id = c.employer_id AND e.entry_id = c.entry_id AND e.left_on IS NOT NULL
  AND o.employer_id = c.employer_id AND o.entry_id <> c.entry_id AND o.left_on IS NULL AND (o.insurance_number = e.insurance_number OR o.national_id = e.national_id))`

const builtUpon = (
  sql: Queryable,
) => sql`(EXISTS (SELECT FROM roster_changes n WHERE n.employer_id = c.employer_id AND n.entry_id = c.entry_id AND n.change_no > c.change_no AND ${standing(sql, 'n')})
  OR c.kind <> 'added' AND ${numberTaken(sql)})`

export async function countRosterBuiltUpon(sql: Queryable, { batchId }: ImportBatch): Promise<number> {
  const [row] = await sql<
    { count: number }[]
  >`SELECT count(*)::integer AS count FROM roster_changes c WHERE c.import_batch_id = ${batchId} AND ${builtUpon(sql)}`
  return row?.count ?? 0
}

/** Which change of this employer is meant, and whether it can be taken back now. */
export async function findUndoable(
  sql: Queryable,
  { employerId, changeId }: { employerId: number; changeId: string },
): Promise<'gone' | 'built-upon' | 'undoable'> {
  const [row] = await sql<{ stands: boolean; built: boolean }[]>`
    SELECT ${standing(sql, 'c')} AS stands, ${builtUpon(sql)} AS built FROM roster_changes c WHERE c.employer_id = ${employerId} AND c.change_id = ${changeId}`
  if (row === undefined || !row.stands) return 'gone'
  return row.built ? 'built-upon' : 'undoable'
}

const restored = LINE_COLUMNS.map((name) => `${name} = CASE WHEN c.kind = 'added' THEN e.${name} ELSE p.${name} END`)
  .filter((piece) => !piece.startsWith('left_on'))
  .join(', ')

/** Takes changes back: what was added goes (its line ends today), everything else is as before. `of`: a batch, or one change. */
export async function undoChanges(
  sql: Queryable,
  of: { batchId: string } | { employerId: number; changeId: string },
  by: { importBatchId: string | null; officerId: number | null },
): Promise<{ ended: number; restored: number }> {
  const which =
    'batchId' in of ? sql`c.import_batch_id = ${of.batchId}` : sql`c.employer_id = ${of.employerId} AND c.change_id = ${of.changeId}`
  const rows = await sql<{ kind: string }[]>`
    WITH meant AS MATERIALIZED (SELECT c.* FROM roster_changes c WHERE ${which} AND ${standing(sql, 'c')}), changed AS (
      UPDATE roster_entries e SET ${sql.unsafe(restored)}, left_on = CASE WHEN c.kind = 'added' THEN ansinh_today() ELSE p.left_on END
      FROM meant c, jsonb_populate_record(NULL::roster_line, c.before) p WHERE e.employer_id = c.employer_id AND e.entry_id = c.entry_id RETURNING e.employer_id, e.entry_id, ${lineColumns(sql, 'e')}
    )
    INSERT INTO roster_changes (employer_id, entry_id, kind, before, after, import_batch_id, officer_id, undoes_change_id)
    SELECT m.employer_id, m.entry_id, CASE WHEN m.kind = 'added' THEN 'withdrawn' ELSE 'restored' END, m.after, ${lineJson(sql, 'x')}, ${by.importBatchId}::uuid, ${by.officerId}::integer, m.change_id
    FROM meant m JOIN changed x ON x.employer_id = m.employer_id AND x.entry_id = m.entry_id RETURNING kind`
  const ended = rows.filter(({ kind }) => kind === 'withdrawn').length
  return { ended, restored: rows.length - ended }
}

export async function undoRoster(sql: Queryable, { batchId }: ImportBatch, compensation: ImportBatch): Promise<ImportCounts> {
  const { ended, restored: written } = await undoChanges(sql, { batchId }, { importBatchId: compensation.batchId, officerId: null })
  return { written, ended, unchanged: 0 }
}

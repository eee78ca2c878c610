import type { ImportBatch, ImportColumn, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import type { stagedRows } from '../platform/staged-rows.ts'
import type { Transaction } from '../platform/transaction.ts'

export type Fragment = ReturnType<typeof stagedRows>

/** A value of a list's row. An empty cell keeps what is known; `otherwise` stands in a new row of which nothing is known. */
export type DatedValue = { readonly column: string; readonly otherwise?: string }

/**
 * A table of rows that hold from `valid_from` to `valid_to`, one row per identity and beginning. How a batch's staged rows become its
 * rows is the list's own SQL; matching, ending, logging and taking back are the same for all.
 */
export type DatedList = {
  readonly table: string
  readonly identity: readonly string[]
  readonly values: readonly DatedValue[]
  readonly columns: readonly ImportColumn[]
  /** SELECT row_no, row_group, identity…, values…, valid_from, valid_to of a batch. */
  readonly rows: (sql: Queryable, batch: ImportBatch) => Fragment
  /** First day of a row that tells none; sees the row `i` and `s.valid_from`, the beginning of the standing version. */
  readonly assumedFrom: (sql: Queryable) => Fragment
  /** SQL column → staged column without which a row cannot be new. */
  readonly needs: Readonly<Record<string, string>>
  /** SELECTs of row_no, column_name, value: codes that no list knows. */
  readonly unknown: readonly ((sql: Queryable, batch: ImportBatch) => Fragment)[]
  /** What else a batch changes when it is applied, or when its compensation takes it back. */
  readonly afterwards?: (transaction: Transaction, batch: ImportBatch, way: 'applied' | 'undone') => Promise<void>
}

type Bound = { sql: Queryable; list: DatedList; batch: ImportBatch }

const names = (sql: Queryable, columns: readonly string[], make: (column: string) => string, glue = ', ') =>
  sql.unsafe(columns.map(make).join(glue))
const sameIdentity = ({ sql, list }: Bound, one: string, other: string) =>
  names(sql, list.identity, (column) => `${one}.${column} = ${other}.${column}`, ' AND ')
const sameKey = (bound: Bound, one: string, other: string) =>
  names(bound.sql, keyOf(bound.list), (column) => `${one}.${column} = ${other}.${column}`, ' AND ')
const keyOf = (list: DatedList): string[] => [...list.identity, 'valid_from']
const valuesOf = (list: DatedList): string[] => list.values.map(({ column }) => column)
const rowKey = ({ sql, list }: Bound, alias: string) =>
  sql.unsafe(
    `jsonb_build_object(${keyOf(list)
      .map((column) => `'${column}', ${alias}.${column}`)
      .join(', ')})`,
  )
/** Taken back: holds on no day. */
const stands = ({ sql }: Bound, alias: string) => sql.unsafe(`coalesce(${alias}.valid_to, 'infinity') >= ${alias}.valid_from`)

/** Nothing said differs from what stands. */
const saysTheSame = ({ sql, list }: Bound, said: string, known: string) =>
  names(sql, valuesOf(list), (column) => `(${said}.${column} IS NULL OR ${said}.${column} = ${known}.${column}) IS TRUE`, ' AND ')
const differs = (bound: Bound, said: string, known: string) =>
  bound.sql`(NOT (${saysTheSame(bound, said, known)}) OR NOT (${stands(bound, known)})
    OR ${bound.sql.unsafe(`(${said}.valid_to IS NOT NULL AND ${said}.valid_to IS DISTINCT FROM ${known}.valid_to)`)})`

/**
 * The batch's rows with their first day decided. A row that only says again what already holds on its first day belongs to that version: lists
 * come every year, and an unchanged hospital does not become another row.
 */
const placedRows = (bound: Bound) => {
  const { sql, list, batch } = bound
  const table = sql.unsafe(list.table)
  return sql`dated AS (
      SELECT i.row_no, i.row_group, i.valid_to, ${names(sql, [...list.identity, ...valuesOf(list)], (column) => `i.${column}`)},
        coalesce(i.valid_from, ${list.assumedFrom(sql)}) AS valid_from, s.valid_from AS standing_from
      FROM (${list.rows(sql, batch)}) i
      LEFT JOIN LATERAL (SELECT s.valid_from FROM ${table} s WHERE ${sameIdentity(bound, 's', 'i')} AND ${stands(bound, 's')} ORDER BY s.valid_from DESC LIMIT 1) s ON true),
    placed AS (
      SELECT d.row_no, d.row_group, d.valid_to, d.standing_from, ${names(sql, [...list.identity, ...valuesOf(list)], (column) => `d.${column}`)},
        CASE WHEN p.valid_from IS NOT NULL AND ${saysTheSame(bound, 'd', 'p')} THEN p.valid_from ELSE d.valid_from END AS valid_from
      FROM dated d
      LEFT JOIN LATERAL (SELECT p.* FROM ${table} p WHERE ${sameIdentity(bound, 'p', 'd')} AND p.valid_from < d.valid_from
        AND coalesce(p.valid_to, 'infinity') >= d.valid_from ORDER BY p.valid_from DESC LIMIT 1) p ON true)`
}

const logChanges = ({ sql, list, batch }: Bound, from: Fragment) =>
  sql`INSERT INTO reference_changes (list, row_key, before, after, import_batch_id, source)
    SELECT ${list.table}, row_key, before, after, ${batch.batchId}, ${batch.source} FROM ${from} AS logged`

async function rejectRows({ sql, batch }: Bound, code: string, faulty: Fragment): Promise<void> {
  await sql`
    WITH faulty AS (${faulty}),
      told AS (INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value)
        SELECT ${batch.batchId}::uuid, row_no, column_name, ${code}, left(value, 200) FROM faulty)
    UPDATE import_rows SET row_group = 'rejected' WHERE batch_id = ${batch.batchId} AND row_no IN (SELECT row_no FROM faulty)`
}

/** Sets the group of every row that has none. */
export async function matchDatedRows(sql: Queryable, list: DatedList, batch: ImportBatch): Promise<void> {
  const bound = { sql, list, batch }
  const table = sql.unsafe(list.table)
  for (const unknown of list.unknown)
    await rejectRows(
      bound,
      'unknown-code',
      sql`SELECT row_no, column_name, value FROM (${unknown(sql, batch)}) u (row_no, row_group, column_name, value) WHERE row_group IS NULL`,
    )
  await rejectRows(
    bound,
    'row-doubled',
    sql`SELECT row_no, NULL::text AS column_name, NULL::text AS value FROM (
      WITH ${placedRows(bound)} SELECT row_no, row_group, row_number() OVER (PARTITION BY ${names(sql, keyOf(list), (column) => column)} ORDER BY row_no) AS nth
      FROM placed WHERE row_group IS DISTINCT FROM 'rejected') n WHERE nth > 1 AND row_group IS NULL`,
  )
  for (const [column, staged] of Object.entries(list.needs))
    await rejectRows(
      bound,
      'missing',
      sql`SELECT row_no, ${staged}::text AS column_name, NULL::text AS value FROM (WITH ${placedRows(bound)} SELECT * FROM placed) p
        WHERE row_group IS NULL AND ${sql.unsafe(`p.${column}`)} IS NULL AND standing_from IS NULL`,
    )
  await sql`
    WITH ${placedRows(bound)}, grouped AS (
      SELECT p.row_no, CASE WHEN t.valid_from IS NULL OR NOT (${stands(bound, 't')}) THEN CASE WHEN p.standing_from IS NULL THEN 'new' ELSE 'moved' END
        WHEN ${differs(bound, 'p', 't')} THEN 'moved' ELSE 'known' END AS row_group
      FROM placed p LEFT JOIN ${table} t ON ${sameKey(bound, 't', 'p')} WHERE p.row_group IS NULL)
    UPDATE import_rows r SET row_group = g.row_group FROM grouped g WHERE r.batch_id = ${batch.batchId} AND r.row_no = g.row_no`
}

const otherwise = ({ column, otherwise: fallback }: DatedValue): string =>
  `coalesce(p.${column}, k.${column}${fallback === undefined ? '' : `, ${fallback}`})`

/** What is told about a row that stands already: a correction of that very version. */
async function correctRows(bound: Bound): Promise<number> {
  const { sql, list, batch } = bound
  const table = sql.unsafe(list.table)
  const corrected = await sql`
    WITH ${placedRows(bound)},
      target AS (SELECT p.*, to_jsonb(t) AS before FROM placed p JOIN ${table} t ON ${sameKey(bound, 't', 'p')}
        WHERE p.row_group IS DISTINCT FROM 'rejected' AND ${differs(bound, 'p', 't')}),
      updated AS (UPDATE ${table} t SET ${names(sql, valuesOf(list), (column) => `${column} = coalesce(p.${column}, t.${column})`)},
          valid_to = CASE WHEN ${stands(bound, 't')} THEN coalesce(p.valid_to, t.valid_to) ELSE p.valid_to END, source = ${batch.source}, import_batch_id = ${batch.batchId}
        FROM target p WHERE ${sameKey(bound, 't', 'p')} RETURNING ${rowKey(bound, 't')} AS row_key, p.before, to_jsonb(t) AS after)
    ${logChanges(bound, sql`updated`)}`
  return corrected.count
}

async function insertRows(bound: Bound): Promise<number> {
  const { sql, list, batch } = bound
  const table = sql.unsafe(list.table)
  const columns = [...list.identity, ...valuesOf(list)]
  const inserted = await sql`
    WITH ${placedRows(bound)},
      added AS (INSERT INTO ${table} AS t (${names(sql, columns, (column) => column)}, valid_from, valid_to, source, import_batch_id)
        SELECT ${names(sql, list.identity, (column) => `p.${column}`)}, ${sql.unsafe(list.values.map(otherwise).join(', '))}, p.valid_from, p.valid_to, ${batch.source}, ${batch.batchId}::uuid
        FROM placed p LEFT JOIN LATERAL (SELECT k.* FROM ${table} k WHERE ${sameIdentity(bound, 'k', 'p')} AND k.valid_from < p.valid_from AND ${stands(bound, 'k')}
          ORDER BY k.valid_from DESC LIMIT 1) k ON true
        WHERE p.row_group IS DISTINCT FROM 'rejected' AND NOT EXISTS (SELECT FROM ${table} x WHERE ${sameKey(bound, 'x', 'p')})
        RETURNING ${rowKey(bound, 't')} AS row_key, NULL::jsonb AS before, to_jsonb(t) AS after)
    ${logChanges(bound, sql`added`)}`
  return inserted.count
}

/** A version ends the day before the next one begins. */
async function endRows(bound: Bound): Promise<number> {
  const { sql, list, batch } = bound
  const table = sql.unsafe(list.table)
  const identity = (alias: string) => names(sql, list.identity, (column) => `${alias}.${column}`)
  const ended = await sql`
    WITH touched AS (SELECT DISTINCT ${identity('b')} FROM ${table} b WHERE b.import_batch_id = ${batch.batchId}),
      ordered AS (SELECT ${names(sql, keyOf(list), (column) => `o.${column}`)}, o.valid_to, to_jsonb(o) AS before, lead(o.valid_from) OVER (PARTITION BY ${identity('o')} ORDER BY o.valid_from) AS next_from
        FROM ${table} o JOIN touched b ON ${sameIdentity(bound, 'o', 'b')} WHERE ${stands(bound, 'o')}),
      updated AS (UPDATE ${table} t SET valid_to = o.next_from - 1 FROM ordered o
        WHERE ${sameKey(bound, 't', 'o')} AND coalesce(o.valid_to, 'infinity') >= o.next_from RETURNING ${rowKey(bound, 't')} AS row_key, o.before, to_jsonb(t) AS after)
    ${logChanges(bound, sql`updated`)}`
  return ended.count
}

const lockList = (transaction: Transaction, list: DatedList) =>
  transaction`LOCK TABLE ${transaction.unsafe(list.table)} IN SHARE ROW EXCLUSIVE MODE`

/** Readers go on; two batches of one list wait for each other. */
export async function applyDatedRows(transaction: Transaction, list: DatedList, batch: ImportBatch): Promise<ImportCounts> {
  const bound = { sql: transaction, list, batch }
  await lockList(transaction, list)
  const corrected = await correctRows(bound)
  const inserted = await insertRows(bound)
  const ended = await endRows(bound)
  await list.afterwards?.(transaction, batch, 'applied')
  const [taken] = await transaction<{ rows: number }[]>`
    SELECT count(*)::integer AS rows FROM import_rows WHERE batch_id = ${batch.batchId} AND row_group IS DISTINCT FROM 'rejected'`
  return { written: corrected + inserted, ended, unchanged: Math.max(0, (taken?.rows ?? 0) - corrected - inserted) }
}

/** What the batch changed becomes as it was; what it brought holds on no day. */
export async function undoDatedRows(
  transaction: Transaction,
  list: DatedList,
  batch: ImportBatch,
  compensation: ImportBatch,
): Promise<ImportCounts> {
  const sql = transaction
  const bound = { sql, list, batch: compensation }
  const table = sql.unsafe(list.table)
  await lockList(transaction, list)
  const restored = await sql`
    WITH first AS (SELECT DISTINCT ON (c.row_key) c.before, c.after FROM reference_changes c WHERE c.import_batch_id = ${batch.batchId} AND c.list = ${list.table}
        ORDER BY c.row_key, c.change_id),
      was AS (SELECT f.before IS NULL AS brought, r.* FROM first f CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, coalesce(f.before, f.after)) r),
      target AS (SELECT w.*, to_jsonb(t) AS now FROM was w JOIN ${table} t ON ${sameKey(bound, 't', 'w')}),
      updated AS (UPDATE ${table} t SET ${names(sql, [...valuesOf(list), 'source', 'import_batch_id'], (column) => `${column} = w.${column}`)},
          valid_to = CASE WHEN w.brought THEN w.valid_from - 1 ELSE w.valid_to END
        FROM target w WHERE ${sameKey(bound, 't', 'w')} RETURNING ${rowKey(bound, 't')} AS row_key, w.now AS before, to_jsonb(t) AS after)
    ${logChanges(bound, sql`updated`)}`
  await list.afterwards?.(transaction, compensation, 'undone')
  const [brought] = await sql<{ rows: number }[]>`
    SELECT count(*)::integer AS rows FROM reference_changes WHERE import_batch_id = ${batch.batchId} AND list = ${list.table}
      AND (before IS NULL OR (before ->> 'valid_to')::date < (before ->> 'valid_from')::date)`
  return { written: Math.max(0, restored.count - (brought?.rows ?? 0)), ended: brought?.rows ?? 0, unchanged: 0 }
}

/** Rows that no longer are what the batch made of them. */
export async function countChangedSince(sql: Queryable, list: DatedList, batch: ImportBatch): Promise<number> {
  const bound = { sql, list, batch }
  const table = sql.unsafe(list.table)
  const [row] = await sql<{ rows: number }[]>`
    WITH last AS (SELECT DISTINCT ON (c.row_key) c.after, r.* FROM reference_changes c
        CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, c.after) r
        WHERE c.import_batch_id = ${batch.batchId} AND c.list = ${list.table} ORDER BY c.row_key, c.change_id DESC)
    SELECT count(*)::integer AS rows FROM last l JOIN ${table} t ON ${sameKey(bound, 't', 'l')} WHERE to_jsonb(t) <> l.after`
  return row?.rows ?? 0
}

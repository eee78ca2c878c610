import type { ImportBatch, ImportKind, StagedType } from './import-kind.ts'
import type { Queryable } from './sql.ts'

const castOf: Readonly<Record<StagedType, (cell: string) => string>> = {
  text: (cell) => cell,
  date: (cell) => `${cell}::date`,
  month: (cell) => `(${cell} || '-01')::date`,
  bigint: (cell) => `${cell}::bigint`,
  integer: (cell) => `${cell}::integer`,
  numeric: (cell) => `${cell}::numeric`,
  boolean: (cell) => `${cell}::boolean`,
  jsonb: (cell) => `${cell}::jsonb`,
}

const NAME = /^[a-z][A-Za-z0-9]*$/u

/**
 * A sub-select over a batch's staged rows with the kind's columns by name and type, for a FROM clause:
 * `row_no, row_group, person_id, "insuranceNumber", "fromMonth", …`. Column names come from our own declarations, never from a file.
 */
export function stagedRows(sql: Queryable, kind: Pick<ImportKind, 'columns'>, { batchId }: ImportBatch) {
  const columns = kind.columns.map(({ name, type }, at) => {
    if (!NAME.test(name)) throw new Error(`not a column name: ${name}`)
    return `${castOf[type](`cells[${at + 1}]`)} AS "${name}"`
  })
  return sql`(SELECT row_no, row_group, person_id, ${sql.unsafe(columns.join(', '))} FROM import_rows WHERE batch_id = ${batchId})`
}

import type { ImportBatch, ImportColumn } from '../platform/import-kind.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'

/** The staged text of a column, by its name. */
export function cellOf(sql: Queryable, columns: readonly ImportColumn[], name: string) {
  const at = columns.findIndex((column) => column.name === name)
  if (at === -1) throw new Error(`no such column: ${name}`)
  return sql.unsafe(`r.cells[${at + 1}]`)
}

/**
 * Finds the person of every row without a group by insurance number, else by national id; the rest is `person-unknown`. `fault` is an SQL
 * expression over `r` (the row) and `p` (the person): `column code`, or null when the row may stay; `matchOthers` may find more
 * before the rest is given up.
 */
export async function matchByNumbers(
  sql: Queryable,
  columns: readonly ImportColumn[],
  { batchId }: ImportBatch,
  fault: Fragment,
  matchOthers: () => Promise<void> = async () => undefined,
): Promise<void> {
  const insuranceNumber = cellOf(sql, columns, 'insuranceNumber')
  const nationalId = cellOf(sql, columns, 'nationalId')
  const marked = sql`person_id = p.person_id, row_group = CASE WHEN ${fault} IS NULL THEN 'new' ELSE 'rejected' END`
  await sql`UPDATE import_rows r SET ${marked} FROM insurance_numbers n JOIN persons p ON p.person_id = n.person_id
    WHERE r.batch_id = ${batchId} AND r.row_group IS NULL AND n.insurance_number = ${insuranceNumber}`
  await sql`UPDATE import_rows r SET ${marked} FROM national_ids n JOIN persons p ON p.person_id = n.person_id
    WHERE r.batch_id = ${batchId} AND r.row_group IS NULL AND ${insuranceNumber} IS NULL AND n.national_id = ${nationalId}`
  await sql`
    INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value)
    SELECT batch_id, row_no, split_part(fault, ' ', 1), split_part(fault, ' ', 2), NULL
    FROM (SELECT r.batch_id, r.row_no, ${fault} AS fault FROM import_rows r JOIN persons p ON p.person_id = r.person_id
      WHERE r.batch_id = ${batchId} AND r.row_group = 'rejected' AND r.person_id IS NOT NULL) found`
  await matchOthers()
  await sql`
    WITH unknown AS (UPDATE import_rows r SET row_group = 'rejected' WHERE r.batch_id = ${batchId} AND r.row_group IS NULL
      RETURNING r.row_no, coalesce(${insuranceNumber}, ${nationalId}) AS value)
    INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value) SELECT ${batchId}, row_no, 'insuranceNumber', 'person-unknown', value FROM unknown`
}

/** Name, birth date and id of the row against the register: accents and capitals never matter, a birth year agrees with its days. */
export function personDiffers(sql: Queryable, columns: readonly ImportColumn[]) {
  const name = cellOf(sql, columns, 'fullName')
  const bornOn = cellOf(sql, columns, 'bornOn')
  return sql`
    WHEN p.full_name <> ${name} AND p.name_folded <> fold_text(${name}) THEN 'fullName person-differs'
    WHEN p.born_on_partial <> ${bornOn} AND NOT starts_with(p.born_on_partial, ${bornOn} || '-') AND NOT starts_with(${bornOn}, p.born_on_partial || '-') THEN 'bornOn person-differs'
    WHEN p.national_id <> ${cellOf(sql, columns, 'nationalId')} THEN 'nationalId person-differs'`
}

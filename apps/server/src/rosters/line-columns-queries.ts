import { ROSTER_COLUMNS } from '@an-sinh/domain'
import type { ImportBatch, ImportColumn } from '../platform/import-kind.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'

/** What an employer says of one person; the rest of a line is the roll-out's. */
export const LINE_COLUMNS = [
  'full_name',
  'born_on',
  'birth_year_only',
  'sex',
  'national_id',
  'id_expires_on',
  'insurance_number',
  'employee_number',
  'department',
  'shift',
  'work_phone',
  'work_email',
  'joined_on',
  'left_on',
] as const

/** `e.full_name, e.born_on, …` */
export const lineColumns = (sql: Queryable, of?: string) =>
  sql.unsafe(LINE_COLUMNS.map((name) => (of === undefined ? name : `${of}.${name}`)).join(', '))

/** `{"full_name": …}` of a row, for the journal of changes. */
export const lineJson = (sql: Queryable, of: string) =>
  sql.unsafe(`jsonb_build_object(${LINE_COLUMNS.map((name) => `'${name}', ${of}.${name}`).join(', ')})`)

/** What a roster's file may tell, as the engine of files wants it. */
export const rosterColumns: readonly ImportColumn[] = ROSTER_COLUMNS

export const rosterStaged = (sql: Queryable, batch: ImportBatch): Fragment => stagedRows(sql, { columns: rosterColumns }, batch)

import type { Queryable } from '../platform/sql.ts'
import { insertEmployers, type NewEmployer } from './employer-queries.ts'

export { employerImport } from './employer-import.ts'
export { countSyntheticEmployers, type EmployerVersionRow, findEmployerOn, type NewEmployer } from './employer-queries.ts'

const BATCH = 5000

/** Adds many employers at once; `source` stays with each of them. */
export async function copyEmployers(sql: Queryable, employers: NewEmployer[], source: string): Promise<void> {
  for (let at = 0; at < employers.length; at += BATCH) await insertEmployers(sql, employers.slice(at, at + BATCH), source)
}

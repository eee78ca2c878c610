import type { Sql } from '../platform/sql.ts'
import { insertUnits } from './seed-queries.ts'

/** Loads the reference lists this project brings; repeatable, what is there already stays. */
export async function seedReference(sql: Sql): Promise<void> {
  await insertUnits(sql, [])
}

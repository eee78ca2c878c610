import type { Queryable } from '../platform/sql.ts'
import { insertHouseholds, insertPersons, type NewHousehold, type NewPerson } from './person-copy-queries.ts'

/** Rows of one statement: large enough to be set-based, small enough for one message. */
const BATCH = 5000

/**
 * Adds many persons with their households at once. Answers the new ids in the order of `persons`.
 * `source` says where the rows come from and stays with each of them.
 */
export async function copyPersons(
  sql: Queryable,
  rows: { persons: NewPerson[]; households: NewHousehold[] },
  source: string,
): Promise<number[]> {
  for (let at = 0; at < rows.households.length; at += BATCH) await insertHouseholds(sql, rows.households.slice(at, at + BATCH))
  const personIds: number[] = []
  for (let at = 0; at < rows.persons.length; at += BATCH)
    personIds.push(...(await insertPersons(sql, rows.persons.slice(at, at + BATCH), source)))
  return personIds
}

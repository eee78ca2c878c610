import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findPerson, type PersonRow } from './person-queries.ts'

/** One person by our id. @throws Refusal `not-found`. */
export async function getPerson(sql: Queryable, personId: number): Promise<PersonRow> {
  const person = await findPerson(sql, personId)
  if (person === null) throw new Refusal('not-found')
  return person
}

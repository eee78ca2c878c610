import type { Queryable } from '../platform/sql.ts'
import {
  copyHouseholdRows,
  copyNumberRows,
  copyPersonRows,
  drawPersonIds,
  type NewHousehold,
  type NewPerson,
} from './person-copy-queries.ts'

type People = {
  persons: NewPerson[]
  households: NewHousehold[]
  /** Ids drawn before, one a person; drawn here where none are given. */
  personIds?: number[]
}

/**
 * Adds many persons with their households at once. Answers the new ids in the order of `persons`.
 * `source` says where the rows come from and stays with each of them.
 */
export async function copyPersons(sql: Queryable, people: People, source: string): Promise<number[]> {
  const { persons, households } = people
  const personIds = people.personIds ?? (await drawPersonIds(sql, persons.length))
  await copyHouseholdRows(sql, households)
  await copyPersonRows(sql, persons, personIds, source)
  await copyNumberRows(sql, persons, personIds)
  return personIds
}

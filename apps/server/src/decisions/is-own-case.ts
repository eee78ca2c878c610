import { findPerson, type PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'

/** The clerk, or somebody of the clerk's household, is among those whom the case is about. */
export async function isOwnCase(
  sql: Queryable,
  actor: StaffActor,
  people: readonly Pick<PersonRow, 'personId' | 'householdId'>[],
): Promise<boolean> {
  const own = actor.personId === null ? null : await findPerson(sql, actor.personId)
  if (own === null) return false
  return people.some((person) => person.personId === own.personId || (own.householdId !== null && person.householdId === own.householdId))
}

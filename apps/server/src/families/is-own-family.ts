import { findPerson, type PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'
import { isReaderNow, listReaderPlaces, listSubjectsNow } from './family-queries.ts'

type Somebody = Pick<PersonRow, 'personId' | 'householdId'>

/** Whether one of these people looks at the data of the member of staff by guardianship or mandate, today. */
const isReadBy = async (sql: Queryable, ownId: number, people: readonly Somebody[]): Promise<boolean> => {
  for (const place of await listReaderPlaces(sql, ownId))
    if (people.some(({ personId }) => personId === place.personId) && (await isReaderNow(sql, place))) return true
  return false
}

/**
 * The member of staff, somebody of the same household, or somebody bound by guardianship or mandate, either way: among those whom a case is
 * about, it is a colleague's. Whoever may read somebody's data for them is as near as a household.
 */
export async function isOwnFamily(sql: Queryable, { personId: ownId }: StaffActor, people: readonly Somebody[]): Promise<boolean> {
  if (ownId === null || people.length === 0) return false
  if (people.some(({ personId }) => personId === ownId)) return true
  const household = (await findPerson(sql, ownId))?.householdId ?? null
  if (household !== null && people.some(({ householdId }) => householdId === household)) return true
  const subjects = await listSubjectsNow(sql, ownId)
  return people.some(({ personId }) => subjects.includes(personId)) || isReadBy(sql, ownId, people)
}

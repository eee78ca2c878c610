import { isInView } from '../decisions/index.ts'
import { isOwnFamily } from '../families/index.ts'
import { findPersonCandidates, getPerson, type PersonCandidate, type PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { type DependantRequestRow, findDependantRequest } from './dependant-queries.ts'
import { findPlace, type QueuePlace } from './dependant-queue-queries.ts'

export type OpenCase = { place: QueuePlace; row: DependantRequestRow; guardian: PersonRow; candidates: PersonCandidate[] }

const inOneHousehold = (one: PersonRow, other: PersonRow): boolean => one.householdId !== null && one.householdId === other.householdId

/** Those of the guardian's household first: the register says who lives together. */
const listCandidates = async (sql: Queryable, row: DependantRequestRow, guardian: PersonRow): Promise<PersonCandidate[]> => {
  const found = await findPersonCandidates(sql, { ...row, fullName: row.childName })
  return found
    .filter(({ personId }) => personId !== guardian.personId)
    .toSorted((one, other) => Number(inOneHousehold(other, guardian)) - Number(inOneHousehold(one, guardian)))
}

/**
 * A request that waits at the clerk's desk, with its people.
 * @throws Refusal `not-found`, `case-elsewhere`, `case-decided`, `case-own`
 */
export async function openCase(
  sql: Queryable,
  actor: StaffActor,
  requestId: string,
  lock: 'none' | 'for-update' = 'none',
): Promise<OpenCase> {
  const place = requireFound(await findPlace(sql, requestId, lock), 'not-found')
  if (!(await isInView(sql, actor, place.officeId))) throw new Refusal('case-elsewhere')
  if (place.closedAt !== null) throw new Refusal('case-decided')
  const row = requireFound(await findDependantRequest(sql, place.personId, requestId), 'not-found')
  const guardian = await getPerson(sql, place.personId)
  const candidates = await listCandidates(sql, row, guardian)
  if (await isOwnFamily(sql, actor, [guardian, ...candidates])) throw new Refusal('case-own')
  return { place, row, guardian, candidates }
}

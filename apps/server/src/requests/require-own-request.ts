import { isInView } from '../decisions/index.ts'
import { isOwnFamily } from '../families/index.ts'
import { getPerson, type PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { type DeskRequestRow, findDeskRequest } from '../procedures/index.ts'

/**
 * A request of the clerk's own office, or of one it answers for, and whose it is. One's own and one's family's are for a colleague, to read as well.
 * @throws Refusal `not-found`, `case-elsewhere`, `case-own`
 */
export async function requireOwnRequest(
  sql: Queryable,
  actor: StaffActor,
  requestId: string,
  lock: 'none' | 'for-update' = 'none',
): Promise<{ row: DeskRequestRow; person: PersonRow }> {
  const row = requireFound(await findDeskRequest(sql, requestId, lock), 'not-found')
  if (!(await isInView(sql, actor, row.officeId))) throw new Refusal('case-elsewhere')
  const person = await getPerson(sql, row.personId)
  if (await isOwnFamily(sql, actor, [person])) throw new Refusal('case-own')
  return { row, person }
}

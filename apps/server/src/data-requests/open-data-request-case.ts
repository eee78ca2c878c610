import type { DataRequestCase } from '@an-sinh/contract'
import type { CivilDate } from '@an-sinh/domain'
import { isOneDesk } from '../decisions/index.ts'
import { isOwnFamily } from '../families/index.ts'
import { getPerson, type PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findPlace } from './data-request-place-queries.ts'
import { type DataRequestRow, findDataRequest, readToday } from './data-request-queries.ts'
import { stateOf, toDataRequestAnswer } from './to-data-request-answer.ts'

/** Past the day of the first answer, or past the day due. */
export const isLate = (row: DataRequestRow, today: CivilDate): boolean =>
  (stateOf(row) === 'received' && row.answerBy < today) || (stateOf(row) === 'answered' && row.dueOn < today)

/**
 * A request of the clerk's own office, and whose it is. One's own and one's family's are for a colleague, to read as well.
 * @throws Refusal `not-found`, `case-elsewhere`, `case-own`
 */
export async function requireDeskRequest(
  sql: Queryable,
  actor: StaffActor,
  requestId: string,
): Promise<{ row: DataRequestRow; person: PersonRow }> {
  const place = requireFound(await findPlace(sql, requestId), 'not-found')
  if (!(await isOneDesk(sql, place.officeId, actor.officeId))) throw new Refusal('case-elsewhere')
  const person = await getPerson(sql, place.personId)
  if (await isOwnFamily(sql, actor, [person])) throw new Refusal('case-own')
  return { row: requireFound(await findDataRequest(sql, place.personId, requestId), 'not-found'), person }
}

export async function showDataRequestCase(sql: Queryable, actor: StaffActor, requestId: string): Promise<DataRequestCase> {
  const { row, person } = await requireDeskRequest(sql, actor, requestId)
  const { fullName, bornOn, insuranceNumber } = person
  const today = await readToday(sql)
  return {
    request: toDataRequestAnswer(row),
    person: { fullName, bornOn, insuranceNumber },
    today,
    isLate: isLate(row, today),
    version: row.moves.length,
  }
}

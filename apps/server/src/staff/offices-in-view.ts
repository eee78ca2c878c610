import type { StaffActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'
import { listOfficesOfDesk, listOfficesUnder } from '../reference/index.ts'

/** The offices whose cases somebody may read: the own desk; of the province every office below it. What may be changed is the route's access word. */
export async function listOfficesInView(sql: Queryable, actor: Pick<StaffActor, 'role' | 'officeId'>): Promise<readonly number[]> {
  return actor.role === 'province' ? listOfficesUnder(sql, actor.officeId) : listOfficesOfDesk(sql, actor.officeId)
}

import type { StaffActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'
import { listOfficesUnder } from '../reference/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import type { ReportView } from './report-queries.ts'

/** Support answers for every office below its own. A clerk reads no complaint about how somebody was served, unless it is given to them. */
export async function openView(sql: Queryable, actor: StaffActor): Promise<ReportView> {
  const officeIds = actor.role === 'support' ? await listOfficesUnder(sql, actor.officeId) : await listOfficesInView(sql, actor)
  return { officeIds, staffId: actor.staffId, seesConfidences: actor.role !== 'clerk' }
}

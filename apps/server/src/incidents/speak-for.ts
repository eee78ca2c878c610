import type { DeskIncident } from '@an-sinh/contract'
import { listOrdersById } from '../closures/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { listOfficesInView } from '../staff/index.ts'
import { findIncident, type IncidentRow, readNow } from './incident-queries.ts'
import { toDeskIncident } from './to-incident.ts'

/** The offices somebody speaks for; null: for the whole product. */
export const listSpokenFor = async (sql: Queryable, actor: StaffActor): Promise<readonly number[] | null> =>
  actor.role === 'operator' ? null : listOfficesInView(sql, actor)

/** What is announced everywhere is an operator's to go on with. */
export const isSpokenFor = (officeIds: readonly number[] | null, { officeId }: Pick<IncidentRow, 'officeId'>): boolean =>
  officeIds === null || (officeId !== null && officeIds.includes(officeId))

/** @throws Refusal `not-found` also for what is somebody else's to go on with */
export async function requireOwnIncident(sql: Queryable, actor: StaffActor, incidentId: string): Promise<IncidentRow> {
  const row = requireFound(await findIncident(sql, incidentId), 'not-found')
  return requireFound(isSpokenFor(await listSpokenFor(sql, actor), row) ? row : null, 'not-found')
}

/** As it stands now, for the one who just changed it. */
export async function readDeskIncident(sql: Queryable, incidentId: string): Promise<DeskIncident> {
  const row = requireFound(await findIncident(sql, incidentId), 'not-found')
  return toDeskIncident(row, { now: await readNow(sql), mine: true, orders: await listOrdersById(sql, row.orderIds) })
}

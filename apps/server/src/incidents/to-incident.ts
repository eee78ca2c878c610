import type { DeskIncident, Incident } from '@an-sinh/contract'
import { isSilent } from '@an-sinh/domain'
import type { OrderRow } from '../closures/index.ts'
import type { IncidentRow } from './incident-queries.ts'

const stateOf = ({ endedAt, beginsAt }: IncidentRow, now: Date): Incident['state'] =>
  endedAt !== null ? 'ended' : beginsAt > now ? 'planned' : 'running'

/** As everybody reads it. */
export const toIncident = (row: IncidentRow, now: Date): Incident => ({
  incidentId: row.incidentId,
  kind: row.kind,
  features: row.features,
  office: row.officeName,
  beginsAt: row.beginsAt.toISOString(),
  state: stateOf(row, now),
  expectedEndAt: row.expectedEndAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  updates: row.updates,
  movedDays: row.movedDays,
})

/** As those read it who announce. */
export const toDeskIncident = (
  row: IncidentRow,
  { now, mine, orders }: { now: Date; mine: boolean; orders: readonly OrderRow[] },
): DeskIncident => ({
  ...toIncident(row, now),
  mine,
  silent:
    stateOf(row, now) === 'running' &&
    row.kind !== 'fraud-warning' &&
    isSilent({ saidAt: row.saidAt.getTime(), expectedEndAt: row.expectedEndAt?.getTime() ?? null, now: now.getTime() }),
  withdrawn: row.state === 'withdrawn',
  staffName: row.staffName,
  deadlines: orders
    .filter(({ orderId }) => row.orderIds.includes(orderId))
    .map(({ orderId, fromOn, toOn, state, moved }) => ({ orderId, fromOn, toOn, state, moved })),
})

import type { CivilDate, OfficeClosure } from '@an-sinh/domain'
import type { DeadlineImage, MovedDeadline } from '../registrations/index.ts'
import type { Queryable } from '../platform/sql.ts'

export type OrderState = 'applying' | 'applied' | 'undoing' | 'undone'
/** `incident`: nothing is shut, deadlines pass over the days all the same. */
export type OrderCause = 'closed' | 'incident'
export type OrderRow = {
  orderId: string
  officeIds: number[]
  fromOn: CivilDate
  toOn: CivilDate
  reason: string
  cause: OrderCause
  state: OrderState
  staffId: number
  staffName: string
  recordedAt: Date
  undoneBy: string | null
  undoneAt: Date | null
  moved: number
  restored: number
}

const selectOrders = (sql: Queryable) => sql`
  SELECT o.order_id AS "orderId", o.office_ids AS "officeIds", o.from_on AS "fromOn", o.to_on AS "toOn", o.reason, o.cause, o.state, o.staff_id AS "staffId", s.full_name AS "staffName",
    o.recorded_at AS "recordedAt", u.full_name AS "undoneBy", o.undo_asked_at AS "undoneAt", m.moved, m.restored
  FROM closure_orders o JOIN staff_users s ON s.staff_id = o.staff_id LEFT JOIN staff_users u ON u.staff_id = o.undo_staff_id
  CROSS JOIN LATERAL (SELECT count(*)::integer AS moved, count(settled_at)::integer AS restored FROM closure_moves c WHERE c.order_id = o.order_id) m`

/** The closures that concern one of these offices, newest first, at most 50. */
export async function listOrders(sql: Queryable, officeIds: readonly number[]): Promise<OrderRow[]> {
  return [
    ...(await sql<
      OrderRow[]
    >`${selectOrders(sql)} WHERE o.cause = 'closed' AND o.office_ids && ${[...officeIds]}::integer[] ORDER BY o.recorded_at DESC, o.order_id LIMIT 50`),
  ]
}

/** The orders of these ids, as they stand. */
export async function listOrdersById(sql: Queryable, orderIds: readonly string[]): Promise<OrderRow[]> {
  if (orderIds.length === 0) return []
  return [
    ...(await sql<OrderRow[]>`${selectOrders(sql)} WHERE o.order_id = ANY(${[...orderIds]}::uuid[]) ORDER BY o.recorded_at, o.order_id`),
  ]
}

export async function findOrder(sql: Queryable, orderId: string, cause: OrderCause | null = null): Promise<OrderRow | null> {
  const [row] = await sql<
    OrderRow[]
  >`${selectOrders(sql)} WHERE o.order_id = ${orderId} ${cause === null ? sql`` : sql`AND o.cause = ${cause}`}`
  return row ?? null
}

/** How an order stands, kept so until the transaction ends: an undo waits for the batch that is at work. */
export async function holdOrderState(sql: Queryable, orderId: string, to: 'look' | 'change' = 'look'): Promise<OrderState | null> {
  const [row] = await sql<
    { state: OrderState }[]
  >`SELECT state FROM closure_orders WHERE order_id = ${orderId} ${to === 'look' ? sql`FOR SHARE` : sql`FOR UPDATE`}`
  return row?.state ?? null
}

export type NewOrder = Pick<OrderRow, 'orderId' | 'officeIds' | 'fromOn' | 'toOn' | 'reason' | 'cause' | 'staffId'>

/** The order and its days, office by office; false when the id was used before. */
export async function insertOrder(sql: Queryable, order: NewOrder): Promise<boolean> {
  const { orderId, officeIds, fromOn, toOn, reason, cause, staffId } = order
  const made = await sql`
    WITH made AS (
      INSERT INTO closure_orders (order_id, office_ids, from_on, to_on, reason, cause, staff_id)
      VALUES (${orderId}, ${[...officeIds]}::integer[], ${fromOn}, ${toOn}, ${reason}, ${cause}, ${staffId})
      ON CONFLICT DO NOTHING RETURNING order_id, office_ids, from_on, to_on, reason, cause)
    INSERT INTO office_closures (closure_id, office_id, from_on, to_on, reason, order_id, cause)
    SELECT gen_random_uuid(), office_id, from_on, to_on, reason, order_id, cause FROM made CROSS JOIN LATERAL unnest(office_ids) AS office_id`
  return made.count > 0
}

/** Opens the days again and remembers who asked; false when that was done before. */
export async function cancelOrder(sql: Queryable, orderId: string, staffId: number): Promise<boolean> {
  const done = await sql`
    UPDATE closure_orders SET state = 'undoing', undo_staff_id = ${staffId}, undo_asked_at = ansinh_now()
    WHERE order_id = ${orderId} AND state IN ('applying', 'applied')`
  if (done.count === 0) return false
  await sql`UPDATE office_closures SET cancelled_at = now() WHERE order_id = ${orderId} AND cancelled_at IS NULL`
  return true
}

/** The job came to the end of its round. */
export async function finishOrder(sql: Queryable, orderId: string): Promise<void> {
  await sql`UPDATE closure_orders SET applied_at = ansinh_now(), state = 'applied' WHERE order_id = ${orderId} AND state = 'applying'`
  await sql`UPDATE closure_orders SET undone_at = ansinh_now(), state = 'undone' WHERE order_id = ${orderId} AND state = 'undoing'`
}

/** The other closures of an office that stand. */
export async function listClosuresBeside(sql: Queryable, officeId: number, orderId: string): Promise<OfficeClosure[]> {
  return [
    ...(await sql<OfficeClosure[]>`SELECT from_on AS "fromOn", to_on AS "toOn" FROM office_closures
      WHERE office_id = ${officeId} AND cancelled_at IS NULL AND order_id IS DISTINCT FROM ${orderId} ORDER BY from_on`),
  ]
}

/** Whether another closure of the office was made or taken back since this one: then its dates are decided anew, not put back. */
export async function hasLaterChange(sql: Queryable, officeId: number, orderId: string): Promise<boolean> {
  const [row] = await sql<{ later: boolean }[]>`
    SELECT EXISTS (SELECT FROM office_closures c JOIN office_closures mine ON mine.order_id = ${orderId} AND mine.office_id = c.office_id
      WHERE c.office_id = ${officeId} AND c.order_id IS DISTINCT FROM ${orderId} AND greatest(c.recorded_at, c.cancelled_at) > mine.recorded_at) AS later`
  return row?.later === true
}

/** A case moved twice (by a second look) keeps what it was before the first. */
export async function insertMoves(sql: Queryable, orderId: string, moves: readonly MovedDeadline[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ registrationId, before, after }) => ({ registration_id: registrationId, before, after }))
  await sql`
    INSERT INTO closure_moves (order_id, registration_id, before, after)
    SELECT ${orderId}, registration_id, before, after FROM jsonb_to_recordset(${sql.json(rows)}) AS t (registration_id uuid, before jsonb, after jsonb)
    ON CONFLICT (order_id, registration_id) DO UPDATE SET after = EXCLUDED.after`
}

export type MoveRow = { registrationId: string; before: DeadlineImage; after: DeadlineImage }

/** Moves of a desk that the undo has not looked at. */
export async function listUnsettledMoves(sql: Queryable, orderId: string, officeIds: readonly number[], limit: number): Promise<MoveRow[]> {
  return [
    ...(await sql<MoveRow[]>`
      SELECT registration_id AS "registrationId", before, after FROM closure_moves
      WHERE order_id = ${orderId} AND settled_at IS NULL AND (after -> 'facts' ->> 'officeId')::integer = ANY(${[...officeIds]}::integer[])
      ORDER BY registration_id LIMIT ${limit} FOR UPDATE`),
  ]
}

export async function markSettled(sql: Queryable, orderId: string, registrationIds: readonly string[]): Promise<void> {
  await sql`UPDATE closure_moves SET settled_at = ansinh_now() WHERE order_id = ${orderId} AND registration_id = ANY(${[...registrationIds]}::uuid[])`
}

import type { InvitationChannel, InvitationKind, RolloutState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import type { Audience } from './invitation-queries.ts'

export type NewSending = Audience & { employerId: number; sendingId: string; planned: number; officerId: number }

/** False when there is an order of this id: sent twice by the browser, there once. */
export async function insertSending(sql: Queryable, sending: NewSending): Promise<boolean> {
  const made = await sql`
    INSERT INTO invitation_sendings (employer_id, sending_id, channel, kind, states, department, planned, made_by)
    VALUES (${sending.employerId}, ${sending.sendingId}, ${sending.channel}, ${sending.kind}, ${[...sending.states]}::text[], ${sending.department}, ${sending.planned}, ${sending.officerId})
    ON CONFLICT DO NOTHING`
  return made.count === 1
}

export async function hasSending(sql: Queryable, employerId: number, sendingId: string): Promise<boolean> {
  return (await sql`SELECT 1 FROM invitation_sendings WHERE employer_id = ${employerId} AND sending_id = ${sendingId}`).length > 0
}

export type WaitingSending = {
  channel: InvitationChannel
  kind: InvitationKind
  states: RolloutState[]
  department: string | null
  doneUntil: string
}

/** An order that is not through, held until the transaction ends; null when it is. */
export async function holdSending(sql: Queryable, employerId: number, sendingId: string): Promise<WaitingSending | null> {
  const [row] = await sql<WaitingSending[]>`
    SELECT channel, kind, states, department, done_until AS "doneUntil" FROM invitation_sendings
    WHERE employer_id = ${employerId} AND sending_id = ${sendingId} AND state = 'waiting' FOR UPDATE`
  return row ?? null
}

/** How far it is; `doneUntil` null: through. */
export async function moveSending(sql: Queryable, employerId: number, sendingId: string, doneUntil: string | null): Promise<void> {
  await sql`
    UPDATE invitation_sendings SET done_until = coalesce(${doneUntil}::uuid, done_until), state = CASE WHEN ${doneUntil === null} THEN 'done' ELSE state END,
      finished_at = CASE WHEN ${doneUntil === null} THEN ansinh_now() END
    WHERE employer_id = ${employerId} AND sending_id = ${sendingId}`
}

export type SendingRow = {
  sendingId: string
  channel: InvitationChannel
  kind: InvitationKind
  department: string | null
  states: string[]
  madeAt: Date
  finishedAt: Date | null
  planned: number
  laid: number
  delivered: number
  failed: number
}

/** The last orders with what became of their messages: numbers, no address. A message that is kept no longer counts as laid only. */
export async function listSendings(sql: Queryable, employerId: number, limit: number): Promise<SendingRow[]> {
  return [
    ...(await sql<SendingRow[]>`
      SELECT s.sending_id AS "sendingId", s.channel, s.kind, s.department, s.states, s.made_at AS "madeAt", s.finished_at AS "finishedAt", s.planned,
        r.laid, r.delivered, r.failed
      FROM (SELECT * FROM invitation_sendings WHERE employer_id = ${employerId} ORDER BY made_at DESC, sending_id LIMIT ${limit}) s
      CROSS JOIN LATERAL (
        SELECT count(*)::integer AS laid, (count(*) FILTER (WHERE m.state = 'delivered'))::integer AS delivered, (count(*) FILTER (WHERE m.state IN ('permanent', 'cancelled')))::integer AS failed
        FROM invitations i LEFT JOIN messages m ON m.idempotency_key = i.message_key WHERE i.employer_id = s.employer_id AND i.sending_id = s.sending_id) r
      ORDER BY s.made_at DESC, s.sending_id`),
  ]
}

import type { ChatRule, Department } from '@an-sinh/domain'
import type { Fragment, Queryable, Sql } from '../platform/sql.ts'

/** Goes on duty, or elsewhere: the duty before ends with it. */
export async function beginDuty(
  sql: Queryable,
  duty: { staffId: number; dutyId: string; departments: readonly Department[] },
): Promise<void> {
  await sql`
    INSERT INTO chat_duties (staff_id, duty_id, departments) VALUES (${duty.staffId}, ${duty.dutyId}, ${[...duty.departments]}::text[])
    ON CONFLICT (staff_id) DO UPDATE SET duty_id = excluded.duty_id, departments = excluded.departments, since = ansinh_now(), present_at = ansinh_now()`
}

export async function isOnDuty(sql: Queryable, staffId: number, dutyId: string): Promise<boolean> {
  const rows = await sql`SELECT FROM chat_duties WHERE staff_id = ${staffId} AND duty_id = ${dutyId}`
  return rows.length > 0
}

/** A sign of life; false when the duty is over. */
export async function keepDuty(sql: Queryable, staffId: number, dutyId: string): Promise<boolean> {
  const done = await sql`UPDATE chat_duties SET present_at = ansinh_now() WHERE staff_id = ${staffId} AND duty_id = ${dutyId}`
  return done.count > 0
}

export async function endDuty(sql: Queryable, staffId: number, dutyId: string): Promise<boolean> {
  const done = await sql`DELETE FROM chat_duties WHERE staff_id = ${staffId} AND duty_id = ${dutyId}`
  return done.count > 0
}

/** One taking of a chat after the other for one agent, so that nobody gets more than the rule says. */
const lockAgent = (sql: Queryable, staffId: number): Promise<unknown> => sql`SELECT FROM chat_duties WHERE staff_id = ${staffId} FOR UPDATE`

export async function countHeld(sql: Queryable, staffId: number): Promise<number> {
  const [row] = await sql<{ held: number }[]>`SELECT count(*)::integer AS held FROM chats WHERE agent_id = ${staffId} AND state = 'active'`
  return row?.held ?? 0
}

/** The first of the queue that the agent's departments answer; two who ask at once get two chats. Null: none, or no seat is free. */
export async function takeNext(sql: Queryable, staffId: number, chatsOfAgent: number): Promise<{ chatId: string } | 'seats-full' | null> {
  await lockAgent(sql, staffId)
  if ((await countHeld(sql, staffId)) >= chatsOfAgent) return 'seats-full'
  const [row] = await sql<{ chatId: string }[]>`
    UPDATE chats SET state = 'active', agent_id = ${staffId}, taken_at = ansinh_now(), returned = false WHERE chat_id = (
      SELECT c.chat_id FROM chats c WHERE c.state = 'waiting' AND c.department = ANY((SELECT departments FROM chat_duties WHERE staff_id = ${staffId})::text[])
      ORDER BY c.returned DESC, c.queued_at, c.chat_id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING chat_id AS "chatId"`
  return row ?? null
}

/** To another agent who is there and has a free seat; false when not so, or when the chat is not with `fromId`. */
export async function passToAgent(
  sql: Queryable,
  { chatId, fromId, toId, rule }: { chatId: string; fromId: number; toId: number; rule: ChatRule },
): Promise<boolean> {
  await lockAgent(sql, toId)
  const done = await sql`
    UPDATE chats SET agent_id = ${toId}, taken_at = ansinh_now() WHERE chat_id = ${chatId} AND state = 'active' AND agent_id = ${fromId} AND ${toId}::bigint <> ${fromId}::bigint
      AND EXISTS (SELECT FROM chat_duties d WHERE d.staff_id = ${toId} AND ${isPresent(sql, rule)})
      AND (SELECT count(*) FROM chats h WHERE h.agent_id = ${toId} AND h.state = 'active') < ${rule.chatsOfAgent}`
  return done.count > 0
}

/** Back to the front of a queue: the same department's, or another's. */
export async function passToDepartment(
  sql: Queryable,
  { chatId, fromId, department }: { chatId: string; fromId: number; department: Department },
): Promise<boolean> {
  const done = await sql`
    UPDATE chats SET state = 'waiting', agent_id = NULL, returned = true, department = ${department} WHERE chat_id = ${chatId} AND state = 'active' AND agent_id = ${fromId}`
  return done.count > 0
}

/** For a statement over `chat_duties d`. */
const isPresent = (sql: Queryable, rule: ChatRule): Fragment =>
  sql`d.present_at > ansinh_now() - make_interval(secs => ${rule.agentAwaySeconds})`

/** Chats of agents who are gone or off duty: back to the front of the queue. Answers them. */
export async function returnChats(sql: Queryable, rule: ChatRule): Promise<string[]> {
  await sql`DELETE FROM chat_duties d WHERE NOT ${isPresent(sql, rule)}`
  const rows = await sql<{ chatId: string }[]>`
    UPDATE chats c SET state = 'waiting', agent_id = NULL, returned = true
    WHERE c.state = 'active' AND NOT EXISTS (SELECT FROM chat_duties d WHERE d.staff_id = c.agent_id) RETURNING c.chat_id AS "chatId"`
  return rows.map(({ chatId }) => chatId)
}

/** Open chats whose asker gave no sign of life for the rule's minutes. */
export async function listLeft(sql: Queryable, rule: ChatRule): Promise<string[]> {
  const rows = await sql<{ chatId: string }[]>`
    SELECT c.chat_id AS "chatId" FROM chats c JOIN chat_sides q ON q.chat_id = c.chat_id AND q.side = 'asker'
    WHERE c.state <> 'ended' AND q.present_at < ansinh_now() - make_interval(mins => ${rule.askerAwayMinutes}) FOR UPDATE OF c SKIP LOCKED`
  return rows.map(({ chatId }) => chatId)
}

/** Gives what waits to whoever has a free seat, the fewest chats first; for rules that give rather than let take. One at a time. */
export async function findGiven(sql: Queryable, rule: ChatRule): Promise<number | null> {
  const [row] = await sql<{ staffId: number }[]>`
    SELECT d.staff_id AS "staffId" FROM chat_duties d WHERE ${isPresent(sql, rule)}
      AND EXISTS (SELECT FROM chats w WHERE w.state = 'waiting' AND w.department = ANY(d.departments))
      AND (SELECT count(*) FROM chats h WHERE h.agent_id = d.staff_id AND h.state = 'active') < ${rule.chatsOfAgent}
    ORDER BY (SELECT count(*) FROM chats h WHERE h.agent_id = d.staff_id AND h.state = 'active'), d.since LIMIT 1`
  return row?.staffId ?? null
}

export type QueuePlace = { chatId: string; place: number; agents: number; freeSeats: number }

/**
 * Where waiting chats stand: behind everybody who came before and whom an agent of the same department may answer first; how many agents
 * answer that department, and how many seats of theirs are free.
 */
export async function listPlaces(sql: Queryable, chatIds: readonly string[], rule: ChatRule): Promise<QueuePlace[]> {
  if (chatIds.length === 0) return []
  return [
    ...(await sql<QueuePlace[]>`
      WITH duty AS (
        SELECT d.departments, greatest(0, ${rule.chatsOfAgent} - (SELECT count(*) FROM chats h WHERE h.agent_id = d.staff_id AND h.state = 'active')) AS free
        FROM chat_duties d WHERE ${isPresent(sql, rule)})
      SELECT c.chat_id AS "chatId", 1 + (SELECT count(*) FROM chats o WHERE o.state = 'waiting' AND (NOT o.returned, o.queued_at, o.chat_id) < (NOT c.returned, c.queued_at, c.chat_id)
          AND (o.department = c.department OR EXISTS (SELECT FROM duty WHERE c.department = ANY(departments) AND o.department = ANY(departments))))::integer AS place,
        (SELECT count(*) FROM duty WHERE c.department = ANY(departments))::integer AS agents,
        (SELECT coalesce(sum(free), 0) FROM duty WHERE c.department = ANY(departments))::integer AS "freeSeats"
      FROM chats c WHERE c.state = 'waiting' AND c.chat_id = ANY(${[...chatIds]}::uuid[])`),
  ]
}

export type Standing = { agents: number; freeSeats: number; waiting: number; strangers: number; minutesOfChat: number | null; now: Date }

/** The chat as a whole: who is there, who waits, and what one of the last chats took on the average. */
export async function readStanding(sql: Queryable, rule: ChatRule): Promise<Standing> {
  const [row] = await sql<Standing[]>`
    WITH duty AS (
      SELECT greatest(0, ${rule.chatsOfAgent} - (SELECT count(*) FROM chats h WHERE h.agent_id = d.staff_id AND h.state = 'active')) AS free FROM chat_duties d WHERE ${isPresent(sql, rule)})
    SELECT (SELECT count(*) FROM duty)::integer AS agents, (SELECT coalesce(sum(free), 0) FROM duty)::integer AS "freeSeats",
      (SELECT count(*) FROM chats WHERE state = 'waiting')::integer AS waiting, ansinh_now() AS now,
      (SELECT count(*) FROM chats WHERE state = 'waiting' AND asker_kind = 'stranger')::integer AS strangers,
      (SELECT extract(epoch FROM avg(ended_at - taken_at)) / 60 FROM (
        SELECT ended_at, taken_at FROM chats WHERE state = 'ended' AND end_reason IN ('answered', 'by-asker') AND taken_at IS NOT NULL AND ended_at > ansinh_now() - interval '1 day'
        ORDER BY ended_at DESC LIMIT 50) last HAVING count(*) >= 10)::float8 AS "minutesOfChat"`
  if (row === undefined) throw new Error('no standing')
  return row
}

export async function listWaiting(sql: Queryable): Promise<{ department: Department; waiting: number; since: Date }[]> {
  return [
    ...(await sql<{ department: Department; waiting: number; since: Date }[]>`
      SELECT department, count(*)::integer AS waiting, min(queued_at) AS since FROM chats WHERE state = 'waiting' GROUP BY department ORDER BY 3`),
  ]
}

export async function listAgents(sql: Queryable): Promise<{ staffId: number; staffName: string; chats: number }[]> {
  return [
    ...(await sql<{ staffId: number; staffName: string; chats: number }[]>`
      SELECT d.staff_id AS "staffId", u.full_name AS "staffName", (SELECT count(*) FROM chats h WHERE h.agent_id = d.staff_id AND h.state = 'active')::integer AS chats
      FROM chat_duties d JOIN staff_users u USING (staff_id) ORDER BY d.since`),
  ]
}

/** What an agent holds, and of `known` what ended with them while they were away. */
export async function listDeskChats(sql: Queryable, staffId: number, known: readonly string[]): Promise<string[]> {
  const rows = await sql<{ chatId: string }[]>`
    SELECT chat_id AS "chatId" FROM chats WHERE state = 'active' AND agent_id = ${staffId}
    UNION SELECT c.chat_id FROM chats c WHERE c.chat_id = ANY(${[...known]}::uuid[]) AND c.state = 'ended'
      AND (SELECT m.by_id FROM chat_messages m WHERE m.chat_id = c.chat_id AND m.kind = 'joined' ORDER BY m.seq DESC LIMIT 1) = ${staffId}`
  return rows.map(({ chatId }) => chatId)
}

/** Whether another process settles the chats at this moment; until the end of the transaction nobody else does. */
export async function claimSettling(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ claimed: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('settle-chats')) AS claimed`
  return row?.claimed ?? false
}

/** Ended chats whose transcript is kept elsewhere, or that nobody answered. */
export async function deleteOutdatedChats(sql: Queryable, keep: string): Promise<number> {
  const done = await sql`DELETE FROM chats WHERE state = 'ended' AND ended_at < ansinh_now() - ${keep}::interval`
  return done.count
}

const CHANNEL = 'chats'

/** Tells the other processes. Nothing is written, so no commit waits for another (a NOTIFY inside a writing transaction would make them queue up). */
export async function tellProcesses(sql: Queryable, payload: string): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${payload})`
}

/** One connection of its own per process, never of the pool; made anew by itself. `onOpen`: every time it listens. */
export async function listenToProcesses(sql: Sql, take: (payload: string) => void, onOpen: () => void): Promise<void> {
  await sql.listen(CHANNEL, take, onOpen)
}

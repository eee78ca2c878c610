import type { ChatAskerKind, Department } from '@an-sinh/domain'
import type { Actor } from '../platform/actor.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'

/** Whoever asks, as the browser proves it: a session, a secret, or both. */
export type Asker = {
  actor: Actor
  personId: number | null
  officer: { employerId: number; officerId: number } | null
  secretHash: Buffer | null
}
export type ChatState = 'waiting' | 'active' | 'ended'
export type EndReason = 'answered' | 'by-asker' | 'asker-gone' | 'abusive'
export type ChatRow = {
  chatId: string
  askerKind: ChatAskerKind
  askerId: number | null
  askerShown: string
  language: 'vi' | 'en'
  category: string
  department: Department
  officeId: number | null
  state: ChatState
  agentId: number | null
  agentName: string | null
  queuedAt: Date
  takenAt: Date | null
  endReason: EndReason | null
  ticketNumber: string | null
  /** Since when it is over; null: it is not. */
  secondsEnded: number | null
  lastSeq: number
  agentDelivered: number
  agentSeen: number
  askerDelivered: number
  askerSeen: number
  askerHere: boolean
}
export type MessageKind = 'words' | 'joined' | 'agent-gone' | 'handed-over' | 'ended'
export type MessageRow = {
  chatId: string
  seq: number
  messageId: string
  byKind: 'asker' | 'agent' | 'system'
  kind: MessageKind
  words: string
  masked: boolean
  sentAt: Date
}

/** A chat counts as left by the asker, on the agent's screen, after this long without a sign of life. */
const HERE_SECONDS = 60

export const selectChats = (sql: Queryable): Fragment => sql`
  SELECT c.chat_id AS "chatId", c.asker_kind AS "askerKind", c.asker_id AS "askerId", c.asker_shown AS "askerShown", c.language, c.category, c.department, c.office_id AS "officeId",
    c.state, c.agent_id AS "agentId", u.full_name AS "agentName", c.queued_at AS "queuedAt", c.taken_at AS "takenAt", c.end_reason AS "endReason", c.ticket_number AS "ticketNumber", extract(epoch FROM ansinh_now() - c.ended_at)::integer AS "secondsEnded",
    c.last_seq AS "lastSeq", coalesce(a.delivered_seq, 0) AS "agentDelivered", coalesce(a.seen_seq, 0) AS "agentSeen", coalesce(q.delivered_seq, 0) AS "askerDelivered",
    coalesce(q.seen_seq, 0) AS "askerSeen", coalesce(q.present_at > ansinh_now() - make_interval(secs => ${HERE_SECONDS}), false) AS "askerHere"
  FROM chats c LEFT JOIN chat_sides a ON a.chat_id = c.chat_id AND a.side = 'agent' LEFT JOIN chat_sides q ON q.chat_id = c.chat_id AND q.side = 'asker'
  LEFT JOIN staff_users u ON u.staff_id = c.agent_id`

/** For a statement over `chats c`: it is the asker's. */
const isAskers = (sql: Queryable, asker: Asker): Fragment => sql`(
  (c.asker_kind = 'citizen' AND c.asker_id = ${asker.personId}::bigint)
  OR (c.asker_kind = 'employer' AND c.asker_id = ${asker.officer?.employerId ?? null}::bigint AND c.officer_id = ${asker.officer?.officerId ?? null}::bigint)
  OR (c.asker_kind = 'stranger' AND c.secret_hash = ${asker.secretHash}::bytea))`

export async function findOwnChat(sql: Queryable, chatId: string, asker: Asker): Promise<ChatRow | null> {
  const [row] = await sql<ChatRow[]>`${selectChats(sql)} WHERE c.chat_id = ${chatId} AND ${isAskers(sql, asker)}`
  return row ?? null
}

export async function findOwnOpenChat(sql: Queryable, asker: Asker): Promise<string | null> {
  const [row] = await sql<{ chatId: string }[]>`
    SELECT c.chat_id AS "chatId" FROM chats c WHERE c.state <> 'ended' AND ${isAskers(sql, asker)} ORDER BY c.begun_at DESC LIMIT 1`
  return row?.chatId ?? null
}

export type NewChat = Pick<
  ChatRow,
  'chatId' | 'askerKind' | 'askerId' | 'askerShown' | 'language' | 'category' | 'department' | 'officeId'
> & {
  officerId: number | null
  secretHash: Buffer | null
  ruleVersion: string
}

/** False when the id was used before, or the asker has an open chat. */
export async function insertChat(sql: Queryable, chat: NewChat): Promise<boolean> {
  const made = await sql`
    INSERT INTO chats (chat_id, asker_kind, asker_id, officer_id, secret_hash, asker_shown, language, category, department, office_id, rule_version)
    VALUES (${chat.chatId}, ${chat.askerKind}, ${chat.askerId}, ${chat.officerId}, ${chat.secretHash}, ${chat.askerShown}, ${chat.language}, ${chat.category}, ${chat.department},
      ${chat.officeId}, ${chat.ruleVersion}) ON CONFLICT DO NOTHING`
  if (made.count === 0) return false
  await sql`INSERT INTO chat_sides (chat_id, side) VALUES (${chat.chatId}, 'asker')`
  return true
}

export type NewMessage = Pick<MessageRow, 'chatId' | 'messageId' | 'byKind' | 'kind' | 'words' | 'masked'> & { byId: number | null }

const messageColumns = (sql: Queryable): Fragment =>
  sql`m.chat_id AS "chatId", m.seq, m.message_id AS "messageId", m.by_kind AS "byKind", m.kind, m.words, m.masked, m.sent_at AS "sentAt"`

/** For a statement over `chats c`: who may write there now. */
type Writer = { asker: Asker } | { agentId: number; dutyId: string }
const mayWrite = (sql: Queryable, writer: Writer): Fragment =>
  'asker' in writer
    ? sql`c.state <> 'ended' AND ${isAskers(sql, writer.asker)}`
    : sql`c.state = 'active' AND c.agent_id = ${writer.agentId} AND EXISTS (SELECT FROM chat_duties d WHERE d.staff_id = ${writer.agentId} AND d.duty_id = ${writer.dutyId})`

const UNIQUE_VIOLATION = '23505'
const isDoubled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === UNIQUE_VIOLATION

/**
 * Who may write writes the next message, in one statement: the row of the chat is locked while its number is counted up, so numbers have no gaps
 * and are committed in their order. The same id again answers the message of the first time. Null: may not write (any more).
 */
export async function writeMessage(sql: Queryable, message: NewMessage, writer: Writer): Promise<MessageRow | null> {
  const { chatId, messageId, byKind, byId, kind, words, masked } = message
  try {
    const [made] = await sql<MessageRow[]>`
      WITH counted AS (
        UPDATE chats c SET last_seq = c.last_seq + 1 WHERE c.chat_id = ${chatId} AND ${mayWrite(sql, writer)}
          AND NOT EXISTS (SELECT FROM chat_messages done WHERE done.chat_id = ${chatId} AND done.message_id = ${messageId})
        RETURNING c.last_seq)
      , made AS (
        INSERT INTO chat_messages (chat_id, seq, message_id, by_kind, by_id, kind, words, masked)
        SELECT ${chatId}, last_seq, ${messageId}, ${byKind}, ${byId}::bigint, ${kind}, ${words}, ${masked} FROM counted RETURNING *)
      SELECT ${messageColumns(sql)} FROM made m`
    if (made !== undefined) return made
  } catch (error) {
    if (!isDoubled(error)) throw error
  }
  const [before] = await sql<MessageRow[]>`
    SELECT ${messageColumns(sql)} FROM chat_messages m JOIN chats c USING (chat_id)
    WHERE m.chat_id = ${chatId} AND m.message_id = ${messageId} AND m.by_kind = ${byKind}
      AND ${'asker' in writer ? isAskers(sql, writer.asker) : sql`m.by_id = ${writer.agentId}`}`
  return before ?? null
}

/** What happened, as a line between the messages; in the transaction of what happened. */
export async function insertEvent(
  sql: Queryable,
  chatId: string,
  event: { kind: Exclude<MessageKind, 'words'>; words?: string; byId?: number | null },
): Promise<void> {
  await sql`
    WITH counted AS (UPDATE chats SET last_seq = last_seq + 1 WHERE chat_id = ${chatId} RETURNING last_seq)
    INSERT INTO chat_messages (chat_id, seq, message_id, by_kind, by_id, kind, words)
    SELECT ${chatId}, last_seq, gen_random_uuid(), 'system', ${event.byId ?? null}::bigint, ${event.kind}, ${event.words ?? ''} FROM counted`
}

export async function listMessages(sql: Queryable, chatId: string): Promise<MessageRow[]> {
  return [...(await sql<MessageRow[]>`SELECT ${messageColumns(sql)} FROM chat_messages m WHERE m.chat_id = ${chatId} ORDER BY m.seq`)]
}

/** After these numbers of these chats, in order; at most `most`. */
export async function listMessagesAfter(sql: Queryable, after: ReadonlyMap<string, number>, most: number): Promise<MessageRow[]> {
  return [
    ...(await sql<MessageRow[]>`
      SELECT ${messageColumns(sql)} FROM unnest(${[...after.keys()]}::uuid[], ${[...after.values()]}::integer[]) AS t (id, seq)
      JOIN chat_messages m ON m.chat_id = t.id AND m.seq > t.seq ORDER BY m.chat_id, m.seq LIMIT ${most}`),
  ]
}

export async function listChats(sql: Queryable, chatIds: readonly string[]): Promise<ChatRow[]> {
  return [...(await sql<ChatRow[]>`${selectChats(sql)} WHERE c.chat_id = ANY(${[...chatIds]}::uuid[])`)]
}

/** A side has got this far and is alive. Answers the chats whose marks moved on. */
export async function moveMarks(
  sql: Queryable,
  by: { asker: Asker } | { agentId: number },
  marks: readonly { chatId: string; delivered: number; seen: number }[],
): Promise<string[]> {
  if (marks.length === 0) return []
  const side = 'asker' in by ? 'asker' : 'agent'
  const rows = await sql<{ chatId: string }[]>`
    WITH told AS (
      SELECT c.chat_id, least(t.delivered, c.last_seq) AS delivered, least(t.seen, c.last_seq) AS seen
      FROM unnest(${marks.map(({ chatId }) => chatId)}::uuid[], ${marks.map(({ delivered }) => delivered)}::integer[], ${marks.map(({ seen }) => seen)}::integer[]) AS t (id, delivered, seen)
      JOIN chats c ON c.chat_id = t.id AND ${'asker' in by ? isAskers(sql, by.asker) : sql`c.agent_id = ${by.agentId}`})
    , before AS (SELECT s.chat_id, s.delivered_seq, s.seen_seq FROM chat_sides s JOIN told USING (chat_id) WHERE s.side = ${side})
    , kept AS (
      INSERT INTO chat_sides AS s (chat_id, side, delivered_seq, seen_seq) SELECT chat_id, ${side}, delivered, seen FROM told ORDER BY chat_id
      ON CONFLICT (chat_id, side) DO UPDATE SET delivered_seq = greatest(s.delivered_seq, excluded.delivered_seq), seen_seq = greatest(s.seen_seq, excluded.seen_seq),
        present_at = ansinh_now() RETURNING chat_id)
    SELECT chat_id AS "chatId" FROM kept JOIN told USING (chat_id) LEFT JOIN before USING (chat_id)
    WHERE told.delivered > coalesce(before.delivered_seq, 0) OR told.seen > coalesce(before.seen_seq, 0)`
  return rows.map(({ chatId }) => chatId)
}

/** Ends what is not ended; false when it was. `agentId`: only while that agent holds it. */
export async function endChat(
  sql: Queryable,
  chatId: string,
  ending: { reason: EndReason; agentId: number | null; abusiveSeqs?: readonly number[] },
): Promise<boolean> {
  const done = await sql`
    UPDATE chats SET state = 'ended', agent_id = NULL, ended_at = ansinh_now(), end_reason = ${ending.reason}, abusive_seqs = ${[...(ending.abusiveSeqs ?? [])]}::integer[]
    WHERE chat_id = ${chatId} AND state <> 'ended' ${ending.agentId === null ? sql`` : sql`AND agent_id = ${ending.agentId}`}`
  return done.count > 0
}

/** Whom the chat that this agent holds is about; null: not theirs, or nobody of the register. */
export async function findAskerOfChat(sql: Queryable, chatId: string, staffId: number): Promise<number | null> {
  const [row] = await sql<{ personId: number }[]>`
    SELECT asker_id AS "personId" FROM chats WHERE chat_id::text = ${chatId} AND agent_id = ${staffId} AND state = 'active' AND asker_kind = 'citizen'`
  return row?.personId ?? null
}

export async function setTicket(sql: Queryable, chatId: string, ticket: { ticketId: string; ticketNumber: string }): Promise<void> {
  await sql`UPDATE chats SET ticket_id = ${ticket.ticketId}, ticket_number = ${ticket.ticketNumber} WHERE chat_id = ${chatId}`
}

export async function findOfficerOfChat(sql: Queryable, chatId: string): Promise<number | null> {
  const [row] = await sql<{ officerId: number | null }[]>`SELECT officer_id AS "officerId" FROM chats WHERE chat_id = ${chatId}`
  return row?.officerId ?? null
}

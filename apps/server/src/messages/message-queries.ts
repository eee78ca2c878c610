import type { Queryable } from '../platform/sql.ts'

export type MessageState = 'queued' | 'sent' | 'delivered' | 'temporary' | 'permanent' | 'cancelled'
export type Channel = 'sms' | 'email' | 'push'

export type NewMessage = {
  messageId: string
  idempotencyKey: string
  event: string
  channel: Channel
  priority: number
  personId: number | null
  registrationId: string | null
  recipientHmac: Buffer
  recipientEncrypted: Buffer
  subject: string | null
  textEncrypted: Buffer
  segments: number
  /** null = at once. */
  sendAfter: Date | null
  giveUpMinutes: number
  /** More messages than this to the recipient in 24 h: recorded, not sent. */
  cap: number
}

/** Writes the message, or finds the one of the same key: sent twice by the caller, there once. */
export async function insertMessage(sql: Queryable, message: NewMessage): Promise<string> {
  const m = message
  const [row] = await sql<{ messageId: string }[]>`
    WITH capped AS (SELECT count(*) >= ${m.cap} AS yes FROM messages WHERE recipient_hmac = ${m.recipientHmac} AND created_at > ansinh_now() - interval '24 hours'),
    due AS (SELECT greatest(coalesce(${m.sendAfter}::timestamptz, ansinh_now()), ansinh_now()) AS at),
    made AS (
      INSERT INTO messages (message_id, idempotency_key, event, channel, priority, person_id, registration_id, recipient_hmac, recipient_encrypted, subject, text_encrypted, segments,
        state, failure_code, final_at, send_after, give_up_at)
      SELECT ${m.messageId}, ${m.idempotencyKey}, ${m.event}, ${m.channel}, ${m.priority}, ${m.personId}, ${m.registrationId}, ${m.recipientHmac},
        CASE WHEN NOT yes THEN ${m.recipientEncrypted}::bytea END, ${m.subject}, CASE WHEN NOT yes THEN ${m.textEncrypted}::bytea END, ${m.segments},
        CASE WHEN yes THEN 'permanent' ELSE 'queued' END, CASE WHEN yes THEN 'cost-cap' END, CASE WHEN yes THEN ansinh_now() END, at, at + make_interval(mins => ${m.giveUpMinutes})
      FROM capped, due
      ON CONFLICT (idempotency_key) DO NOTHING RETURNING message_id)
    SELECT message_id AS "messageId" FROM made UNION ALL SELECT message_id FROM messages WHERE idempotency_key = ${m.idempotencyKey} LIMIT 1`
  if (row !== undefined) return row.messageId
  // Another transaction wrote the key after our snapshot was taken: it is visible to the next statement.
  const [other] = await sql<
    { messageId: string }[]
  >`SELECT message_id AS "messageId" FROM messages WHERE idempotency_key = ${m.idempotencyKey}`
  if (other === undefined) throw new Error('message neither made nor found')
  return other.messageId
}

/** Writes many messages of which none has gone before; of one key the first stays. The daily cap counts what was there before the statement. */
export async function insertMessages(sql: Queryable, messages: readonly NewMessage[]): Promise<void> {
  const rows = messages.map((m) => ({
    message_id: m.messageId,
    idempotency_key: m.idempotencyKey,
    event: m.event,
    channel: m.channel,
    priority: m.priority,
    person_id: m.personId,
    registration_id: m.registrationId,
    recipient_hmac: m.recipientHmac.toString('hex'),
    recipient_encrypted: m.recipientEncrypted.toString('hex'),
    subject: m.subject,
    text_encrypted: m.textEncrypted.toString('hex'),
    segments: m.segments,
    send_after: m.sendAfter?.toISOString() ?? null,
    give_up_minutes: m.giveUpMinutes,
    cap: m.cap,
  }))
  await sql`
    INSERT INTO messages (message_id, idempotency_key, event, channel, priority, person_id, registration_id, recipient_hmac, recipient_encrypted, subject, text_encrypted, segments,
      state, failure_code, final_at, send_after, give_up_at)
    SELECT o.message_id, o.idempotency_key, o.event, o.channel, o.priority, o.person_id, o.registration_id, decode(o.recipient_hmac, 'hex'),
      CASE WHEN NOT yes THEN decode(o.recipient_encrypted, 'hex') END, o.subject, CASE WHEN NOT yes THEN decode(o.text_encrypted, 'hex') END, o.segments,
      CASE WHEN yes THEN 'permanent' ELSE 'queued' END, CASE WHEN yes THEN 'cost-cap' END, CASE WHEN yes THEN ansinh_now() END, at, at + make_interval(mins => o.give_up_minutes)
    FROM jsonb_to_recordset(${sql.json(rows)}) AS o (message_id uuid, idempotency_key text, event text, channel text, priority smallint, person_id bigint, registration_id uuid,
      recipient_hmac text, recipient_encrypted text, subject text, text_encrypted text, segments smallint, send_after timestamptz, give_up_minutes integer, cap integer)
    CROSS JOIN LATERAL (SELECT count(*) >= o.cap AS yes FROM messages m
      WHERE m.recipient_hmac = decode(o.recipient_hmac, 'hex') AND m.created_at > ansinh_now() - interval '24 hours') capped
    CROSS JOIN LATERAL (SELECT greatest(coalesce(o.send_after, ansinh_now()), ansinh_now()) AS at) due
    ON CONFLICT (idempotency_key) DO NOTHING`
}

/**
 * Takes back messages that still lie in the outbox; the row lock decides the race with a claim. `gone`: claimed by a sender or already out,
 * the caller decides what that means.
 */
export async function cancelMessages(
  sql: Queryable,
  { idempotencyKeys }: { idempotencyKeys: readonly string[] },
): Promise<{ cancelled: number; gone: number }> {
  const keys = [...idempotencyKeys]
  const cancelled =
    await sql`UPDATE messages SET state = 'cancelled', final_at = ansinh_now(), text_encrypted = NULL, recipient_encrypted = NULL
    WHERE idempotency_key = ANY(${keys}::text[]) AND state = 'queued' AND attempts = 0`
  // A message refused by the cost cap never left and never will.
  const [row] = await sql<{ gone: number }[]>`SELECT count(*)::integer AS gone FROM messages
    WHERE idempotency_key = ANY(${keys}::text[]) AND state <> 'cancelled' AND failure_code IS DISTINCT FROM 'cost-cap'`
  return { cancelled: cancelled.count, gone: row?.gone ?? 0 }
}

/** Where a message stands; null when there is none of this key. */
export async function findMessageState(sql: Queryable, idempotencyKey: string): Promise<MessageState | null> {
  const [row] = await sql<{ state: MessageState }[]>`SELECT state FROM messages WHERE idempotency_key = ${idempotencyKey}`
  return row?.state ?? null
}

/** `at`: when it came to this state, as far as known. */
export type Delivery = { channel: Channel; state: MessageState; at: Date }

/** What became of the messages of one event, in the order they were laid. `key` as given when it was told. */
export async function listDeliveries(sql: Queryable, personId: number, key: string): Promise<Delivery[]> {
  return [
    ...(await sql<Delivery[]>`
      SELECT channel, state, coalesce(final_at, accepted_at, created_at) AS at FROM messages
      WHERE person_id = ${personId} AND starts_with(idempotency_key, ${`${key}/`}) ORDER BY created_at, idempotency_key DESC`),
  ]
}

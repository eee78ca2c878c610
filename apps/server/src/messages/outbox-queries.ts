import type { MessageEvent } from '../message-texts/index.ts'
import type { Queryable } from '../platform/sql.ts'
import type { Channel } from './message-queries.ts'

export type ClaimedMessage = {
  messageId: string
  leaseId: string
  channel: Channel
  recipientEncrypted: Buffer
  subject: string | null
  textEncrypted: Buffer
  event: MessageEvent
  attempts: number
}

/** Due messages, the urgent first, now ours for `leaseSeconds`. A sender that dies lets its lease run out, then they are due again. */
export async function claimMessages(sql: Queryable, leaseId: string, limit: number, leaseSeconds: number): Promise<ClaimedMessage[]> {
  return [
    ...(await sql<ClaimedMessage[]>`
      UPDATE messages SET lease_id = ${leaseId}, leased_until = ansinh_now() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
      WHERE message_id IN (
        SELECT message_id FROM messages
        WHERE state IN ('queued', 'temporary') AND send_after <= ansinh_now() AND give_up_at > ansinh_now() AND (leased_until IS NULL OR leased_until <= ansinh_now())
        ORDER BY priority, send_after LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING message_id AS "messageId", lease_id AS "leaseId", channel, recipient_encrypted AS "recipientEncrypted", subject, text_encrypted AS "textEncrypted", event, attempts`),
  ]
}

/** The gateway has it: final when it says delivered, else waiting for its receipt. */
export async function recordAcceptance(
  sql: Queryable,
  message: { messageId: string; leaseId: string },
  gatewayMessageId: string | null,
  isFinal: boolean,
): Promise<void> {
  await sql`UPDATE messages SET state = ${isFinal ? 'delivered' : 'sent'}, accepted_at = ansinh_now(), gateway_message_id = ${gatewayMessageId}, failure_code = NULL, leased_until = NULL,
      final_at = CASE WHEN ${isFinal} THEN ansinh_now() END,
      text_encrypted = CASE WHEN NOT ${isFinal} THEN text_encrypted END, recipient_encrypted = CASE WHEN NOT ${isFinal} THEN recipient_encrypted END
    WHERE message_id = ${message.messageId} AND lease_id = ${message.leaseId} AND state IN ('queued', 'temporary')`
}

/** Another try later, or none when that would be after the time to give up. `countsAsTry` false: the gateway only asked for patience. */
export async function recordRetry(
  sql: Queryable,
  message: { messageId: string; leaseId: string },
  failureCode: string,
  seconds: number,
  countsAsTry: boolean,
): Promise<void> {
  await sql`UPDATE messages SET state = 'temporary', failure_code = ${failureCode}, leased_until = NULL, send_after = ansinh_now() + make_interval(secs => ${seconds}),
      attempts = CASE WHEN ${countsAsTry} THEN attempts ELSE greatest(attempts - 1, 0) END
    WHERE message_id = ${message.messageId} AND lease_id = ${message.leaseId} AND state IN ('queued', 'temporary')`
}

export async function recordFailure(sql: Queryable, message: { messageId: string; leaseId: string }, failureCode: string): Promise<void> {
  await sql`UPDATE messages SET state = 'permanent', failure_code = ${failureCode}, final_at = ansinh_now(), leased_until = NULL, text_encrypted = NULL, recipient_encrypted = NULL
    WHERE message_id = ${message.messageId} AND lease_id = ${message.leaseId} AND state IN ('queued', 'temporary')`
}

export type ReceiptVerdict = 'delivered' | 'temporary' | 'permanent'

/** A delivery receipt. The second of two changes nothing. False: no message has this gateway id (yet). */
export async function recordReceipt(
  sql: Queryable,
  receipt: { gatewayMessageId: string; verdict: ReceiptVerdict; code: string },
  retrySeconds: readonly number[],
  laterSeconds: number,
): Promise<boolean> {
  const { gatewayMessageId, verdict, code } = receipt
  const isFinal = verdict !== 'temporary'
  const updated =
    await sql`UPDATE messages SET state = ${verdict}, failure_code = ${verdict === 'delivered' ? null : code}, final_at = CASE WHEN ${isFinal} THEN ansinh_now() END,
      send_after = CASE WHEN ${isFinal} THEN send_after ELSE ansinh_now() + make_interval(secs => coalesce((${[...retrySeconds]}::integer[])[attempts], ${laterSeconds})) END,
      text_encrypted = CASE WHEN NOT ${isFinal} THEN text_encrypted END, recipient_encrypted = CASE WHEN NOT ${isFinal} THEN recipient_encrypted END
    WHERE gateway_message_id = ${gatewayMessageId} AND state = 'sent'`
  if (updated.count > 0) return true
  // Still `sent`: it was recorded between the two statements, so the receipt has yet to be applied.
  const [known] = await sql<
    { waits: boolean }[]
  >`SELECT state = 'sent' AS waits FROM messages WHERE gateway_message_id = ${gatewayMessageId}`
  return known !== undefined && !known.waits
}

/** Messages whose time is over come to their final state, and their text and recipient are wiped. Answers how many. */
export async function giveUpMessages(sql: Queryable): Promise<number> {
  const result =
    await sql`UPDATE messages SET state = 'permanent', final_at = ansinh_now(), failure_code = CASE WHEN state = 'sent' THEN 'no-receipt' ELSE coalesce(failure_code, 'gave-up') END,
      leased_until = NULL, text_encrypted = NULL, recipient_encrypted = NULL
    WHERE state IN ('queued', 'temporary', 'sent') AND give_up_at <= ansinh_now() AND (leased_until IS NULL OR leased_until <= ansinh_now())`
  return result.count
}

/** Whether this database was made and marked as a demo. */
export async function isDemo(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ demo: boolean }[]>`SELECT demo FROM installation`
  return row?.demo === true
}

export type InboxMessage = { messageId: string; channel: Channel; recipient: string; subject: string | null; body: string }

/** The development gateway's effect: one entry per message, however often it is handed over. */
export async function insertInboxMessage(sql: Queryable, message: InboxMessage): Promise<void> {
  await sql`INSERT INTO inbox_messages (message_id, channel, recipient, subject, body)
    VALUES (${message.messageId}, ${message.channel}, ${message.recipient}, ${message.subject}, ${message.body}) ON CONFLICT (message_id) DO NOTHING`
}

/** Newest first, of all or of one recipient (a phone in E.164 or an address). */
export async function listInboxMessages(
  sql: Queryable,
  recipient: string | null,
  limit: number,
): Promise<(InboxMessage & { receivedAt: Date })[]> {
  return [
    ...(await sql<
      (InboxMessage & { receivedAt: Date })[]
    >`SELECT message_id AS "messageId", channel, recipient, subject, body, received_at AS "receivedAt" FROM inbox_messages
      WHERE ${recipient}::text IS NULL OR recipient = ${recipient} ORDER BY inbox_message_id DESC LIMIT ${limit}`),
  ]
}

import { randomUUID } from 'node:crypto'
import { decideSmsEncoding } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'
import type { Transaction } from '../platform/transaction.ts'
import type { MessageContent } from './message-content.ts'
import { insertMessage } from './message-queries.ts'
import { giveUpMinutesOf, MESSAGES_PER_DAY, priorityOf } from './message-rules.ts'
import { renderEmail, renderSms } from './message-templates.ts'

export type MessageOrder = {
  /** One message per key for ever, e.g. `decision/{decisionId}/sms`. */
  idempotencyKey: string
  content: MessageContent
  /** `phone`: E.164. */
  to: { phone: string } | { email: string }
  personId?: number | null
  registrationId?: string | null
  /** Not before this instant (the end of an undo time). At once when left out. */
  sendAfter?: Date | null
}

const render = (order: MessageOrder): { channel: 'sms' | 'email'; recipient: string; subject: string | null; text: string } => {
  if ('phone' in order.to) return { channel: 'sms', recipient: order.to.phone, subject: null, text: renderSms(order.content) }
  const email = renderEmail(order.content)
  if (email === null) throw new Error(`${order.content.event} goes to a phone only`)
  return { channel: 'email', recipient: order.to.email, subject: email.subject, text: email.body }
}

/** Lays a message in the outbox, in the transaction of the change that causes it. Text and recipient are encrypted until the final state. Answers the message's id. */
export async function enqueueMessage(platform: { keyring: Keyring }, transaction: Transaction, order: MessageOrder): Promise<string> {
  const { channel, recipient, subject, text } = render(order)
  const { event } = order.content
  const messageId = randomUUID()
  return insertMessage(transaction, {
    messageId,
    idempotencyKey: order.idempotencyKey,
    event,
    channel,
    subject,
    priority: priorityOf(event),
    personId: order.personId ?? null,
    registrationId: order.registrationId ?? null,
    recipientHmac: platform.keyring.hmac('phone', recipient),
    recipientEncrypted: platform.keyring.encrypt('message', recipient, `${messageId}/to`),
    textEncrypted: platform.keyring.encrypt('message', text, messageId),
    segments: channel === 'sms' ? decideSmsEncoding(text).segments : 1,
    sendAfter: order.sendAfter ?? null,
    giveUpMinutes: giveUpMinutesOf(event),
    cap: MESSAGES_PER_DAY[channel],
  })
}

/** What reaches a person: E.164 phone, and an e-mail address where one is on file. */
export type Reach = { personId: number; phone: string; email: string | null }

/** One event to the phone and, with an e-mail on file, there too. `key` names the event once and for ever. */
export async function enqueueEverywhere(
  platform: { keyring: Keyring },
  transaction: Transaction,
  { personId, phone, email }: Reach,
  { key, content }: { key: string; content: MessageContent },
): Promise<void> {
  await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/sms`, content, to: { phone }, personId })
  if (email !== null) await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/email`, content, to: { email }, personId })
}

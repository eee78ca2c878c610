import { randomUUID } from 'node:crypto'
import { decideSmsEncoding } from '@an-sinh/domain'
import { type MessageContent, renderEmail, renderSms } from '../message-texts/index.ts'
import type { Keyring } from '../platform/keyring.ts'
import type { Transaction } from '../platform/transaction.ts'
import { type Channel, insertMessage, insertMessages, type NewMessage } from './message-queries.ts'
import { giveUpMinutesOf, MESSAGES_PER_DAY, priorityOf } from './message-rules.ts'

export type MessageOrder = {
  /** One message per key for ever, e.g. `decision/{decisionId}/sms`. */
  idempotencyKey: string
  content: MessageContent
  /** `phone`: E.164. `push`: the address a browser is rung at; a ring carries no text. */
  to: { phone: string } | { email: string } | { push: string }
  personId?: number | null
  registrationId?: string | null
  /** Not before this instant (the end of an undo time). At once when left out. */
  sendAfter?: Date | null
}

const render = (order: MessageOrder): { channel: Channel; recipient: string; subject: string | null; text: string } => {
  if ('phone' in order.to) return { channel: 'sms', recipient: order.to.phone, subject: null, text: renderSms(order.content) }
  if ('push' in order.to) return { channel: 'push', recipient: order.to.push, subject: null, text: '' }
  const email = renderEmail(order.content)
  if (email === null) throw new Error(`${order.content.event} goes to a phone only`)
  return { channel: 'email', recipient: order.to.email, subject: email.subject, text: email.body }
}

const toNewMessage = ({ keyring }: { keyring: Keyring }, order: MessageOrder): NewMessage => {
  const { channel, recipient, subject, text } = render(order)
  const { event } = order.content
  const messageId = randomUUID()
  return {
    messageId,
    idempotencyKey: order.idempotencyKey,
    event,
    channel,
    subject,
    priority: priorityOf(event),
    personId: order.personId ?? null,
    registrationId: order.registrationId ?? null,
    recipientHmac: keyring.hmac('phone', recipient),
    recipientEncrypted: keyring.encrypt('message', recipient, `${messageId}/to`),
    textEncrypted: keyring.encrypt('message', text, messageId),
    segments: channel === 'sms' ? decideSmsEncoding(text).segments : 1,
    sendAfter: order.sendAfter ?? null,
    giveUpMinutes: giveUpMinutesOf(event),
    cap: MESSAGES_PER_DAY[channel],
  }
}

/** Lays a message in the outbox, in the transaction of the change that causes it. Text and recipient are encrypted until the final state. Answers the message's id. */
export async function enqueueMessage(platform: { keyring: Keyring }, transaction: Transaction, order: MessageOrder): Promise<string> {
  return insertMessage(transaction, toNewMessage(platform, order))
}

/** As `enqueueMessage`, for many at once: one statement for all of them, one of each key. */
export async function enqueueMessages(
  platform: { keyring: Keyring },
  transaction: Transaction,
  orders: readonly MessageOrder[],
): Promise<void> {
  if (orders.length > 0)
    await insertMessages(
      transaction,
      orders.map((order) => toNewMessage(platform, order)),
    )
}

/** What reaches a person: E.164 phone, and an e-mail address where one is on file. */
export type Reach = { personId: number; phone: string; email: string | null }

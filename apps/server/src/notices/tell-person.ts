import { decideChannels, type NoticeChannel } from '@an-sinh/domain'
import { type MessageContent, type NoticeContent, renderEmail, renderNotice } from '../message-texts/index.ts'
import { enqueueMessage, type Reach } from '../messages/index.ts'
import type { Keyring } from '../platform/keyring.ts'
import type { Transaction } from '../platform/transaction.ts'
import { listChoices } from './choice-queries.ts'
import { insertNotice } from './notice-queries.ts'
import { NOTICE_RULES } from './notice-rules.ts'
import { listPushAddresses } from './push-address.ts'

/** `key` names the event once and for ever; `subjectId` what it is about, where a screen can show it. */
export type Told<Content = NoticeContent> = { key: string; content: Content; subjectId?: string }

/** Lays the event in the person's inbox and nowhere else. False when it lies there already. */
export async function recordNotice(transaction: Transaction, personId: number, { key, content, subjectId }: Told): Promise<boolean> {
  const { event } = content
  const { kind } = NOTICE_RULES[event]
  return insertNotice(transaction, { personId, noticeKey: key, event, kind, subjectId: subjectId ?? null, ...renderNotice(content) })
}

/** Events whose text holds no secret; those with one are sent by the feature that makes it. */
type OpenContent = Exclude<
  MessageContent,
  { event: 'one-time-code' | 'email-code' | 'email-link' | 'approved' | 'first-password' | 'employer-invitation' | 'number-asked' }
>

/** Tells one event: into the inbox, and by every channel that the person left on. Once per key, in the transaction of what causes it. False when it was told before. */
export async function tellPerson(
  platform: { keyring: Keyring },
  transaction: Transaction,
  { personId, phone, email }: Reach,
  told: Told<OpenContent>,
): Promise<boolean> {
  if (!(await recordNotice(transaction, personId, told))) return false
  const { key, content } = told
  const channels = decideChannels(NOTICE_RULES[content.event].kind, await listChoices(transaction, personId))
  const has = (channel: NoticeChannel): boolean => channels.includes(channel)
  const send = (name: string, to: { phone: string } | { email: string } | { push: string }): Promise<string> =>
    enqueueMessage(platform, transaction, { idempotencyKey: `${key}/${name}`, content, to, personId })
  if (has('sms')) await send('sms', { phone })
  if (has('email') && email !== null && renderEmail(content) !== null) await send('email', { email })
  const pushAddresses = has('push') ? await listPushAddresses(platform, transaction, personId) : []
  for (const { subscriptionId, endpoint } of pushAddresses) await send(`push/${subscriptionId}`, { push: endpoint })
  return true
}

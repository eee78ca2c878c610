import { decideChannels, type NoticeChannel } from '@an-sinh/domain'
import { type NoticeContent, renderEmail, renderNotice } from '../message-texts/index.ts'
import { enqueueMessages, type MessageOrder, type Reach } from '../messages/index.ts'
import type { Keyring } from '../platform/keyring.ts'
import type { Transaction } from '../platform/transaction.ts'
import { listChoicesOf } from './choice-queries.ts'
import { insertNotices } from './notice-queries.ts'
import { NOTICE_RULES } from './notice-rules.ts'
import { listPushAddressesOf } from './push-address.ts'

type Announced = Extract<NoticeContent, { event: 'announced' }>
export type ToldMany = { told: number; rung: number; sms: number }

/**
 * Tells one thing to many, each once per key for ever: into their inboxes, by push and e-mail as they chose, and by SMS to at most `mostSms` of
 * those who left it on. A fixed number of statements, in the transaction of what causes it.
 */
export async function tellMany(
  platform: { keyring: Keyring },
  transaction: Transaction,
  people: readonly Reach[],
  { key, content, mostSms }: { key: string; content: Announced; mostSms: number },
): Promise<ToldMany> {
  const { kind } = NOTICE_RULES[content.event]
  const told = new Set(
    await insertNotices(
      transaction,
      people.map(({ personId }) => personId),
      { noticeKey: key, event: content.event, kind, subjectId: null, ...renderNotice(content) },
    ),
  )
  const choices = await listChoicesOf(transaction, [...told], kind)
  const addresses = await listPushAddressesOf(platform, transaction, [...told])
  const orders: MessageOrder[] = []
  const counts = { told: told.size, rung: 0, sms: 0 }
  const hasLetter = renderEmail(content) !== null
  for (const { personId, phone, email } of people) {
    if (!told.has(personId)) continue
    const channels = decideChannels(kind, choices.get(personId) ?? [])
    const has = (channel: NoticeChannel): boolean => channels.includes(channel)
    const send = (name: string, to: MessageOrder['to']): number =>
      orders.push({ idempotencyKey: `${key}/${personId}/${name}`, content, to, personId })
    const own = has('push') ? (addresses.get(personId) ?? []) : []
    for (const { subscriptionId, endpoint } of own) send(`push/${subscriptionId}`, { push: endpoint })
    if (own.length > 0) counts.rung += 1
    if (has('email') && email !== null && hasLetter) send('email', { email })
    if (!has('sms') || counts.sms >= mostSms) continue
    send('sms', { phone })
    counts.sms += 1
  }
  await enqueueMessages(platform, transaction, orders)
  return counts
}

import type { NoticeChoices } from '@an-sinh/contract'
import { decideChannels, NOTICE_KIND_RULES, NOTICE_KINDS } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { makeVapidKeys } from '../messages/index.ts'
import { listChoices } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'

/** The switches as they stand, with what the person never touched at its usual place. */
export async function readChoices({ sql, keyring }: Platform, personId: number): Promise<NoticeChoices> {
  const choices = await listChoices(sql, personId)
  const account = await findAccount(sql, personId)
  const kinds = NOTICE_KINDS.map((kind) => {
    const { label, fixed } = NOTICE_KIND_RULES[kind]
    const channels = decideChannels(kind, choices)
    const on = { sms: channels.includes('sms'), email: channels.includes('email'), push: channels.includes('push') }
    return { kind, label, fixed, on }
  })
  return { email: account !== null && account.email !== null, pushKey: makeVapidKeys(keyring).publicKey, kinds }
}

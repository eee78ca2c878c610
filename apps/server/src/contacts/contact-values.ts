import type { ContactChange, ContactKind } from '@an-sinh/contract'
import { CONTACT_CHANGE_RULE, maskEmail, maskPhone } from '@an-sinh/domain'
import type { Account } from '../accounts/index.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { type ContactChangeRow, findOpenChange } from './contact-change-queries.ts'

/** What a code or a message goes to. */
export type Contact = { kind: ContactKind; value: string }

export const readAfter = (platform: Platform, row: ContactChangeRow): Contact => ({
  kind: row.kind,
  value: platform.keyring.decrypt('phone', row.afterEncrypted, row.changeId).toString('utf8'),
})

/** Where the old side's code goes; null when it was proved at the counter, or the address is no longer there. */
export const oldContact = (account: Account, row: ContactChangeRow): Contact | null => {
  if (row.oldProof === 'phone') return { kind: 'phone', value: account.phone }
  return row.oldProof === 'email' && account.email !== null ? { kind: 'email', value: account.email } : null
}

const mask = ({ kind, value }: Contact): string => (kind === 'phone' ? maskPhone(value) : maskEmail(value))

export function toChangeAnswer(platform: Platform, account: Account, row: ContactChangeRow): ContactChange {
  const old = oldContact(account, row)
  return {
    changeId: row.changeId,
    kind: row.kind,
    newMasked: mask(readAfter(platform, row)),
    oldMasked: old === null ? null : mask(old),
    oldProved: row.oldProved,
    newProved: row.newProved,
    appliesAt: row.appliesAt?.toISOString() ?? null,
  }
}

/** The person's open change of this id. @throws Refusal `not-found` */
export async function requireOpenChange(platform: Platform, personId: number, changeId: string): Promise<ContactChangeRow> {
  const row = await findOpenChange(platform.sql, personId, CONTACT_CHANGE_RULE.proveMinutes)
  return requireFound(row?.changeId === changeId ? row : null, 'not-found')
}

import { CONTACT_CHANGE_RULE, maskPhone } from '@an-sinh/domain'
import { type Account, consumeOneTimeCode } from '../accounts/index.ts'
import { tellPerson } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { parseValue } from './ask-contact-change.ts'
import { cancelOpenChanges, type ContactChangeRow, findOpenChange, insertChange, markSideProved } from './contact-change-queries.ts'
import { readAfter, requireOpenChange } from './contact-values.ts'
import { announce } from './prove-contact-change.ts'
import { codeSubject, sendSideCode } from './send-side-code.ts'

/** The phone change under way, as a clerk sees it; null when there is none. */
export async function describePhoneChange(platform: Platform, sql: Queryable, personId: number) {
  const row = await findOpenChange(sql, personId, CONTACT_CHANGE_RULE.proveMinutes)
  if (row?.kind !== 'phone') return null
  return {
    changeId: row.changeId,
    newMasked: maskPhone(readAfter(platform, row).value),
    appliesAt: row.appliesAt?.toISOString() ?? null,
    atCounter: row.oldProof === 'counter',
  }
}

/** The number as E.164. @throws Refusal `phone-shape`, `contact-same`, `contact-change-open` */
const requireNewPhone = async (platform: Platform, account: Account, typed: string, changeId: string): Promise<string> => {
  const phone = parseValue('phone', typed)
  if (phone === account.phone) throw new Refusal('contact-same', { fields: [{ field: 'phone', code: 'contact-same' }] })
  const open = await findOpenChange(platform.sql, account.personId, CONTACT_CHANGE_RULE.proveMinutes)
  if (open !== null && open.appliesAt !== null && open.changeId !== changeId) throw new Refusal('contact-change-open')
  return phone
}

/**
 * The clerk saw the original ID, which stands in for the code to the old phone; `write` is done in the transaction that writes the change. A code
 * goes to the new number. The same id again sends the code again.
 */
export async function askPhoneChange(
  platform: Platform,
  account: Account,
  { changeId, typed }: { changeId: string; typed: string },
  write: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const { personId } = account
  const phone = await requireNewPhone(platform, account, typed, changeId)
  await inTransaction(platform, async (transaction) => {
    await insertChange(transaction, {
      personId,
      changeId,
      kind: 'phone',
      beforeHmac: platform.keyring.hmac('phone', account.phone),
      afterEncrypted: platform.keyring.encrypt('phone', phone, changeId),
      oldProof: 'counter',
    })
    await write(transaction)
  })
  await sendSideCode(platform, account, await requireOpenChange(platform, personId, changeId), 'new')
}

/** @throws Refusal `not-found` for a change that was not asked for at a counter */
const requireCounterChange = async (platform: Platform, personId: number, changeId: string): Promise<ContactChangeRow> => {
  const row = await requireOpenChange(platform, personId, changeId)
  if (row.oldProof !== 'counter') throw new Refusal('not-found')
  return row
}

/** The code that arrived at the new number: from now on it waits its day, and the old one can object. @throws Refusal `not-found`, `code-wrong` */
export async function provePhoneChange(
  platform: Platform,
  account: Account,
  { changeId, code }: { changeId: string; code: string },
  write: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const row = await requireCounterChange(platform, account.personId, changeId)
  await consumeOneTimeCode(platform, { purpose: 'change-contact', subject: codeSubject(row, 'new'), code })
  await inTransaction(platform, async (transaction) => {
    await markSideProved(transaction, row, 'new')
    if (await announce(platform, transaction, account, row)) await write(transaction)
  })
}

/** Taken back by the holder at a counter, whoever asked for it. False when nothing was open. */
export async function cancelPhoneChange(
  platform: Platform,
  transaction: Transaction,
  account: Account,
  changeId: string,
): Promise<boolean> {
  const [cancelled] = await cancelOpenChanges(transaction, { personId: account.personId, changeId })
  if (cancelled === undefined) return false
  const content = { event: 'contact-change-cancelled', kind: cancelled.kind } as const
  if (cancelled.waited) await tellPerson(platform, transaction, account, { key: `contact-change/${changeId}/cancelled`, content })
  return true
}

import { findAccount } from '../accounts/index.ts'
import type { MandateChange } from '../message-texts/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { recordNotice, tellPerson } from '../notices/index.ts'
import { getPerson } from '../persons/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'

/** Who looks and whose data it is; `key` names the event once and for ever. */
type Told = { key: string; readerId: number; subjectId: number }

/** What became of a mandate, to its giver and to who looks; who has no account is not written to. */
export async function tellMandateChange(
  platform: Platform,
  transaction: Transaction,
  { key, readerId, subjectId, change }: { key: string; readerId: number | null; subjectId: number; change: MandateChange },
): Promise<void> {
  for (const [side, personId] of [
    ['giver', subjectId],
    ['reader', readerId],
  ] as const) {
    const account = personId === null ? null : await findAccount(transaction, personId)
    if (account === null) continue
    await tellPerson(platform, transaction, account, { key: `${key}/${side}`, content: { event: 'mandate-changed', change, side } })
  }
}

/** To the guardian, and to the one who came of age: by the account, else to the phone on file, which a family told already is not told again. */
export async function tellCameOfAge(platform: Platform, transaction: Transaction, { key, readerId, subjectId }: Told): Promise<void> {
  const guardian = await findAccount(transaction, readerId)
  if (guardian !== null) await tellPerson(platform, transaction, guardian, { key: `${key}/guardian`, content: { event: 'childhood-over' } })
  const account = await findAccount(transaction, subjectId)
  const told = { key: `${key}/subject`, content: { event: 'came-of-age' } } as const
  if (account !== null) return void (await tellPerson(platform, transaction, account, told))
  // The inbox waits for the account.
  if (!(await recordNotice(transaction, subjectId, told))) return
  const { phoneOnFile: phone } = await getPerson(transaction, subjectId)
  if (phone === null || phone === guardian?.phone) return
  const order = { idempotencyKey: `${told.key}/sms`, content: told.content, to: { phone }, personId: subjectId }
  await enqueueMessage(platform, transaction, order)
}

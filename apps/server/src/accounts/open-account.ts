import { randomBytes } from 'node:crypto'
import { FIRST_PASSWORD_RULE, makeFirstPassword } from '@an-sinh/domain'
import { hashPassword } from '../platform/passwords.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import {
  applyStagedAccount,
  clearStagedAccount,
  deleteTickets,
  deleteUnusedAccount,
  insertAccount,
  type NewAccount,
  stageAccount,
} from './account-queries.ts'

/**
 * A first password and its argon2id hash; made before the transaction, since hashing takes 25 ms and more. `plain` goes into the message and nowhere else.
 * @throws Refusal `overloaded`
 */
export async function prepareFirstPassword(): Promise<{ plain: string; hash: string }> {
  const plain = makeFirstPassword(randomBytes(FIRST_PASSWORD_RULE.randomBytes))
  return { plain, hash: await hashPassword(plain) }
}

/**
 * An account for an approved person, in the decision's transaction; nobody can sign in to it before `heldUntil`, the end of the undo time,
 * and the first password lives 72 h from then. Where the person has an account, that one stays as it is until `heldUntil`; then phone, e-mail and
 * first password are replaced, the old password and all sessions end.
 * @throws Refusal `version-conflict` when another decision about this person is still in its undo time
 */
export async function openAccount(transaction: Transaction, account: Omit<NewAccount, 'hours'>): Promise<'opened' | 'renews'> {
  await settleAccount(transaction, account.personId)
  const ruled = { ...account, hours: FIRST_PASSWORD_RULE.hours }
  if (await insertAccount(transaction, ruled)) return 'opened'
  if (await stageAccount(transaction, ruled)) return 'renews'
  throw new Refusal('version-conflict')
}

/** When the undo time is over: a renewal that was laid beside takes the account over. Signing in does the same, so nothing waits for it. Repeatable. */
export async function settleAccount(transaction: Transaction, personId: number): Promise<boolean> {
  return applyStagedAccount(transaction, personId, FIRST_PASSWORD_RULE.hours)
}

/** Undo: the account opened by this registration is gone, a renewal laid beside is forgotten. Call it only within the undo time. Repeatable. */
export async function takeBackAccount(
  transaction: Transaction,
  { personId, registrationId }: { personId: number; registrationId: string },
): Promise<void> {
  if (await deleteUnusedAccount(transaction, personId, registrationId)) await deleteTickets(transaction, personId)
  else await clearStagedAccount(transaction, personId, registrationId)
}

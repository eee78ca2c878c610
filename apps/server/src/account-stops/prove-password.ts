import { decideAccountMove } from '@an-sinh/domain'
import { type Account, findAccount, findPasswordHash } from '../accounts/index.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findOpenStop } from './account-stop-queries.ts'

/** What a code to stop belongs to. */
export const stopSubject = (personId: number): string => `stop/${personId}`

/**
 * The account may be stopped by its holder, who has just proved the password.
 * @throws Refusal `current-password-wrong`, `account-stop-open`, `account-closed`, `too-many`
 */
export async function proveForStop(platform: Platform, personId: number, password: string): Promise<Account> {
  await platform.limits.consume('password-change', String(personId))
  const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
  if (!decideAccountMove(account.state, 'stop', 'account-holder').ok) throw new Refusal('account-closed')
  if (!(await verifyPassword(await findPasswordHash(platform.sql, personId), password)))
    throw new Refusal('current-password-wrong', { fields: [{ field: 'password', code: 'current-password-wrong' }] })
  if ((await findOpenStop(platform.sql, personId)) !== null) throw new Refusal('account-stop-open')
  return account
}

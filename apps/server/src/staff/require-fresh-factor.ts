import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findTotpSecret, useTotpStep } from './staff-queries.ts'
import { findTotpStep } from './totp.ts'

/** Once more the authenticator's code, for what a left screen must not give away; each step counts once. @throws Refusal `factor-wrong`, `too-many` */
export async function requireFreshFactor(platform: Platform, { staffId }: StaffActor, code: string): Promise<void> {
  await platform.limits.consume('staff-second-factor', String(staffId))
  const sealed = requireFound(await findTotpSecret(platform.sql, staffId), 'factor-wrong')
  const secret = platform.keyring.decrypt('totp', sealed, `staff/${staffId}`).toString('utf8')
  const step = requireFound(findTotpStep(secret, code.replace(/\s/gu, '')), 'factor-wrong')
  const isFirst = await inTransaction(platform, (transaction) => useTotpStep(transaction, staffId, step))
  if (!isFirst) throw new Refusal('factor-wrong', { fields: [{ field: 'code', code: 'factor-wrong' }] })
  await platform.limits.forget('staff-second-factor', String(staffId))
}

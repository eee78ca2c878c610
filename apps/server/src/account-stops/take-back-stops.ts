import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import type { CitizenActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { cancelOpenStops } from './account-stop-queries.ts'

/** Whoever sat at a device that is not the holder's may have asked to stop the account: taken back, and told where it had been announced. */
export const takeBackStops =
  (platform: Platform) =>
  async (transaction: Transaction, actor: CitizenActor, requestId: string): Promise<void> => {
    const { personId } = actor
    const account = await findAccount(transaction, personId)
    for (const { stopId } of await cancelOpenStops(transaction, { personId })) {
      const told = { key: `account-stop/${stopId}/cancelled`, content: { event: 'account-stop-cancelled' } } as const
      if (account !== null) await tellPerson(platform, transaction, account, told)
      await recordAudit(transaction, { actor, action: 'account-stop-cancelled', personId, requestId })
    }
  }

import { keptInterval } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { erasePhones } from './call-back-queries.ts'

/** Numbers of calls that are settled for so long. Safe to run twice. Answers how many went. */
export async function eraseCallBackPhones(platform: Platform): Promise<number> {
  return inTransaction(platform, async (transaction) => {
    const phones = await erasePhones(transaction, keptInterval('ticket-contact'))
    const actor = { kind: 'system', job: 'erase-call-back-phones' } as const
    if (phones > 0)
      await recordAudit(transaction, {
        actor,
        action: 'ticket-contacts-erased',
        reasonCode: 'ticket-contact',
        details: { contacts: phones },
      })
    return phones
  })
}

import { RETENTION_RULES } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { erasePhones } from './call-back-queries.ts'

const keep = RETENTION_RULES.find(({ code, validTo }) => code === 'ticket-contact' && validTo === null)?.keep

/** Numbers of calls that are settled for so long. Safe to run twice. Answers how many went. */
export async function eraseCallBackPhones(platform: Platform): Promise<number> {
  if (keep === undefined || keep === null) throw new Error('no duration for ticket-contact')
  return inTransaction(platform, async (transaction) => {
    const phones = await erasePhones(transaction, `${keep.amount} ${keep.unit}s`)
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

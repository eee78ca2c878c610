import { keptInterval } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { eraseDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOldScans } from './paper-queries.ts'

const BATCH = 200
const actor = { kind: 'system', job: 'erase-form-scans' } as const

/** Scans of accepted forms go when the archive's time is over; those of others went with their registration. Safe to run twice. */
export async function eraseFormScans(platform: Platform): Promise<number> {
  for (let erased = 0; ;) {
    const registrationIds = await listOldScans(platform.sql, keptInterval('form01-scan'), BATCH)
    for (const registrationId of registrationIds) {
      const removeFiles = await inTransaction(platform, async (transaction) => {
        const done = await eraseDocuments(platform, transaction, { registrationId, kinds: ['form-scan'] })
        await recordAudit(transaction, { actor, action: 'form-scan-erased', registrationId, reasonCode: 'form01-scan' })
        return done.removeFiles
      })
      await removeFiles()
    }
    erased += registrationIds.length
    if (registrationIds.length < BATCH) return erased
  }
}

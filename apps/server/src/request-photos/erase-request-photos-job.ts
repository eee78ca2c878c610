import { keptInterval } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { eraseDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { isAccepted, listOutdatedFolders, markFolderErased } from './request-photo-queries.ts'

const BATCH = 200
const PAPERS = ['id-front', 'id-back'] as const

/** Papers of requests go when their time is over, bytes and keys. Safe to run twice. Answers how many folders went. */
export async function eraseRequestPhotos(platform: Platform): Promise<number> {
  const keep = { unsent: keptInterval('request-draft-photo'), decided: keptInterval('request-photo') }
  for (let erased = 0; ;) {
    const requestIds = await listOutdatedFolders(platform.sql, keep, BATCH)
    for (const requestId of requestIds) {
      const done = await inTransaction(platform, async (transaction) => {
        const { count, removeFiles } = await eraseDocuments(platform, transaction, {
          registrationId: requestId,
          ...((await isAccepted(transaction, requestId)) ? { kinds: PAPERS } : {}),
        })
        await markFolderErased(transaction, requestId)
        const actor = { kind: 'system', job: 'erase-request-photos' } as const
        await recordAudit(transaction, {
          actor,
          action: 'request-photos-erased',
          reasonCode: 'request-photo',
          details: { requestId, photos: count },
        })
        return removeFiles
      })
      await done()
    }
    erased += requestIds.length
    if (requestIds.length < BATCH) return erased
  }
}

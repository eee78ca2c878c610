import { RETENTION_RULES, type RetentionCode } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { eraseDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { isAccepted, listOutdatedFolders, markFolderErased } from './request-photo-queries.ts'

const BATCH = 200
const PAPERS = ['id-front', 'id-back'] as const

const keptOf = (code: RetentionCode): string => {
  const keep = RETENTION_RULES.find((rule) => rule.code === code && rule.validTo === null)?.keep
  if (keep === undefined || keep === null) throw new Error(`no duration for ${code}`)
  return `${keep.amount} ${keep.unit}s`
}

/** Papers of requests go when their time is over, bytes and keys. Safe to run twice. Answers how many folders went. */
export async function eraseRequestPhotos(platform: Platform): Promise<number> {
  const keep = { unsent: keptOf('request-draft-photo'), decided: keptOf('request-photo') }
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

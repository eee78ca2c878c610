import { keptFor } from '@an-sinh/domain'
import { eraseDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOutdatedCertificates, rememberCertificateErased } from './dependant-queue-queries.ts'

const BATCH = 200
const days = keptFor('birth-certificate').amount

/** The decision is made and the time to object is over: key and bytes go. Answers how many. */
export async function eraseCertificates(platform: Platform): Promise<number> {
  let count = 0
  for (;;) {
    const requestIds = await listOutdatedCertificates(platform.sql, days, BATCH)
    for (const registrationId of requestIds) {
      const { removeFiles } = await inTransaction(platform, async (transaction) => {
        await rememberCertificateErased(transaction, registrationId)
        return eraseDocuments(platform, transaction, { registrationId })
      })
      await removeFiles()
    }
    count += requestIds.length
    if (requestIds.length < BATCH) return count
  }
}

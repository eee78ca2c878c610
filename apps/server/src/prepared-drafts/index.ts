import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { listPreparable } from './list-preparable.ts'
import { openPreparedDraft } from './open-prepared-draft.ts'
import { prepareDrafts } from './prepare-drafts.ts'
import { deleteExpiredDrafts, moveDrafts } from './prepared-draft-queries.ts'
import { withdrawDraft } from './withdraw-draft.ts'

/** A slip that is in somebody's hand keeps its worth: the draft goes with the line of its person. */
export const moveDraftsOfMerger = async (transaction: Transaction, { mergerId }: { mergerId: string }) => {
  await moveDrafts(transaction, mergerId)
  return {}
}

/** What an employer lays out for its people's own phones. */
export function registerPreparedDrafts(server: Server, platform: Platform): void {
  listPreparable(server, platform)
  prepareDrafts(server, platform)
  withdrawDraft(server, platform)
  openPreparedDraft(server, platform)
}

/** Each hour: drafts whose 30 days are over. */
export async function startPreparedDraftJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-prepared-drafts', async () => {
    platform.log.info({ drafts: await deleteExpiredDrafts(platform.sql) }, 'prepared drafts erased')
  })
  await platform.jobs.schedule('erase-prepared-drafts', '35 * * * *')
}

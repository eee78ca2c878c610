import { keptInterval } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { eraseDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { eraseContacts, listOutdatedPhotoFolders, markFolderErased } from './ticket-job-queries.ts'

const BATCH = 200
const ACTOR = { kind: 'system', job: 'erase-tickets' } as const

/** Photos of tickets whose time is over, bytes and keys. Safe to run twice. Answers of how many tickets. */
export async function eraseTicketPhotos(platform: Platform): Promise<number> {
  for (let erased = 0; ;) {
    const reportIds = await listOutdatedPhotoFolders(platform.sql, keptInterval('ticket-photo'), BATCH)
    for (const reportId of reportIds) {
      const removeFiles = await inTransaction(platform, async (transaction) => {
        const done = await eraseDocuments(platform, transaction, { registrationId: reportId })
        await markFolderErased(transaction, reportId)
        const details = { reportId, photos: done.count }
        await recordAudit(transaction, { actor: ACTOR, action: 'ticket-photos-erased', reasonCode: 'ticket-photo', details })
        return done.removeFiles
      })
      await removeFiles()
    }
    erased += reportIds.length
    if (reportIds.length < BATCH) return erased
  }
}

/** Phones and e-mail addresses of strangers whose tickets are settled for so long. Answers how many went. */
export async function eraseTicketContacts(platform: Platform): Promise<number> {
  return inTransaction(platform, async (transaction) => {
    const contacts = await eraseContacts(transaction, keptInterval('ticket-contact'))
    if (contacts > 0)
      await recordAudit(transaction, {
        actor: ACTOR,
        action: 'ticket-contacts-erased',
        reasonCode: 'ticket-contact',
        details: { contacts },
      })
    return contacts
  })
}

import { type AnnouncedFile, type BatchRow, startBatch } from '../imports/index.ts'
import type { Platform } from '../platform/platform.ts'
import { insertRosterBatch, listHeadings, type RosterBatch } from './roster-batch-queries.ts'
import { rosterImport } from './roster-import.ts'

export type RosterFile = Pick<AnnouncedFile, 'fileName' | 'fileFormat' | 'fileBytes' | 'fileSha256'> & Omit<RosterBatch, 'batchId'>

/** A file of one employer, read with the headings that this employer chose before. The same bytes again lead to the batch they have. */
export async function startRosterBatch(
  platform: Platform,
  { employerId, officerId, covers, entryKind, ...file }: RosterFile,
): Promise<BatchRow> {
  const batch = await startBatch(platform, {
    ...file,
    kind: rosterImport.name,
    source: file.fileName,
    sentByStaffId: null,
    employerId,
    chosenHeadings: await listHeadings(platform.sql, employerId),
  })
  if (batch.state === 'uploading')
    await insertRosterBatch(platform.sql, { batchId: batch.batchId, employerId, officerId, covers, entryKind })
  return batch
}

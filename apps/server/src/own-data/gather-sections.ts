import { type DataSection, markEnded } from '@an-sinh/domain'
import { readAccesses } from '../audit/index.ts'
import { listDocuments, readDocument, type StoredDocument } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import {
  freezeMoment,
  listPersonTables,
  listPhotoFolders,
  readPersonRows,
  readRegistrationRows,
  readTicketRows,
} from './person-rows-queries.ts'

/** A file that is damaged is told, and does not keep the rest from its owner. */
const readJpeg = async (platform: Platform, documentId: string): Promise<string | null> => {
  try {
    return (await readDocument(platform, documentId)).toString('base64')
  } catch (error) {
    platform.log.error({ err: error, documentId }, 'photo not in the copy')
    return null
  }
}

const toRow = async (platform: Platform, photo: StoredDocument): Promise<DataSection['rows'][number]> => ({
  document_id: photo.documentId,
  registration_or_request_id: photo.registrationId,
  kind: photo.kind,
  received_at: photo.receivedAt.toISOString(),
  size_bytes: photo.sizeBytes,
  media_type: 'image/jpeg',
  jpeg_base64: await readJpeg(platform, photo.documentId),
})

/** Photos of the person that are still kept, decrypted; one after the other, so that a copy never holds more than one file open. */
async function gatherPhotos(platform: Platform, personId: number): Promise<DataSection> {
  const rows: DataSection['rows'][number][] = []
  for (const folder of await listPhotoFolders(platform.sql, personId))
    for (const photo of await listDocuments(platform, platform.sql, folder)) rows.push(await toRow(platform, photo))
  return { table: 'photos', about: 'Ảnh còn được lưu, đã giải mã (JPEG, base64)', rows }
}

/** Everything kept about a person, of one moment. `tell` hears how many of how many parts are read. */
export async function gatherSections(
  platform: Platform,
  personId: number,
  tell: (done: number, total: number) => Promise<void>,
): Promise<DataSection[]> {
  let total = 0
  const sections = await inTransaction(platform, async (transaction) => {
    await freezeMoment(transaction)
    const tables = await listPersonTables(transaction)
    total = tables.length + 4
    const read: DataSection[] = []
    for (const table of tables) {
      read.push({ table: table.table, about: table.about, rows: await readPersonRows(transaction, personId, table) })
      await tell(read.length, total)
    }
    read.push({ table: 'registrations', about: 'Hồ sơ đăng ký đã duyệt', rows: await readRegistrationRows(transaction, personId) })
    read.push({ table: 'tickets', about: 'Phiếu hỗ trợ, trả lời và lịch gọi lại', rows: await readTicketRows(transaction, personId) })
    read.push({ table: 'accesses', about: 'Ai đã xem hoặc sửa dữ liệu', rows: await readAccesses(transaction, personId) })
    return markEnded(read)
  })
  // Outside: files are read longer than a transaction may stand still.
  const photos = await gatherPhotos(platform, personId)
  await tell(total, total)
  return [...sections, photos]
}

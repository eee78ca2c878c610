import { type DataSection, markEnded } from '@an-sinh/domain'
import { readAccesses } from '../audit/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { freezeMoment, listPersonTables, readPersonRows, readRegistrationRows } from './person-rows-queries.ts'

/** Everything kept about a person, of one moment. `tell` hears how many of how many parts are read. */
export async function gatherSections(
  platform: Platform,
  personId: number,
  tell: (done: number, total: number) => Promise<void>,
): Promise<DataSection[]> {
  return inTransaction(platform, async (transaction) => {
    await freezeMoment(transaction)
    const tables = await listPersonTables(transaction)
    const total = tables.length + 2
    const sections: DataSection[] = []
    for (const table of tables) {
      sections.push({ table: table.table, about: table.about, rows: await readPersonRows(transaction, personId, table) })
      await tell(sections.length, total)
    }
    sections.push({ table: 'registrations', about: 'Hồ sơ đăng ký đã duyệt', rows: await readRegistrationRows(transaction, personId) })
    sections.push({ table: 'accesses', about: 'Ai đã xem hoặc sửa dữ liệu', rows: await readAccesses(transaction, personId) })
    await tell(total, total)
    return markEnded(sections)
  })
}

import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { NAMED_PEOPLE, seedPeople } from '../population/index.ts'
import { findInstallation, hasPerson } from './demonstration-queries.ts'
import { seedStaff } from './seed-staff.ts'

export type DemoOptions = { people: number; tell: (line: string) => void }

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

const seedRegister = async (platform: Platform, { people, tell }: DemoOptions, today: string): Promise<void> => {
  const since = performance.now()
  const [first] = NAMED_PEOPLE
  if (first === undefined || (await hasPerson(platform.sql, first.insuranceNumber))) return
  const made = await inTransaction(platform, (transaction) => seedPeople(transaction, { people, today }))
  tell(
    `${made.persons} người, ${made.employers} đơn vị, ${made.spells} dòng quá trình, ${made.cards} thẻ / people, employers, spells, cards: ${seconds(since)}`,
  )
}

/**
 * Fills a database that was made and marked as a demo; each part is skipped where it is there already, so a broken-off run is continued.
 * @throws Error with a sentence on any other database; then nothing was touched
 */
export async function seedDemo(platform: Platform, options: DemoOptions): Promise<void> {
  const installation = await findInstallation(platform.sql)
  if (installation?.demo !== true)
    throw new Error(
      'Cơ sở dữ liệu này không phải bản thử nghiệm; không thêm dữ liệu mẫu. / This database is not marked as a demo; nothing was added.',
    )
  await seedRegister(platform, options, installation.today)
  const staff = await seedStaff(platform)
  if (staff > 0) options.tell(`${staff} cán bộ / staff`)
}

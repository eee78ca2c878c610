import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { NAMED_PEOPLE, seedPeople } from '../population/index.ts'
import { type OpenDemoApp, withDemoApp } from './demo-app.ts'
import { countRegistrations, hasPerson } from './demonstration-queries.ts'
import { requireDemo } from './require-demo.ts'
import { seedCitizen } from './seed-citizen.ts'
import { seedOfficers, seedStaff } from './seed-staff.ts'

/** `people`: about how many. */
export type DemoOptions = { people: number; tell: (line: string) => void; openApp: OpenDemoApp }

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
 * Fills a demo database with people, staff and one person who can sign in; each part is skipped where it is there already, so a
 * broken-off run is continued.
 * @throws Error with a sentence on a database that is not marked as a demo; then nothing was touched
 */
export async function seedDemo(platform: Platform, options: DemoOptions): Promise<void> {
  const today = await requireDemo(platform)
  await seedRegister(platform, options, today)
  // Hired before the day begins: just after midnight the desks of two hours ago were yesterday's.
  const staff = await withDemoApp(options.openApp, '-30 days', (app) => seedStaff(app.platform))
  if (staff > 0) options.tell(`${staff} cán bộ / staff`)
  const officers = await seedOfficers(platform)
  if (officers > 0) options.tell(`${officers} cán bộ nhân sự của đơn vị / employer officers`)
  if ((await countRegistrations(platform.sql)) === 0) await seedCitizen(options.openApp)
}

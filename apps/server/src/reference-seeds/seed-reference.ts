import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Sql } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { makeCurrentUnits, makeOldUnits, makeSuccessions, type ProvinceSeed, type ProvinceSeeds } from './make-administrative-units.ts'
import {
  insertCalendarDays,
  insertCollectionPoints,
  insertFacilities,
  insertOffices,
  insertSickLeaveSamples,
  insertSuccessions,
  insertUnits,
  type NewAgent,
  type NewCalendarDay,
  type NewFacility,
  type NewOffice,
  type NewPoint,
} from './seed-queries.ts'

const SEEDS = join(import.meta.dirname, '../../../../database/seeds')
const readSeed = (name: string): unknown => JSON.parse(readFileSync(join(SEEDS, `${name}.json`), 'utf8'))

/** One office for a province of which no grassroots office is known yet, so that everybody can register; provisional code 910 + province. */
const makeProvinceOffice = ({ code, name, type, seat }: ProvinceSeed): NewOffice => ({
  officeId: 1000 + Number(code),
  provisionalCode: `910${code}`,
  name: `BHXH ${type.toLowerCase()} ${name}`,
  level: 'province',
  parentOfficeId: null,
  provinceCode: code,
  address: `Trung tâm hành chính ${type.toLowerCase()} ${name} (địa chỉ cụ thể chưa được xác minh)`,
  ...seat,
  wards: [],
})
const ASSUMED = 'Assumed from the list of provinces; address, code and hours to be confirmed'

/** Loads the reference lists this project brings; repeatable, what is there already stays. */
export async function seedReference(sql: Sql): Promise<void> {
  const provinces = readSeed('provinces') as ProvinceSeeds
  const published = readSeed('offices') as { source: string; validFrom: string; offices: NewOffice[] }
  const hospitals = readSeed('health-facilities') as { source: string; validFrom: string; facilities: NewFacility[] }
  const calendar = readSeed('calendar') as { days: NewCalendarDay[] }
  const collection = readSeed('collection-points') as { source: string; validFrom: string; agents: NewAgent[]; points: NewPoint[] }
  const withOffices = new Set(published.offices.map((office) => office.provinceCode))
  const assumed = provinces.provinces.filter(({ code }) => !withOffices.has(code)).map(makeProvinceOffice)
  const oldUnits = await makeOldUnits()
  await inTransaction({ sql }, async (transaction) => {
    await insertUnits(transaction, [...makeCurrentUnits(provinces), ...oldUnits])
    await insertSuccessions(transaction, makeSuccessions(provinces))
    await insertOffices(transaction, published.offices, published)
    await insertOffices(transaction, assumed, { source: ASSUMED, validFrom: provinces.validFrom })
    await insertFacilities(transaction, hospitals.facilities, hospitals)
    await insertSickLeaveSamples(transaction, hospitals.facilities, { ...hospitals, source: collection.source })
    await insertCollectionPoints(transaction, collection, collection)
    await insertCalendarDays(transaction, calendar.days)
  })
}

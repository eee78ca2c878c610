import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { toneKey } from '@an-sinh/domain'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { loadCalendar, seedReference } from './index.ts'

const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
const fileOf = (name: string): string => join(directory, 'data', name)
const readCsv = (name: string): Record<string, string>[] =>
  parse(readFileSync(fileOf(name), 'utf8'), { columns: true, bom: true }) as Record<string, string>[]

type Pair = { oldCode: string; newCode: string }
const groupPairs = (pairs: Iterable<Pair>): Map<string, string[]> => {
  const byOld = new Map<string, string[]>()
  for (const { oldCode, newCode } of pairs) byOld.set(oldCode, [...(byOld.get(oldCode) ?? []), newCode])
  return byOld
}

describe.skipIf(directory === '')('against the outside reference data (ANSINH_REFERENCE_DIR)', () => {
  let platform: TestPlatform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await seedReference(platform.sql)
  })
  afterAll(() => platform.drop())

  it('the 34 provinces and what they were made of agree', async () => {
    const rows = await platform.sql<
      Pair[]
    >`SELECT old_code AS "oldCode", new_code AS "newCode" FROM administrative_successions WHERE old_level = 'old-province'`
    const official = readCsv('provinces_63_old.csv').map((row) => [row['code'], row['new_province_code']])
    expect(Object.fromEntries(rows.map((row) => [row.oldCode, row.newCode]))).toEqual(Object.fromEntries(official))
  })
  it('the wards of today agree by code and province', async () => {
    const rows = await platform.sql<
      { code: string; province: string }[]
    >`SELECT unit_code AS code, parent_code AS province FROM administrative_units WHERE unit_level = 'ward'`
    const official = readCsv('wards_3321.csv').map((row) => [row['code'], row['province_code']])
    expect(Object.fromEntries(rows.map((row) => [row.code, row.province]))).toEqual(Object.fromEntries(official))
  })
  it('every published day off is in the calendar', async () => {
    const calendar = await loadCalendar(platform.sql)
    expect(
      readCsv('holidays_vn_2026_2027.csv').filter(
        (row) => calendar.get(row['date'] ?? '')?.kind !== (row['kind'] ?? '').replace('_PROVISIONAL', '').replaceAll('_', '-'),
      ),
    ).toEqual([])
  })
  it('the suggested successors name the right ward for 99 of 100 old wards, and all of the right ones for 95', async () => {
    const rows = await platform.sql<
      Pair[]
    >`SELECT old_code AS "oldCode", new_code AS "newCode" FROM administrative_successions WHERE old_level = 'old-ward'`
    const suggested = groupPairs(rows)
    const official = groupPairs(
      readCsv('ward_mapping_2025.csv').map((row) => ({ oldCode: row['old_ward_code'] ?? '', newCode: row['new_ward_code'] ?? '' })),
    )
    official.delete('')
    const share = (judge: (right: string[], ours: string[]) => boolean): number =>
      [...official].filter(([oldCode, right]) => judge(right, suggested.get(oldCode) ?? [])).length / official.size
    expect(share((right, ours) => ours.some((code) => right.includes(code)))).toBeGreaterThan(0.99)
    expect(share((right, ours) => right.every((code) => ours.includes(code)))).toBeGreaterThan(0.95)
    expect(share((right, ours) => ours.length > 0 && !ours.some((code) => right.includes(code)))).toBeLessThan(0.001)
  })
  it('every ward is one spelling with its old one', () => {
    const wards = readCsv('wards_3321.csv')
    expect(wards).toHaveLength(3321)
    // Đồng Nai became a city and made wards of communes, and Phố Bảng is written with another vowel: kept as aliases.
    const others = wards.filter((row) => toneKey(row['full_name'] ?? '') !== toneKey(row['full_name_old_spelling'] ?? ''))
    expect(others.filter((row) => row['province_code'] !== '75').map((row) => row['full_name'])).toEqual(['Xã Phố Bảng'])
  })
})

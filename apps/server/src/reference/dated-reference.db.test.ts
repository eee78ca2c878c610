import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { importRows, matchRows, undoRows } from '../platform/import-rows-fixture.ts'
import type { ImportKind } from '../platform/import-kind.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { REFERENCE_IMPORTS } from '../reference-lists/index.ts'
import { findFacilitiesNamed, findFacilityOn, findUnitsNamed, listUnits, seedReference } from './index.ts'

const kindOf = (name: string): ImportKind => {
  const kind = REFERENCE_IMPORTS.find((one) => one.name === name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  return kind
}
const facilities = kindOf('health-facilities')
const units = kindOf('administrative-units')
const successions = kindOf('administrative-successions')

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
})
afterAll(() => platform.drop())

describe('a health facility', () => {
  const hospital = { code: '99801', name: 'Bệnh viện Đa khoa Hoà Bình', province_code: '01', valid_from: '01/01/2024' }
  beforeEach(async () => {
    await platform.sql`UPDATE health_facilities SET valid_to = valid_from - 1 WHERE facility_code LIKE '998%'`
  })
  const namesOf = async (...days: string[]) =>
    Promise.all(days.map(async (day) => (await findFacilityOn(platform.sql, '99801', day))?.name ?? null))

  it('ends the day before its new version begins, and each version answers for its days', async () => {
    await importRows(platform, facilities, [hospital])
    const { groups, counts } = await importRows(platform, facilities, [
      { ...hospital, name: 'Bệnh viện Hoà Bình Mới', valid_from: '2025-07-01' },
    ])
    expect(groups).toEqual({ moved: 1 })
    expect(counts).toEqual({ written: 1, ended: 1, unchanged: 0 })
    expect(await namesOf('2023-12-31', '2024-01-01', '2025-06-30', '2025-07-01')).toEqual([
      null,
      'Bệnh viện Đa khoa Hoà Bình',
      'Bệnh viện Đa khoa Hoà Bình',
      'Bệnh viện Hoà Bình Mới',
    ])
  })
  it('is not another row when next year’s list says the same of it, with fewer columns too', async () => {
    await importRows(platform, facilities, [{ ...hospital, phone: '024 0000 0000' }])
    const { groups, counts } = await importRows(platform, facilities, [{ code: '99801', name: hospital.name, valid_from: '2026-01-01' }])
    expect(groups).toEqual({ known: 1 })
    expect(counts).toEqual({ written: 0, ended: 0, unchanged: 1 })
    expect(await findFacilityOn(platform.sql, '99801', '2026-06-01')).toMatchObject({ validFrom: '2024-01-01', phone: '024 0000 0000' })
  })
  it('is as it was before when the batch is taken back, and may come again', async () => {
    await importRows(platform, facilities, [hospital])
    const second = await importRows(platform, facilities, [{ ...hospital, name: 'Tên mới', valid_from: '2025-07-01' }])
    expect(await facilities.countBuiltUpon(platform.sql, second.batch)).toBe(0)
    expect(await undoRows(platform, facilities, second.batch)).toEqual({ written: 1, ended: 1, unchanged: 0 })
    expect(await namesOf('2024-01-01', '2026-01-01')).toEqual([hospital.name, hospital.name])
    const again = await importRows(platform, facilities, [{ ...hospital, name: 'Tên mới', valid_from: '2025-07-01' }])
    expect(again.counts.written).toBe(1)
    expect(await namesOf('2025-06-30', '2025-07-01')).toEqual([hospital.name, 'Tên mới'])
  })
  it('tells that a later batch built upon an earlier one, until that is taken back', async () => {
    const first = await importRows(platform, facilities, [hospital])
    const second = await importRows(platform, facilities, [{ ...hospital, name: 'Tên mới', valid_from: '2025-07-01' }])
    expect(await facilities.countBuiltUpon(platform.sql, first.batch)).toBe(1)
    await undoRows(platform, facilities, second.batch)
    expect(await facilities.countBuiltUpon(platform.sql, first.batch)).toBe(0)
  })
  it('fits in before a version that is known already', async () => {
    await importRows(platform, facilities, [hospital])
    await importRows(platform, facilities, [{ ...hospital, name: 'Tên cũ', valid_from: '2010-05-01' }])
    expect(await namesOf('2012-01-01', '2023-12-31', '2024-01-01')).toEqual(['Tên cũ', 'Tên cũ', hospital.name])
  })
  it('is found by either spelling of its tone, by an alias and without accents, not by another tone', async () => {
    await importRows(platform, facilities, [{ ...hospital, aliases: 'Nhà thương Hòa Bình|BV HB' }])
    for (const typed of ['bệnh viện đa khoa hòa bình', 'BENH VIEN DA KHOA HOA BINH', 'nhà thương hoà bình'])
      expect((await findFacilitiesNamed(platform.sql, typed)).map(({ code }) => code)).toEqual(['99801'])
  })
  it('waits when its ward or province is on no list, and comes when they are', async () => {
    const unknown = await matchRows(platform, facilities, [
      { code: '99802', name: 'A', province_code: '99', ward_code: '00004' },
      { code: '99803', name: 'B', province_code: '01', ward_code: '99999' },
      { code: '998', name: 'C', province_code: '01', ward_code: '' },
      { code: '99804', name: '', province_code: '01', ward_code: '' },
      { code: '99805', name: 'E', province_code: '01', ward_code: '' },
      { code: '99805', name: 'E', province_code: '01', ward_code: '' },
    ])
    expect(unknown.groups).toEqual({ rejected: 5, new: 1 })
    expect(
      unknown.faults
        .map(({ rowNo, column, code }) => [rowNo, column, code])
        .toSorted(([first], [second]) => Number(first) - Number(second)),
    ).toEqual([
      [2, 'provinceCode', 'unknown-code'],
      [3, 'wardCode', 'unknown-code'],
      [4, 'code', 'lost-zeros'],
      [5, 'name', 'missing'],
      [7, null, 'row-doubled'],
    ])
  })
  it('cannot end before it begins', async () => {
    const { faults } = await matchRows(platform, facilities, [{ ...hospital, valid_to: '2023-01-01' }])
    expect(faults).toMatchObject([{ column: 'validTo', code: 'to-before-from' }])
  })
})

describe('administrative units', () => {
  it('get coordinates from a file that has nothing else', async () => {
    await importRows(platform, units, [{ code: '00004', lon: '105.83862', lat: '21.03763' }])
    const [ward] =
      await platform.sql`SELECT name, longitude, latitude FROM administrative_units WHERE unit_level = 'ward' AND unit_code = '00004'`
    expect(ward).toEqual({ name: 'Ba Đình', longitude: 105.83862, latitude: 21.03763 })
  })
  it('of both maps answer for their days', async () => {
    expect(
      await Promise.all(['2020-01-01', '2025-07-01'].map(async (day) => (await listUnits(platform.sql, 'province', null, day)).length)),
    ).toEqual([0, 34])
    expect(
      await Promise.all(['2020-01-01', '2025-07-01'].map(async (day) => (await listUnits(platform.sql, 'old-province', null, day)).length)),
    ).toEqual([63, 0])
  })
  it('are found by an old name with what they became, either way the tone is written', async () => {
    const [old] = (await findUnitsNamed(platform.sql, 'Tỉnh Hòa Bình')).filter(({ level }) => level === 'old-province')
    expect(old).toMatchObject({ fullName: 'Tỉnh Hoà Bình', becomes: [{ wardCode: '25', fullName: 'Tỉnh Phú Thọ', kind: 'whole' }] })
    expect(await findUnitsNamed(platform.sql, 'tỉnh hỏa bình')).not.toEqual([])
    const [then] = (await findUnitsNamed(platform.sql, 'tinh hoa binh', '2020-01-01')).filter(({ level }) => level === 'old-province')
    expect(then).toMatchObject({ code: '17', becomes: [] })
  })
  it('are renamed from a day on; the name of before still finds them', async () => {
    const { batch } = await importRows(platform, units, [
      { level: 'ward', code: '00004', name: 'Ba Đình Mới', full_name: 'Phường Ba Đình Mới', valid_from: '2026-03-01' },
    ])
    const wards = async (day: string) => (await listUnits(platform.sql, 'ward', '01', day)).find(({ code }) => code === '00004')?.fullName
    expect([await wards('2026-02-28'), await wards('2026-03-01')]).toEqual(['Phường Ba Đình', 'Phường Ba Đình Mới'])
    expect((await findUnitsNamed(platform.sql, 'Phường Ba Đình')).map(({ code }) => code)).toContain('00004')
    await undoRows(platform, units, batch)
    expect(await wards('2026-03-01')).toBe('Phường Ba Đình')
  })
})

describe('the old to new table', () => {
  const successors = async (code: string) =>
    (
      await platform.sql<{ newCode: string; kind: string }[]>`SELECT new_code AS "newCode", kind FROM administrative_successions
      WHERE old_code = ${code} AND coalesce(valid_to, 'infinity') >= valid_from ORDER BY new_code`
    ).map(({ newCode, kind }) => `${newCode} ${kind}`)
  const rows = [
    { old_ward_code: '00004', old_ward_name: 'Phường Trúc Bạch', old_district_code: '001', new_ward_code: '00004', kind: 'whole' },
    { old_ward_code: '00001', old_ward_name: 'Phường Phúc Xá', old_district_code: '001', new_ward_code: '00097', kind: 'partial' },
    { old_ward_code: '00001', old_ward_name: 'Phường Phúc Xá', old_district_code: '001', new_ward_code: '00004', kind: 'partial' },
    { old_ward_code: '', old_ward_name: '', old_district_code: '318', new_ward_code: '11948', kind: 'whole' },
    { old_ward_code: '', old_ward_name: 'Khu vực bãi bồi', old_district_code: '376', new_ward_code: '14698', kind: 'whole' },
    { old_ward_code: '99998', old_ward_name: 'x', old_district_code: '001', new_ward_code: '00004', kind: 'whole' },
  ]
  it('replaces suggestions, keeps parts apart, names island districts, and holds back what it cannot place', async () => {
    const before = await successors('00001')
    expect(before.every((one) => one.endsWith('suggested'))).toBe(true)
    const { batch, groups, faults } = await importRows(platform, successions, rows)
    expect(groups['rejected']).toBe(2)
    expect(faults.map(({ code }) => code).toSorted()).toEqual(['missing', 'unknown-code'])
    expect([await successors('00004'), await successors('00001'), await successors('318')]).toEqual([
      ['00004 whole'],
      ['00004 split', '00097 split'],
      ['11948 whole'],
    ])
    await seedReference(platform.sql)
    expect(await successors('00001')).toEqual(['00004 split', '00097 split'])
    const again = await importRows(platform, successions, rows)
    expect(again.counts).toEqual({ written: 0, ended: 0, unchanged: 4 })
    await undoRows(platform, successions, batch)
    expect([await successors('00001'), await successors('318')]).toEqual([before, []])
  })
})

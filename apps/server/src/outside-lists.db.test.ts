import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IMPORT_KINDS } from './import-kinds.ts'
import { type BatchRow, importFromPath } from './imports/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import {
  findFacilitiesNamed,
  findFacilityOn,
  findOfficeOn,
  findStandingOffice,
  findUnitsNamed,
  listOfficesOn,
  listUnits,
  loadCalendar,
  seedReference,
} from './reference/index.ts'

const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''

describe.skipIf(directory === '')('the published lists, through the import (ANSINH_REFERENCE_DIR)', () => {
  let platform: TestPlatform
  const load = (kind: string, file: string): Promise<BatchRow> =>
    importFromPath(platform, IMPORT_KINDS, { kind, path: join(directory, 'data', file), confirms: true })
  const count = async (list: string): Promise<number> => {
    const [row] = await platform.sql<{ n: number }[]>`SELECT count(*)::int AS n FROM ${platform.sql.unsafe(list)}`
    return row?.n ?? 0
  }
  beforeAll(async () => {
    platform = await openTestPlatform()
    await seedReference(platform.sql)
  })
  afterAll(() => platform.drop())

  it('bring 3,321 wards, known already, and their coordinates', async () => {
    expect((await load('administrative-units', 'provinces_34.csv')).groupCounts).toEqual({ known: 31, moved: 3 })
    const wards = await load('administrative-units', 'wards_3321.csv')
    expect(Object.values(wards.groupCounts).reduce((sum, n) => sum + n, 0)).toBe(3321)
    const points = await load('administrative-units', 'ward_points.csv')
    expect([points.state, points.groupCounts]).toEqual(['applied', { moved: 3321 }])
    expect(await count(`administrative_units WHERE unit_level = 'ward' AND longitude IS NOT NULL`)).toBe(3321)
    expect(await count(`administrative_units WHERE unit_level = 'ward' AND valid_to IS NULL`)).toBe(3321)
  })
  it('bring 10,571 pairs of old and new wards, of which 969 are parts; a mudflat and three unknown old wards wait', async () => {
    const batch = await load('administrative-successions', 'ward_mapping_2025.csv')
    const { rejected = 0, ...taken } = batch.groupCounts
    expect(rejected).toBe(4)
    expect(Object.values(taken).reduce((sum, n) => sum + n, 0)).toBe(10_567)
    const standing = `administrative_successions WHERE coalesce(valid_to, 'infinity') >= valid_from AND old_level <> 'old-province'`
    expect(await count(`${standing} AND kind <> 'suggested'`)).toBe(10_567)
    expect(await count(`${standing} AND kind = 'split'`)).toBe(969)
  })
  it('bring 175 offices, each for its time', async () => {
    const { groupCounts } = await load('offices', 'bhxh_offices.csv')
    expect(Object.values(groupCounts).reduce((sum, n) => sum + n, 0)).toBe(175)
    expect(groupCounts['rejected']).toBeUndefined()
  })
  it('bring 11,794 facilities and the days off of two years', async () => {
    const { groupCounts } = await load('health-facilities', 'health_facilities_bhyt_2026.csv')
    expect(Object.values(groupCounts).reduce((sum, n) => sum + n, 0)).toBe(11_794)
    expect(await count('health_facilities WHERE valid_to IS NULL')).toBeGreaterThanOrEqual(11_794)
    expect((await load('holidays', 'holidays_vn_2026_2027.csv')).state).toBe('applied')
  })
  it('change nothing the second time', async () => {
    expect((await load('health-facilities', 'health_facilities_bhyt_2026.csv')).groupCounts).toMatchObject({})
    expect(await count('health_facilities WHERE valid_to IS NULL')).toBeGreaterThanOrEqual(11_794)
  })
  it('answer for days before and after 2025-07-01', async () => {
    const { sql } = platform
    const provinces = async (on: string) =>
      [await listUnits(sql, 'province', null, on), await listUnits(sql, 'old-province', null, on)].map((list) => list.length)
    expect([await provinces('2025-06-30'), await provinces('2025-07-01')]).toEqual([
      [0, 63],
      [34, 0],
    ])
    const hanoi = async (on: string) =>
      (await listOfficesOn(sql, '01', on)).filter(({ provisionalCode, officialCode }) => officialCode !== null || provisionalCode !== '')
        .length
    expect(await hanoi('2020-01-01')).toBe(31)
    expect((await findOfficeOn(sql, '00101', '2020-01-01'))?.name).toBe('BHXH Quận Ba Đình')
    expect(await findOfficeOn(sql, '00101', '2025-07-01')).toBeNull()
    const [district] = (await listOfficesOn(sql, '79', '2025-06-15')).filter(({ name }) => name === 'BHXH TP. Tân Uyên')
    expect((await findStandingOffice(sql, district?.officeId ?? 0, '2025-06-30'))?.name).toBe('BHXH TP. Tân Uyên')
    expect((await findStandingOffice(sql, district?.officeId ?? 0, '2025-07-01'))?.name).toBe('BHXH cơ sở Tân Uyên')
    expect((await findStandingOffice(sql, district?.officeId ?? 0, '2026-11-26'))?.name).toBe('BHXH cơ sở Tân Uyên')
    const [ngocHa] = (await findUnitsNamed(sql, 'Phường Ngọc Hà', '2026-01-01')).filter(
      ({ level, becomes }) => level === 'old-ward' && becomes.length > 1,
    )
    expect(ngocHa?.becomes.map(({ kind }) => kind)).toEqual(ngocHa?.becomes.map(() => 'split'))
    const [island] = (await findUnitsNamed(sql, 'Huyện Côn Đảo', '2026-01-01')).filter(({ level }) => level === 'old-district')
    expect(island?.becomes).toMatchObject([{ fullName: 'Đặc khu Côn Đảo', provinceCode: '79', kind: 'whole' }])
    expect(await findFacilityOn(sql, '01001', '2025-06-30')).toBeNull()
    expect((await findFacilityOn(sql, '01001', '2026-07-01'))?.name).toBe('Bệnh viện Hữu Nghị')
    expect((await findFacilitiesNamed(sql, 'benh vien huu nghi')).map(({ code }) => code)).toContain('01001')
    const calendar = await loadCalendar(sql)
    expect([calendar.get('2026-08-31')?.kind, calendar.get('2027-02-06')?.provisional]).toEqual(['swap-day-off', true])
  })
})

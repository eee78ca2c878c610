import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { importRows, matchRows, undoRows } from '../platform/import-rows-fixture.ts'
import type { ImportKind } from '../platform/import-kind.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { REFERENCE_IMPORTS } from '../reference-lists/index.ts'
import {
  findOfficeOn,
  findStandingOffice,
  listCollectionPointsOn,
  listOfficesOfDesk,
  listOfficesOn,
  loadCalendar,
  seedReference,
} from './index.ts'

const kindOf = (name: string): ImportKind => {
  const kind = REFERENCE_IMPORTS.find((one) => one.name === name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  return kind
}
const offices = kindOf('offices')

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
})
afterAll(() => platform.drop())

describe('offices', () => {
  const old = {
    agency_code: '79901',
    name: 'BHXH TP. Mẫu Cũ',
    level: 'district',
    province_code: '79',
    address: 'A',
    replaces: '',
    valid_from: '',
    valid_to: '2025-05-31',
    ward_codes: '',
  }
  const between = {
    ...old,
    agency_code: '',
    name: 'BHXH Quận Mẫu',
    replaces: 'BHXH thành phố Mẫu Cũ',
    valid_from: '2025-06-01',
    valid_to: '2025-06-30',
  }
  const now = {
    ...between,
    name: 'BHXH cơ sở Mẫu',
    level: 'grassroots',
    replaces: 'BHXH quận Mẫu',
    valid_from: '2025-07-01',
    valid_to: '',
    ward_codes: '26740|26737',
  }
  const standing = async (officeId: number, on: string) => (await findStandingOffice(platform.sql, officeId, on))?.name

  it('of the old tree and of the new one answer for their days, and the new one answers for the old one’s cases', async () => {
    const { groups } = await importRows(platform, offices, [now, old, between])
    expect(groups).toEqual({ new: 3 })
    const names = async (on: string) =>
      (await listOfficesOn(platform.sql, '79', on)).map(({ name }) => name).filter((name) => name.includes('Mẫu'))
    expect([await names('2020-01-01'), await names('2025-06-15'), await names('2026-01-01')]).toEqual([
      ['BHXH TP. Mẫu Cũ'],
      ['BHXH Quận Mẫu'],
      ['BHXH cơ sở Mẫu'],
    ])
    const first = await findOfficeOn(platform.sql, '79901', '2020-01-01')
    const id = first?.officeId ?? 0
    expect([await standing(id, '2020-01-01'), await standing(id, '2025-06-01'), await standing(id, '2025-12-01')]).toEqual([
      'BHXH TP. Mẫu Cũ',
      'BHXH Quận Mẫu',
      'BHXH cơ sở Mẫu',
    ])
    const desk = await findStandingOffice(platform.sql, id, '2025-12-01')
    expect(desk).toMatchObject({ officialCode: null, wardCodes: ['26737', '26740'] })
    expect(await listOfficesOfDesk(platform.sql, id, '2025-12-01')).toHaveLength(3)
    expect((await listOfficesOfDesk(platform.sql, id, '2025-12-01'))[0]).toBe(desk?.officeId)
  })
  it('moved from a day on keep their cases under one desk, and lose the move when it is taken back', async () => {
    const moved = { ...now, name: 'BHXH cơ sở Mẫu', address: 'Địa chỉ mới', valid_from: '2026-02-01', replaces: '' }
    const { batch } = await importRows(platform, offices, [moved])
    const [before, after] = await Promise.all(['2026-01-31', '2026-02-01'].map((on) => listOfficesOn(platform.sql, '79', on)))
    const addressIn = (list: typeof before) => list?.find(({ name }) => name === 'BHXH cơ sở Mẫu')
    expect([addressIn(before)?.address, addressIn(after)?.address]).toEqual(['A', 'Địa chỉ mới'])
    expect((await findStandingOffice(platform.sql, addressIn(before)?.officeId ?? 0, '2026-02-01'))?.officeId).toBe(
      addressIn(after)?.officeId,
    )
    await undoRows(platform, offices, batch)
    expect((await findStandingOffice(platform.sql, addressIn(before)?.officeId ?? 0, '2026-02-01'))?.address).toBe('A')
  })
  it('that the seeds bring are the same offices when the official list names them, and get its code', async () => {
    const [seeded] = await platform.sql<{ id: number }[]>`SELECT office_id AS id FROM offices WHERE name = 'BHXH cơ sở Đống Đa'`
    await importRows(platform, offices, [
      {
        agency_code: '00103',
        name: 'BHXH cơ sở Đống Đa',
        level: 'grassroots',
        province_code: '01',
        phone: '024.1',
        valid_from: '2025-07-01',
      },
    ])
    expect(await findOfficeOn(platform.sql, '00103', '2026-01-01')).toMatchObject({
      officeId: seeded?.id,
      phone: '024.1',
      wardCodes: { length: 5 },
    })
  })
})

describe('collection points and holidays', () => {
  it('are listed while their agent is authorised', async () => {
    const agent = {
      agent_code: 'DL-01',
      name: 'Bưu điện mẫu',
      province_code: '01',
      authority_number: '01/HĐ',
      valid_from: '2026-01-01',
      valid_to: '2026-12-31',
    }
    const point = {
      point_code: 'DT-01',
      agent_code: 'DL-01',
      name: 'Điểm thu mẫu',
      ward_code: '00008',
      address: 'Số 1',
      hours: 'Sáng thứ Hai',
      valid_from: '2026-01-01',
    }
    const early = await matchRows(platform, kindOf('collection-points'), [point])
    expect(early.faults).toMatchObject([{ column: 'agentCode', code: 'unknown-code' }])
    await importRows(platform, kindOf('collection-agents'), [agent])
    await importRows(platform, kindOf('collection-points'), [point])
    const on = (day: string) => listCollectionPointsOn(platform.sql, { provinceCode: '01', wardCode: '00008', on: day })
    expect(await on('2026-11-26')).toMatchObject([
      { code: 'DT-01', agentName: 'Bưu điện mẫu', authorityNumber: '01/HĐ', provinceCode: '01' },
    ])
    expect(await on('2027-01-01')).toEqual([])
  })
  it('are provisional until announced, and gone when taken back', async () => {
    const { batch } = await importRows(platform, kindOf('holidays'), [
      { date: '2028-01-26', name: 'Mùng 1 Tết', kind: 'public_holiday_PROVISIONAL' },
    ])
    expect((await loadCalendar(platform.sql)).get('2028-01-26')).toMatchObject({ kind: 'public-holiday', provisional: true })
    await undoRows(platform, kindOf('holidays'), batch)
    expect((await loadCalendar(platform.sql)).get('2028-01-26')).toBeUndefined()
  })
  it('of the seeds say that they are samples', async () => {
    const points = await listCollectionPointsOn(platform.sql, { provinceCode: null, wardCode: null, on: '2026-11-26' })
    const samples = points.filter(({ code }) => code.startsWith('MAU-'))
    expect(samples).toHaveLength(4)
    expect(samples.every(({ name, agentName, address }) => [name, agentName, address].every((text) => text.includes('dữ liệu mẫu')))).toBe(
      true,
    )
  })
})

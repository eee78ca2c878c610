import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { importRows, matchRows, undoRows } from '../platform/import-rows-fixture.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { listReceivingOffices, seedReference } from '../reference/index.ts'
import { copyEmployers, employerImport, findEmployerOn } from './index.ts'

const EMPLOYER = {
  employer_code: 'TZ0901Z',
  name: 'Công ty TNHH Mẫu',
  office_code: '90101',
  tax_code: '0100000000',
  ward_code: '00004',
  valid_from: '2020-01-01',
}

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedReference(platform.sql)
})
afterAll(() => platform.drop())

const standing = async (code: string) => {
  const [row] = await platform.sql<{ id: number; name: string; successor: string | null; ended: boolean }[]>`
    SELECT employer_id AS id, name, successor_code AS successor, valid_to < valid_from AS ended FROM employers WHERE employer_code = ${code}`
  return row
}

describe('an employer', () => {
  it('keeps its number while its name changes, and every name answers for its time', async () => {
    await importRows(platform, employerImport, [EMPLOYER])
    const before = await standing('TZ0901Z')
    const renamed = await importRows(platform, employerImport, [{ ...EMPLOYER, name: 'Công ty Cổ phần Mẫu', valid_from: '2024-05-01' }])
    expect(await standing('TZ0901Z')).toMatchObject({ id: before?.id, name: 'Công ty Cổ phần Mẫu' })
    const names = await Promise.all(['2019-12-31', '2024-04-30', '2024-05-01'].map((on) => findEmployerOn(platform.sql, 'TZ0901Z', on)))
    expect(names.map((version) => version?.name)).toEqual([undefined, 'Công ty TNHH Mẫu', 'Công ty Cổ phần Mẫu'])
    await undoRows(platform, employerImport, renamed.batch)
    expect(await standing('TZ0901Z')).toMatchObject({ id: before?.id, name: 'Công ty TNHH Mẫu' })
  })
  it('that was merged tells into whom, when that one is known', async () => {
    const unknown = await matchRows(platform, employerImport, [
      { ...EMPLOYER, employer_code: 'TZ0902Z', successor_code: 'TZ0999Z' },
      { ...EMPLOYER, employer_code: 'TZ0903Z', office_code: '99999', successor_code: '' },
      { ...EMPLOYER, employer_code: 'abc', office_code: '90101', successor_code: '' },
    ])
    expect(unknown.groups).toEqual({ rejected: 3 })
    expect(unknown.faults.map(({ column, code }) => `${column}: ${code}`).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      'code: not-in-list',
      'officeCode: unknown-code',
      'successorCode: unknown-code',
    ])
    await importRows(platform, employerImport, [
      { ...EMPLOYER, employer_code: 'TZ0902Z', successor_code: 'TZ0901Z', valid_from: '2026-01-01' },
    ])
    expect(await standing('TZ0902Z')).toMatchObject({ successor: 'TZ0901Z' })
  })
  it('brought by a batch that is taken back is no more; one that was there before stays as it was', async () => {
    const [office] = await listReceivingOffices(platform.sql)
    await copyEmployers(
      platform.sql,
      [{ employerId: 77, employerCode: 'TZ0905Z', name: 'Có sẵn', address: 'A', wardCode: null, officeId: office?.officeId ?? 0 }],
      'test',
    )
    const { batch, groups } = await importRows(platform, employerImport, [
      { ...EMPLOYER, employer_code: 'TZ0904Z' },
      { ...EMPLOYER, employer_code: 'TZ0905Z', name: 'Tên mới' },
    ])
    expect(groups).toEqual({ new: 1, moved: 1 })
    await undoRows(platform, employerImport, batch)
    expect(await standing('TZ0904Z')).toMatchObject({ ended: true })
    expect(await standing('TZ0905Z')).toMatchObject({ id: 77, name: 'Có sẵn' })
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { undoImportCommand } from './import-commands/index.ts'
import { importText } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { type BatchRow, findBatch, listFaults } from './imports/index.ts'
import { copyPersons, type NewPerson } from './persons/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { findFacilityOn, seedReference } from './reference/index.ts'

const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
const vector = (name: string): Buffer => readFileSync(join(directory, 'domain/vectors', name))

const SOMEBODY: NewPerson = {
  fullName: 'Trần Văn Mẫu',
  bornOn: '1980-03-05',
  sex: 'male',
  insuranceNumber: '9900300001',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
}
/** The people of the vectors, one who lived until 2020, and one more. */
const PERSONS: readonly NewPerson[] = [
  {
    ...SOMEBODY,
    fullName: 'Nguyễn Thị Thử Nghiệm',
    bornOn: '1994-03-05',
    sex: 'female',
    insuranceNumber: '9900000019',
    nationalId: '099194000019',
  },
  { ...SOMEBODY, fullName: 'Trần Đạt Giả Lập', bornOn: '1988-03-29', insuranceNumber: '9900000035', nationalId: '099088000035' },
  { ...SOMEBODY, fullName: 'Lê Minh Hoạ', bornOn: '1990', insuranceNumber: '9900000051', nationalId: '099090000051' },
  SOMEBODY,
  { ...SOMEBODY, insuranceNumber: '9900300002', diedOn: '2020-05-10' },
]

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  await seedReference(platform.sql)
  await copyPersons(platform.sql, { persons: [...PERSONS], households: [] }, 'test')
  await platform.sql`INSERT INTO health_facilities (facility_code, name, province_code, valid_from, source) VALUES ('01999', 'Bệnh viện Giả Định', '01', '2020-01-01', 'test')`
})
afterAll(() => platform.drop())

type Sent = { content: string | Buffer; format?: 'csv' | 'xml'; confirms?: boolean; source?: string }
const send = (kind: string, file: Sent): Promise<BatchRow> => importText(platform, IMPORT_KINDS, { kind, ...file })
const faultsOf = async (batchId: string) =>
  (await listFaults(platform.sql, batchId, 0, 100)).map(({ rowNo, column, code }) => `${rowNo} ${column} ${code}`)
const undo = async (batch: BatchRow): Promise<string | undefined> => {
  expect(await undoImportCommand(platform, IMPORT_KINDS, batch.batchId, () => undefined)).toBe(0)
  return (await findBatch(platform.sql, batch.batchId))?.state
}
const standing = async (table: string, ended: string, id: string): Promise<number> => {
  const [row] = await platform.sql.unsafe<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM ${table} f WHERE NOT EXISTS (SELECT FROM ${ended} e WHERE e.person_id = f.person_id AND e.${id} = f.${id})`,
  )
  return row?.count ?? 0
}

describe('a list of facilities, through the engine', () => {
  const file = (name: string): string =>
    `Mã CSKCB,Tên cơ sở KCB,Mã tỉnh,Từ ngày\r\n01901,${name},01,01/01/2026\r\n01902,Trạm Y tế Mẫu,01,01/01/2026\r\n`
  const nameOf = async (): Promise<string | undefined> => (await findFacilityOn(platform.sql, '01901', '2026-06-01'))?.name

  it('is written, changed, sent again without effect, and taken back', async () => {
    expect(await send('health-facilities', { content: file('Bệnh viện Cũ') })).toMatchObject({ state: 'applied', groupCounts: { new: 2 } })
    const changed = await send('health-facilities', { content: file('Bệnh viện Mới') })
    expect(changed).toMatchObject({ state: 'applied', groupCounts: { moved: 1, known: 1 } })
    expect(await nameOf()).toBe('Bệnh viện Mới')
    const again = await send('health-facilities', { content: `${file('Bệnh viện Mới')}\r\n` })
    expect(again).toMatchObject({ groupCounts: { known: 2 }, appliedCounts: { written: 0, ended: 0, unchanged: 2 } })
    expect(await undo(changed)).toBe('undone')
    expect(await nameOf()).toBe('Bệnh viện Cũ')
  })
})

describe('months of participation, through the engine', () => {
  const HEAD = 'Mã số BHXH,Họ và tên,Ngày sinh,Loại bảo hiểm,Tháng,Mã đơn vị,Tên đơn vị,Mức lương'
  const line = (number: string, month: string, wage: string) =>
    `${number},Trần Văn Mẫu,05/03/1980,BHXH,${month},YN0001A,Công ty Mẫu,${wage}`

  it('take wages in đồng and as coefficients; months outside a life, no months and months twice wait', async () => {
    const rows = [
      line('9900300001', '01/2025', '8.000.000'),
      line('9900300001', '02/2025', '"8,000,000"'),
      line('9900300001', '03/2025', '"2,34"'),
      line('9900300001', '04/2025', '8000000'),
      line('9900300001', '45778', '8000000'),
      line('9900300001', '01/1979', '8000000'),
      line('9900300002', '06/2020', '8000000'),
      line('9900300001', '06/2025', '8000000'),
      line('9900300001', '13/2025', '8000000'),
      line('9900300001', '01/2025', '8.000.000'),
      ...Array.from({ length: 12 }, (_one, at) => line('9900300001', `${String(at + 1).padStart(2, '0')}/2024`, '7000000')),
    ]
    const batch = await send('participation-months', { content: [HEAD, ...rows].join('\r\n') })
    expect(batch).toMatchObject({ state: 'partly', groupCounts: { new: 18, rejected: 4 } })
    const due = ['7 month outside-life', '8 month person-dead', '10 month not-a-month', '11 null row-doubled']
    expect(await faultsOf(batch.batchId)).toEqual(due)
    const wages = await platform.sql<{ wage: string }[]>`
      SELECT contributory_salary_vnd || ' from ' || to_char(from_month, 'YYYY-MM') AS wage FROM participation_spells WHERE import_batch_id = ${batch.batchId} ORDER BY from_month`
    expect(wages.map(({ wage }) => wage)).toEqual([
      '7000000 from 2024-01',
      '8000000 from 2025-01',
      '5475600 from 2025-03',
      '8000000 from 2025-04',
    ])
    expect(await undo(batch)).toBe('undone')
    expect(await standing('participation_spells', 'participation_spell_endings', 'spell_id')).toBe(0)
  })
})

describe('cards and benefits, through the engine', () => {
  it('are written and taken back', async () => {
    const card =
      'Mã số BHXH\tMã đối tượng\tMức hưởng\tNơi ĐKKCB ban đầu\tTừ ngày\tĐến ngày\r\n9900300001\tDN\t4\t01 - 929\t01/01/2026;01/07/2026\t30/06/2026;31/12/2026\r\n'
    const cards = await send('health-cards', { content: card })
    expect(cards).toMatchObject({ state: 'applied', groupCounts: { new: 1 }, appliedCounts: { written: 2, ended: 0 } })
    const benefit = 'Mã số BHXH,Loại,Chế độ,Số quyết định,Ngày quyết định,Số tiền\r\n9900300001,Một lần,,1/QĐ,02/05/2024,45.000.000\r\n'
    const benefits = await send('benefits', { content: benefit })
    expect(benefits).toMatchObject({ state: 'applied', appliedCounts: { written: 1 } })
    expect([await undo(benefits), await undo(cards)]).toEqual(['undone', 'undone'])
    expect(await standing('benefits', 'benefit_endings', 'benefit_id')).toBe(0)
    expect(await standing('health_cards', 'health_card_endings', 'card_id')).toBe(0)
  })
})

describe('claim envelopes that mean harm, through the engine', () => {
  const head = '<?xml version="1.0"?>'
  it.each([
    ['an external entity', 'claims-doctype', `${head}<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><GIAMDINHHS>&x;</GIAMDINHHS>`],
    ['entities that swell', 'claims-doctype', `${head}<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><GIAMDINHHS>&z;</GIAMDINHHS>`],
    ['a file cut in the middle', 'claims-broken', `${head}<GIAMDINHHS><THONGTINHOSO><DANHSACHHOSO><HOSO><FILEHOSO><LOAIHOSO>XM`],
    ['no XML', 'claims-broken', 'not a file of claims'],
  ])('%s: refused as a whole', async (_name, refusedCode, content) => {
    expect(await send('visits', { content, format: 'xml' })).toMatchObject({ state: 'refused', refusedCode })
  })
})

describe.skipIf(directory === '')('published samples (ANSINH_REFERENCE_DIR), through the engine', () => {
  it('an employer’s declaration D02-LT: who leaves must have been there', async () => {
    const [heading = '', , leaving = ''] = vector('d02lt-sample.csv').toString('utf8').split('\n')
    const source = 'D02-LT YN0001A 01/2026'
    const alone = await send('employer-declarations', { content: vector('d02lt-sample.csv'), source: 'D02-LT YN0001A 03/2026' })
    expect(alone).toMatchObject({ state: 'refused', refusedCode: 'import-matches-too-few' })
    expect(await faultsOf(alone.batchId)).toEqual(['3 fromMonth not-taking-part'])
    const coming = leaving.replace('GH-Giảm hẳn,GH,04/2026,04/2026', 'TM-Tăng mới,TM,01/2026,')
    expect(await send('employer-declarations', { content: [heading, coming].join('\n'), source })).toMatchObject({ state: 'applied' })
    const batch = await send('employer-declarations', { content: vector('d02lt-sample.csv'), source: 'D02-LT YN0001A 03/2026' })
    expect(batch).toMatchObject({ state: 'applied', groupCounts: { new: 2, moved: 1 }, appliedCounts: { written: 12, ended: 4 } })
  })
  it('claim envelopes: one is written and taken back, one in two of an unknown facility is refused', async () => {
    const batch = await send('visits', { content: vector('xml130-visit-with-costs.xml'), format: 'xml' })
    expect(batch).toMatchObject({ state: 'applied', groupCounts: { new: 1 }, appliedCounts: { written: 1 } })
    const two = await send('visits', { content: vector('xml130-envelope-sample.xml'), format: 'xml' })
    expect(two).toMatchObject({ state: 'refused', refusedCode: 'import-matches-too-few', groupCounts: { new: 1, rejected: 1 } })
    expect(await faultsOf(two.batchId)).toEqual(['2 facilityCode unknown-code'])
    expect(await undo(batch)).toBe('undone')
    expect(await standing('visits', 'visit_endings', 'visit_id')).toBe(0)
  })
})

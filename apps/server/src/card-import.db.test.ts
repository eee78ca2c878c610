import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { findPersonByCard, healthCardImport } from './cards/index.ts'
import { importText } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { copyPersons } from './persons/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'
import { seedReference } from './reference/index.ts'

const NOBODY = {
  fullName: 'Trần Thị Mẫu',
  bornOn: '1980-03-05',
  sex: 'female',
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
} as const

let platform: TestPlatform
let count = 0
let number: string
let other: string
let personId: number
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  await seedReference(platform.sql)
})
afterAll(() => platform.drop())
beforeEach(async () => {
  count += 2
  ;[number, other] = [`99${String(700 + count).padStart(8, '0')}`, `99${String(701 + count).padStart(8, '0')}`] as const
  const ids = await copyPersons(
    platform.sql,
    {
      persons: [
        { ...NOBODY, insuranceNumber: number, nationalId: `0991800${String(70000 + count)}` },
        { ...NOBODY, insuranceNumber: other },
      ],
      households: [],
    },
    'test',
  )
  personId = ids[0] ?? 0
})

const HEAD = 'Mã số BHXH;Số thẻ BHYT;Mã đối tượng;Mức hưởng;Nơi ĐKKCB ban đầu;Mã khu vực;Từ ngày;Đến ngày;5 năm liên tục;Ngày cấp;Nơi cấp'
/** Tabs between the cells: the joined values inside them keep their semicolons. */
const send = (...rows: string[][]) =>
  importText(platform, IMPORT_KINDS, {
    kind: 'health-cards',
    content: [HEAD.split(';'), ...rows].map((cells) => cells.join('\t')).join('\r\n'),
    confirms: true,
  })
const row = (
  more: Partial<Record<'number' | 'old' | 'group' | 'level' | 'facility' | 'area' | 'from' | 'to' | 'office', string>> = {},
): string[] => [
  more.number ?? number,
  more.old ?? '',
  more.group ?? 'DN',
  more.level ?? '4',
  more.facility ?? '01 - 929',
  more.area ?? '',
  more.from ?? '01/01/2026',
  more.to ?? '31/12/2026',
  '01/01/2024',
  '',
  more.office ?? '',
]
type Standing = { group: string; level: number; facility: string; from: string; to: string | null; old: string | null }
const listStanding = async (): Promise<Standing[]> => [
  ...(await platform.sql<Standing[]>`
    SELECT participant_group AS group, coverage_level AS level, registered_facility_code AS facility, valid_from AS from, valid_to AS to, legacy_card_number AS old
    FROM health_cards c WHERE person_id = ${personId} AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id)
    ORDER BY valid_from, participant_group`),
]
const listFaults = async (batchId: string) => [
  ...(await platform.sql`SELECT row_no AS row, column_name AS column, code, value FROM import_row_faults WHERE batch_id = ${batchId} ORDER BY row_no`),
]

describe('a file of health cards', () => {
  it('adds a card, leaves the same alone, corrects the same period, adds another period', async () => {
    expect(await send(row())).toMatchObject({
      state: 'applied',
      groupCounts: { new: 1 },
      appliedCounts: { written: 1, ended: 0, unchanged: 0 },
    })
    expect(await send(row({ to: '2026-12-31' }))).toMatchObject({ groupCounts: { known: 1 }, appliedCounts: { written: 0, unchanged: 1 } })
    expect(await send(row({ facility: '01001' }))).toMatchObject({ groupCounts: { moved: 1 }, appliedCounts: { written: 1, ended: 1 } })
    expect(await send(row({ from: '01/01/2027', to: '' }))).toMatchObject({
      groupCounts: { new: 1 },
      appliedCounts: { written: 1, ended: 0 },
    })
    expect(await listStanding()).toEqual([
      { group: 'DN', level: 4, facility: '01001', from: '2026-01-01', to: '2026-12-31', old: null },
      { group: 'DN', level: 4, facility: '01929', from: '2027-01-01', to: null, old: null },
    ])
    const endings = await platform.sql`SELECT kind FROM health_card_endings WHERE person_id = ${personId}`
    expect([...endings]).toEqual([{ kind: 'correction' }])
  })
  it('corrects the group of a card when nothing else is said about its period', async () => {
    await send(row({ group: 'GD' }))
    expect(await send(row({ group: 'HN', level: '2' }))).toMatchObject({ groupCounts: { moved: 1 } })
    expect(await listStanding()).toMatchObject([{ group: 'HN', level: 2 }])
  })
  it('takes several cards out of one row joined by semicolons, group and level out of the old number', async () => {
    const batch = await send(
      row({
        old: `DN401${number};HN201${number}`,
        group: '',
        level: '',
        facility: '01929;01001',
        from: '01/01/2026;01/07/2026',
        to: '30/06/2026;',
      }),
    )
    expect(batch).toMatchObject({ state: 'applied', appliedCounts: { written: 2 } })
    expect(await listStanding()).toEqual([
      { group: 'DN', level: 4, facility: '01929', from: '2026-01-01', to: '2026-06-30', old: `DN401${number}` },
      { group: 'HN', level: 2, facility: '01001', from: '2026-07-01', to: null, old: `HN201${number}` },
    ])
  })
  it('says row by row what it could not take; codes not in our lists wait', async () => {
    const good = Array.from({ length: 24 }, (_, at) =>
      row({ from: `01/01/${2000 + at}`.replace('2000', '2024'), to: `31/12/${2000 + at}` }),
    ).slice(15)
    const batch = await send(
      ...good,
      ...good.map((cells) => cells.with(0, other)),
      row({ group: 'ZZ', from: '02/01/2026' }),
      row({ facility: '99Z99', from: '03/01/2026' }),
      row({ from: '04/01/2026', to: '03/01/2026' }),
      row({ number: '9999999999', from: '05/01/2026' }),
      row({ from: '01/02/1979', to: '01/03/1979', group: 'DN' }),
      row({ old: 'DN401', from: '06/01/2026' }),
      row({ from: '01/01/2026;01/02/2026', to: '1/3/2026;1/4/2026;1/5/2026' }),
    )
    expect(batch).toMatchObject({ state: 'partly', groupCounts: { new: 18, rejected: 7 } })
    expect(await listFaults(batch.batchId)).toEqual([
      { row: 20, column: 'participantGroup', code: 'unknown-code', value: 'ZZ' },
      { row: 21, column: 'facilityCode', code: 'unknown-code', value: '99Z99' },
      { row: 22, column: 'validTo', code: 'to-before-from', value: '2026-01-03' },
      { row: 23, column: 'insuranceNumber', code: 'person-unknown', value: '9999999999' },
      { row: 24, column: 'participantGroup', code: 'unknown-code', value: 'DN' },
      { row: 25, column: 'oldCardNumber', code: 'not-in-list', value: 'DN401' },
      { row: 26, column: 'validTo', code: 'parts-differ', value: '2026-03-01;2026-04-01;2026-05-01' },
    ])
  })
  it('keeps old numbers and finds the person by them, by ten digits and by the national id', async () => {
    await send(row({ old: 'GD4010123456789'.replace('0123456789', `${number.slice(2)}01`), from: '01/01/2015', to: '31/12/2015' }))
    const old = `GD401${number.slice(2)}01`
    expect(await findPersonByCard(platform.sql, old.toLowerCase())).toBe(personId)
    expect(await findPersonByCard(platform.sql, `DN 4 01 ${number}`)).toBe(personId)
    expect(await findPersonByCard(platform.sql, number)).toBe(personId)
    expect(await findPersonByCard(platform.sql, `0991800${String(70000 + count)}`)).toBe(personId)
    expect(await findPersonByCard(platform.sql, 'GD4019999999999')).toBeNull()
    expect(await findPersonByCard(platform.sql, 'thẻ')).toBeNull()
    const taken = await send(
      row({ number: other, old }),
      row({ number: other, from: '01/01/2027', to: '' }),
      row({ number: other, from: '01/01/2028', to: '' }),
      row({ number: other, from: '01/01/2029', to: '' }),
    )
    expect(await listFaults(taken.batchId)).toMatchObject([{ code: 'number-taken', column: 'oldCardNumber', value: old }])
  })
  it('is taken back as a whole: what it wrote never was, what it ended stands again; not when something was built upon it', async () => {
    await send(row())
    const before = await listStanding()
    const batch = await send(row({ facility: '01001' }), row({ from: '01/01/2027', to: '' }))
    const { source } = await platform.sql<{ source: string }[]>`SELECT source FROM import_batches WHERE batch_id = ${batch.batchId}`.then(
      ([one]) => one ?? { source: '' },
    )
    expect(await healthCardImport.countBuiltUpon(platform.sql, { batchId: batch.batchId, source })).toBe(0)
    const compensation = { batchId: crypto.randomUUID(), source: 'undo' }
    const counts = await inTransaction(platform, (transaction) =>
      healthCardImport.undo(transaction, { batchId: batch.batchId, source }, compensation),
    )
    expect(counts).toEqual({ written: 1, ended: 2, unchanged: 0 })
    expect(await listStanding()).toEqual(before)
    expect(await healthCardImport.countBuiltUpon(platform.sql, { batchId: batch.batchId, source })).toBe(2)
  })
})

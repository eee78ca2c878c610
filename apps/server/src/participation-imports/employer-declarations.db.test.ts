import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'csv-parse/sync'
import { foldText } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyPersons } from '../persons/index.ts'
import { inTransaction } from '../platform/transaction.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { employerDeclarationsImport as kind } from './index.ts'
import { copyTestPersons } from './persons-fixture.ts'
import { listGroups, stageAndMatch } from './staged-batch-fixture.ts'

const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
let platform: TestPlatform
let persons: { personId: number; insuranceNumber: string }[]
beforeAll(async () => {
  platform = await openTestPlatform()
  persons = await copyTestPersons(platform.sql, 20)
})
afterAll(() => platform.drop())

type Cells = Record<string, string | null>
const row = (at: number, methodCode: string, fromMonth: string, more: Cells = {}): Cells => ({
  insuranceNumber: persons[at]?.insuranceNumber ?? '',
  fullName: 'Trần Văn Mẫu',
  bornOn: '1990',
  methodCode,
  methodText: methodCode,
  fromMonth,
  base: '8000000',
  ...more,
})
const SOURCE = 'D02-LT YN0001A 03/2026'
const match = async (rows: Cells[], source = SOURCE) => listGroups(platform, await stageAndMatch(platform, kind, rows, source))
const declare = async (rows: Cells[]) => {
  const batch = await stageAndMatch(platform, kind, rows, SOURCE)
  await inTransaction(platform, (transaction) => kind.apply(transaction, batch))
  return batch
}
const spellsOf = async (at: number, branch = 'social'): Promise<string[]> => {
  const rows = await platform.sql<{ line: string }[]>`
    SELECT concat_ws(' ', to_char(s.from_month, 'YYYY-MM'), coalesce(to_char(s.to_month, 'YYYY-MM'), 'open'), s.contributory_salary_vnd, s.job_title) AS line
    FROM participation_spells s WHERE s.person_id = ${persons[at]?.personId ?? 0} AND s.branch = ${branch}
      AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id) ORDER BY s.from_month`
  return rows.map(({ line }) => line)
}

describe('an employer’s declaration', () => {
  it('begins participation in all four branches, goes on until it is ended, and knows itself', async () => {
    await declare([row(0, 'TM', '2026-03')])
    expect(await spellsOf(0)).toEqual(['2026-03 open 8000000'])
    expect(await spellsOf(0, 'health')).toHaveLength(1)
    expect(await match([row(0, 'TM', '2026-03')])).toEqual(['known'])
    await declare([row(0, 'GH', '2026-06', { base: null })])
    expect([await spellsOf(0), await spellsOf(0, 'unemployment')]).toEqual([['2026-03 2026-05 8000000'], ['2026-03 2026-05 8000000']])
    expect(await match([row(0, 'TM', '2026-03'), row(0, 'GH', '2026-06')])).toEqual(['known', 'known'])
  })
  it('changes wage or job from a month on, coefficients by the level of the month, and keeps the rest', async () => {
    await declare([row(1, 'TD', '2026-01', { jobTitle: 'Thợ' })])
    await declare([row(1, 'DC', '2026-03', { base: '0', coefficient: '2.34' }), row(1, 'CD', '2026-05', { jobTitle: 'Tổ trưởng' })])
    expect(await spellsOf(1)).toEqual(['2026-01 2026-02 8000000 Thợ', '2026-03 2026-04 5475600 Thợ', '2026-05 open 5475600 Tổ trưởng'])
  })
  it('is carried out in the order of time, whatever the order in the file', async () => {
    await declare([row(2, 'GH', '2026-06'), row(2, 'DC', '2026-04', { base: '9000000' }), row(2, 'TM', '2026-02')])
    expect(await spellsOf(2)).toEqual(['2026-02 2026-03 8000000', '2026-04 2026-05 9000000'])
  })
  it('pauses only what rests: maternity goes on counting, unpaid leave does not', async () => {
    await declare([row(3, 'TM', '2026-01'), row(4, 'TM', '2026-01')])
    await declare([row(3, 'TS', '2026-03', { toMonth: '2026-08' }), row(4, 'KL', '2026-03', { toMonth: '2026-04' })])
    expect(await spellsOf(3)).toEqual(['2026-01 open 8000000'])
    expect(await spellsOf(3, 'unemployment')).toEqual(['2026-01 2026-02 8000000', '2026-09 open 8000000'])
    expect(await spellsOf(4, 'health')).toEqual(['2026-01 2026-02 8000000', '2026-05 open 8000000'])
  })
  it('ends spells as changes, and a whole file is taken back', async () => {
    await declare([row(5, 'TM', '2026-01')])
    const batch = await declare([row(5, 'DC', '2026-03', { base: '9000000' }), row(5, 'GH', '2026-06')])
    const kinds = await platform.sql<
      { kind: string }[]
    >`SELECT DISTINCT kind FROM participation_spell_endings WHERE person_id = ${persons[5]?.personId ?? 0}`
    expect(kinds).toEqual([{ kind: 'change' }])
    expect(await kind.countBuiltUpon(platform.sql, batch)).toBe(0)
    await inTransaction(platform, (transaction) => kind.undo(transaction, batch, { batchId: crypto.randomUUID(), source: 'undo' }))
    expect([await spellsOf(5), await spellsOf(5, 'health')]).toEqual([['2026-01 open 8000000'], ['2026-01 open 8000000']])
  })
  it('waits where its code is unknown or means two things, and is refused where nothing can end', async () => {
    await declare([row(6, 'TM', '2026-01')])
    const rows = [
      row(6, 'XX', '2026-03'),
      row(6, 'AT', '2026-03'),
      row(6, 'TL', '2026-03', { base: '9000000' }),
      row(6, 'TL', '2026-03', { base: '9000000', methodText: 'TL-Tăng lương' }),
      row(6, 'TL', '2026-03', { methodText: 'TL-Tăng tham gia TNLĐ, BNN' }),
      row(6, 'DC', '2026-03', { base: '9500000' }),
      row(7, 'GH', '2026-03'),
      row(7, 'TM', '2026-03', { sex: 'female' }),
    ]
    expect(await match(rows)).toEqual([
      'rejected methodCode unknown-code',
      'rejected methodCode unknown-code',
      'rejected methodCode unknown-code',
      'moved',
      'known',
      'rejected methodCode row-doubled',
      'rejected fromMonth not-taking-part',
      'rejected sex person-differs',
    ])
    expect(await match([row(7, 'TM', '2026-03')], 'no code here')).toEqual(['rejected employerCode employer-unknown'])
  })
  it('shows the only person of that name and birth as close, and takes nobody for granted', async () => {
    const lone = { fullName: 'Đặng Thị Riêng', bornOn: '1991-05-06', insuranceNumber: '9900200001' }
    const [one] = await copyPersons(
      platform.sql,
      {
        persons: [
          {
            ...lone,
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
          },
        ],
        households: [],
      },
      'test',
    )
    const unnumbered = { insuranceNumber: null, fullName: 'Dang Thi Rieng' }
    expect(
      await match([row(0, 'TM', '2026-03', { ...unnumbered, bornOn: '1991' }), row(0, 'TM', '2026-03', { insuranceNumber: null })]),
    ).toEqual(['close-match', 'rejected insuranceNumber person-unknown'])
    await declare([row(0, 'TM', '2026-03', { ...unnumbered, bornOn: '1991' })])
    const written = await platform.sql`SELECT FROM participation_spells WHERE person_id = ${one ?? 0}`
    expect(written).toHaveLength(0)
  })
})

describe.skipIf(directory === '')('the sample of the layout', () => {
  it('has a column for everything we read, and every cell of it can be read', () => {
    const [header = [], ...rows] = parse(readFileSync(join(directory, 'domain/vectors/d02lt-sample.csv'), 'utf8'), {
      bom: true,
    })
    const plain = (text: string): string => foldText(text).replaceAll(/[^a-z0-9]/gu, '')
    const at = new Map(
      kind.columns.map((column) => [column.name, header.findIndex((head) => column.headers.some((word) => plain(word) === plain(head)))]),
    )
    expect([...at].filter(([name, place]) => place === -1 && !name.startsWith('employer'))).toEqual([])
    for (const cells of rows)
      for (const column of kind.columns)
        expect({ column: column.name, ...column.parse(cells[at.get(column.name) ?? -1] ?? '') }).toMatchObject({ ok: true })
  })
})

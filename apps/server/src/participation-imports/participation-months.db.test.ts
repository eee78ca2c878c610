import { randomUUID } from 'node:crypto'

import { sumWage } from '@an-sinh/domain'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inTransaction } from '../platform/transaction.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { participationMonthsImport as kind } from './index.ts'
import { copyTestPersons } from './persons-fixture.ts'
import { importStaged, listGroups, stageAndMatch } from './staged-batch-fixture.ts'

let platform: TestPlatform
let persons: { personId: number; insuranceNumber: string }[]
beforeAll(async () => {
  platform = await openTestPlatform()
  persons = await copyTestPersons(platform.sql, 40)
})
afterAll(() => platform.drop())

type Cells = Record<string, string | null>
const row = (at: number, month: string, more: Cells = {}): Cells => ({
  insuranceNumber: persons[at]?.insuranceNumber ?? '',
  fullName: 'Trần Văn Mẫu',
  bornOn: '1990-01-01',
  branch: 'social',
  scheme: 'compulsory',
  month,
  employerCode: 'DN0001A',
  employerName: 'Công ty A',
  base: '8000000',
  ...more,
})
const importRows = (rows: Cells[]) => importStaged(platform, kind, rows)
const undo = async (batch: { batchId: string; source: string }) => {
  const compensation = { batchId: randomUUID(), source: 'undo' }
  return inTransaction(platform, (transaction) => kind.undo(transaction, batch, compensation))
}
const spellsOf = async (at: number): Promise<string[]> => {
  const rows = await platform.sql<{ line: string }[]>`
    SELECT concat_ws(' ', to_char(s.from_month, 'YYYY-MM'), to_char(s.to_month, 'YYYY-MM'), s.contributory_salary_vnd, s.source) AS line FROM participation_spells s
    WHERE s.person_id = ${persons[at]?.personId ?? 0} AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id)
    ORDER BY s.branch, s.from_month, s.to_month`
  return rows.map(({ line }) => line)
}
const endingsOf = async (at: number): Promise<string[]> => {
  const rows = await platform.sql<
    { kind: string }[]
  >`SELECT kind FROM participation_spell_endings WHERE person_id = ${persons[at]?.personId ?? 0} ORDER BY ended_at`
  return rows.map((ending) => ending.kind)
}

describe('a row of participation', () => {
  it('is told apart: whose it is, whether its time can be, whether it came before', async () => {
    await platform.sql`UPDATE persons SET died_on = '2020-05-03' WHERE person_id = ${persons[1]?.personId ?? 0}`
    const { batch } = await importRows([
      row(0, '2020-01'),
      row(0, '2020-01', { base: '9000000' }),
      row(0, '2020-01', { employerCode: 'DN0002A', employerName: 'Công ty B' }),
      row(0, '2020-02', { fullName: 'TRAN VAN MAU', bornOn: '1990' }),
      row(0, '2020-03', { fullName: 'Lê Thị Khác' }),
      row(0, '2020-03', { bornOn: '1991' }),
      row(0, '2999-01'),
      row(0, '2004-12'),
      row(0, '1989-12', { branch: 'health' }),
      row(0, '1990-01', { branch: 'health' }),
      row(1, '2020-05'),
      row(1, '2020-06'),
      row(0, '2020-04', { insuranceNumber: '9999999999' }),
      row(0, '2020-04', { insuranceNumber: null, nationalId: '099090000000' }),
      row(0, '2020-05', { nationalId: '099090000009' }),
    ])
    expect(await listGroups(platform, batch)).toEqual([
      'new',
      'rejected month row-doubled',
      'new',
      'new',
      'rejected fullName person-differs',
      'rejected bornOn person-differs',
      'rejected month in-the-future',
      'rejected month outside-life',
      'rejected month outside-life',
      'new',
      'new',
      'rejected month person-dead',
      'rejected insuranceNumber person-unknown',
      'new',
      'rejected nationalId person-differs',
    ])
    expect((await spellsOf(0)).map((line) => line.slice(0, 15))).toEqual([
      '1990-01 1990-01',
      '2020-01 2020-01',
      '2020-01 2020-02',
      '2020-04 2020-04',
    ])
  })
  it('is known when it says what stands, and moved when it says something else', async () => {
    await importRows([row(2, '2021-01'), row(2, '2021-02', { late: 'true' })])
    const again = [row(2, '2021-01'), row(2, '2021-02'), row(2, '2021-01', { branch: 'health' })]
    expect(await listGroups(platform, await stageAndMatch(platform, kind, again))).toEqual(['known', 'moved', 'new'])
  })
})

describe('months that are imported', () => {
  it('leave no trace the second time', async () => {
    const rows = [row(3, '2021-01'), row(3, '2021-02'), row(3, '2021-03')]
    expect((await importRows(rows)).counts).toEqual({ written: 1, ended: 0, unchanged: 0 })
    expect((await importRows(rows)).counts).toEqual({ written: 0, ended: 0, unchanged: 1 })
    expect((await importRows([row(3, '2021-02')])).counts).toEqual({ written: 0, ended: 0, unchanged: 1 })
  })
  it('become one spell also where one row spells out what another leaves to be understood', async () => {
    await importRows([row(9, '2021-01'), row(9, '2021-02', { scheme: null }), row(9, '2021-03', { total: '8000000' })])
    expect(await spellsOf(9)).toEqual(['2021-01 2021-03 8000000 test file'])
  })
  it('lengthen a spell by a change, and correct one that said something else', async () => {
    await importRows([row(4, '2021-01'), row(4, '2021-02')])
    expect((await importRows([row(4, '2021-03')])).counts).toEqual({ written: 1, ended: 1, unchanged: 0 })
    expect(await endingsOf(4)).toEqual(['change'])
    expect((await importRows([row(4, '2021-02', { base: '9000000' })])).counts).toEqual({ written: 3, ended: 1, unchanged: 0 })
    expect(await endingsOf(4)).toEqual(['change', 'correction'])
    expect(await spellsOf(4)).toEqual([
      '2021-01 2021-01 8000000 test file',
      '2021-02 2021-02 9000000 test file',
      '2021-03 2021-03 8000000 test file',
    ])
  })
  it('are taken back whole: what they wrote is withdrawn, what they ended stands again', async () => {
    await importRows([row(5, '2021-01'), row(5, '2021-02')])
    const { batch } = await importRows([row(5, '2021-02', { base: '9000000' }), row(6, '2021-02')])
    expect(await kind.countBuiltUpon(platform.sql, batch)).toBe(0)
    expect(await undo(batch)).toEqual({ written: 1, ended: 3, unchanged: 0 })
    expect([await spellsOf(5), await spellsOf(6)]).toEqual([['2021-01 2021-02 8000000 test file'], []])
  })
  it('cannot be taken back without those who built upon them being counted', async () => {
    const { batch } = await importRows([row(7, '2021-01')])
    await importRows([row(7, '2021-02')])
    expect(await kind.countBuiltUpon(platform.sql, batch)).toBe(1)
  })
  it('are paid as the domain sums a wage, coefficients included', async () => {
    const part = (max: number, digits: number) => fc.double({ min: 0.01, max, noNaN: true }).map((value) => value.toFixed(digits))
    const optional = (max: number, digits: number) => fc.option(part(max, digits))
    const wages = fc.sample(
      fc.record({
        base: fc.oneof(part(10, 2), part(20_000_000, 0)),
        positionAllowance: fc.option(fc.oneof(part(2, 2), part(900_000, 0))),
        overFrame: optional(30, 0),
        occupational: optional(30, 0),
        wageAllowance: optional(500_000, 0),
        supplements: optional(500_000, 0),
        month: fc.constantFrom('2013-07', '2016-04', '2020-01', '2024-06', '2026-07', '2026-10'),
      }),
      { numRuns: 200, seed: 7 },
    )
    const rows = wages.map((wage, at) => row(8, wage.month, { ...wage, employerCode: null, employerName: `Công ty ${at}` }))
    await importRows(rows)
    const paid = await platform.sql<
      { name: string; vnd: number }[]
    >`SELECT employer_name AS name, contributory_salary_vnd AS vnd FROM participation_spells
      WHERE person_id = ${persons[8]?.personId ?? 0}`
    expect(paid).toHaveLength(200)
    for (const [at, wage] of wages.entries()) {
      const sum = sumWage(
        {
          base: Number(wage.base),
          positionAllowance: Number(wage.positionAllowance),
          overFrameSeniorityPercent: Number(wage.overFrame),
          occupationalSeniorityPercent: Number(wage.occupational),
          wageAllowance: Number(wage.wageAllowance),
          supplements: Number(wage.supplements),
        },
        wage.month,
      )
      expect({ wage, vnd: paid.find(({ name }) => name === `Công ty ${at}`)?.vnd }).toEqual({ wage, vnd: sum })
    }
  })
})

describe('a row by itself', () => {
  const check = (cells: Cells) => kind.checkRow?.({ ...row(0, '2026-01'), ...cells }).map(({ column, code }) => `${column} ${code}`)
  it('needs a number, somebody who pays, and parts that add up', () => {
    expect(check({})).toEqual([])
    expect(check({ insuranceNumber: null })).toEqual(['insuranceNumber missing'])
    expect(check({ employerCode: null, employerName: null })).toEqual(['employerCode missing'])
    expect(check({ employerCode: null, employerName: null, branch: 'health' })).toEqual([])
    expect(check({ wageAllowance: '500000', total: '8500000' })).toEqual([])
    expect(check({ wageAllowance: '500000', total: '9000000' })).toEqual(['total sums-differ'])
  })
})

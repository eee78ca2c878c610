import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { benefitImport } from './benefits/index.ts'
import { importText } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { copyPersons } from './persons/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'

const NUMBER = '9900000801'
let platform: TestPlatform
let personId: number
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  const absent = {
    nationalId: null,
    legacyId: null,
    passportNumber: null,
    wardCode: null,
    address: null,
    householdId: null,
    householdRelation: null,
  }
  const person = {
    fullName: 'Trần Văn Mẫu',
    bornOn: '1964',
    sex: 'male',
    insuranceNumber: NUMBER,
    nationality: 'VN',
    phoneOnFile: null,
    diedOn: null,
  } as const
  const ids = await copyPersons(platform.sql, { persons: [{ ...absent, ...person, mergedIntoPersonId: null }], households: [] }, 'test')
  personId = ids[0] ?? 0
})
afterAll(() => platform.drop())

const HEAD =
  'Mã số BHXH,Loại,Chế độ,Số quyết định,Ngày quyết định,Điều chỉnh quyết định số,Từ ngày,Đến ngày,Số tiền,Số tháng được hưởng,Tên đơn vị,Số tài khoản,Tên ngân hàng'
const send = (...rows: string[]) =>
  importText(platform, IMPORT_KINDS, {
    kind: 'benefits',
    content: [HEAD, ...rows.map((cells) => `${NUMBER},${cells}`)].join('\n'),
    confirms: true,
  })

const FOUR = [
  'Một lần,,1/QĐ,02/05/2024,,,,45.000.000,,BHXH cơ sở Mẫu,0123 4567 8901,Ngân hàng Mẫu',
  '"Ốm đau, thai sản",Dưỡng sức,2/DS,01/03/2019,,11/02/2019,15/02/2019,"1,250,000",,Công ty Mẫu,,',
  'Hàng tháng,Lương hưu,3/QĐ,02/05/2024,,01/06/2024,,5000000,,BHXH cơ sở Mẫu,9999000012,Ngân hàng Mẫu',
  'Phiếu điều chỉnh,Lương hưu,P1,05/07/2024,3/QĐ,01/07/2024,,5750000,,,,',
  'THẤT NGHIỆP,,4/TN,01/01/2023,,10/01/2023,09/06/2023,4200000,5,,,',
]
type Line = { kind: string; regime: string; number: string; amount: number; last4: string | null }
const listStanding = async (): Promise<Line[]> => [
  ...(await platform.sql<Line[]>`
    SELECT kind, regime, decision_number AS number, amount_vnd AS amount, account_last4 AS last4 FROM benefits b WHERE person_id = ${personId}
      AND NOT EXISTS (SELECT FROM benefit_endings e WHERE e.person_id = b.person_id AND e.benefit_id = b.benefit_id) ORDER BY decision_number`),
]

describe('a file of benefits', () => {
  it('takes the four tabs and slips in one layout, and of an account the last four digits', async () => {
    expect(await send(...FOUR)).toMatchObject({ state: 'applied', groupCounts: { new: 5 }, appliedCounts: { written: 5 } })
    expect(await listStanding()).toEqual([
      { kind: 'lump-sum', regime: 'lump-sum', number: '1/QĐ', amount: 45_000_000, last4: '8901' },
      { kind: 'sickness-maternity', regime: 'recovery', number: '2/DS', amount: 1_250_000, last4: null },
      { kind: 'monthly', regime: 'pension', number: '3/QĐ', amount: 5_000_000, last4: '0012' },
      { kind: 'unemployment', regime: 'unemployment-allowance', number: '4/TN', amount: 4_200_000, last4: null },
      { kind: 'adjustment', regime: 'pension', number: 'P1', amount: 5_750_000, last4: null },
    ])
  })
  it('leaves the same alone and corrects what says otherwise under the same decision, regime and period; all of it can be taken back', async () => {
    const before = await listStanding()
    const batch = await send(...FOUR.slice(1), 'Một lần,,1/QĐ,02/05/2024,,,,46.000.000,,,,')
    expect(batch).toMatchObject({ groupCounts: { known: 4, moved: 1 }, appliedCounts: { written: 1, ended: 1, unchanged: 4 } })
    expect((await listStanding())[0]).toMatchObject({ amount: 46_000_000, last4: '8901' })
    const told = { batchId: batch.batchId, source: batch.source }
    expect(await benefitImport.countBuiltUpon(platform.sql, told)).toBe(0)
    const undone = await inTransaction(platform, (transaction) =>
      benefitImport.undo(transaction, told, { batchId: crypto.randomUUID(), source: 'undo' }),
    )
    expect(undone).toEqual({ written: 1, ended: 1, unchanged: 0 })
    expect(await listStanding()).toEqual(before)
  })
  it('says row by row what it could not take', async () => {
    const batch = await send(
      ...FOUR.map((cells) => cells.replace('QĐ,', 'QĐ-B,').replace('DS,', 'DS-B,').replace('TN,', 'TN-B,').replace('P1', 'P2')),
      ...FOUR.map((cells) => cells.replace('QĐ,', 'QĐ-C,').replace('DS,', 'DS-C,').replace('TN,', 'TN-C,').replace('P1', 'P3')),
      'Hàng tháng,,9/QĐ,02/05/2024,,,,1,,,,',
      'Hàng tháng,Ốm đau,9/QĐ,02/05/2024,,,,1,,,,',
      'Phiếu điều chỉnh,Lương hưu,P9,02/05/2024,,,,1,,,,',
      'Một lần,,8/QĐ,02/05/2124,,,,1,,,,',
    )
    expect(batch).toMatchObject({ state: 'partly', groupCounts: { new: 10, rejected: 4 } })
    const faults =
      await platform.sql`SELECT row_no AS row, column_name AS column, code FROM import_row_faults WHERE batch_id = ${batch.batchId} ORDER BY row_no`
    expect([...faults]).toEqual([
      { row: 12, column: 'regime', code: 'missing' },
      { row: 13, column: 'regime', code: 'not-in-list' },
      { row: 14, column: 'adjusts', code: 'missing' },
      { row: 15, column: 'decidedOn', code: 'in-the-future' },
    ])
  })
})

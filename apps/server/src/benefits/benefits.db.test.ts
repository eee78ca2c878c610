import type { BenefitLine, MonthlyBenefit } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyPersons } from '../persons/index.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { copyBenefits, findBenefitLine, multiplyBenefits, type NewBenefit, registerBenefits } from './index.ts'

type Answer = { lumpSum: BenefitLine[]; sicknessMaternity: BenefitLine[]; monthly: MonthlyBenefit[]; unemployment: BenefitLine[] }

let platform: TestPlatform
let worker: number
let newcomer: number

const benefit = (
  kind: NewBenefit['kind'],
  regime: string,
  decisionNumber: string,
  more: Partial<NewBenefit> = {},
): Omit<NewBenefit, 'personId'> => ({
  kind,
  regime,
  decisionNumber,
  decidedOn: '2024-05-02',
  adjustsDecisionNumber: null,
  fromOn: null,
  toOn: null,
  amountVnd: 1_000_000,
  monthsGranted: null,
  payerName: 'BHXH cơ sở Mẫu',
  accountLast4: '4321',
  bankName: 'Ngân hàng Mẫu',
  note: null,
  ...more,
})
const slip = (number: string, adjusts: string, fromOn: string, amountVnd: number) =>
  benefit('adjustment', 'pension', number, { adjustsDecisionNumber: adjusts, decidedOn: fromOn, fromOn, amountVnd })

const BENEFITS = [
  benefit('lump-sum', 'retirement-once', '1001/QĐ-BHXH', { amountVnd: 45_000_000 }),
  benefit('sickness-maternity', 'sickness', '12/DS', {
    decidedOn: '2019-03-01',
    fromOn: '2019-02-11',
    toOn: '2019-02-15',
    payerName: 'Công ty Mẫu',
  }),
  benefit('sickness-maternity', 'maternity', '77/DS', { decidedOn: '2021-09-01', fromOn: '2021-03-01', toOn: '2021-08-31' }),
  benefit('monthly', 'pension', '1000/QĐ-BHXH', { fromOn: '2024-06-01', amountVnd: 5_000_000 }),
  slip('P1', '1000/QĐ-BHXH', '2024-07-01', 5_750_000),
  slip('P2', '1000/QĐ-BHXH', '2026-07-01', 6_200_000),
  slip('P3', '1000/QĐ-BHXH', '2027-01-01', 7_000_000),
  slip('P4', '55/QĐ-BHXH', '2020-01-01', 100_000),
  benefit('unemployment', 'unemployment-allowance', '3/TN', {
    fromOn: '2023-01-10',
    toOn: '2023-06-09',
    monthsGranted: 5,
    amountVnd: 4_200_000,
  }),
]

beforeAll(async () => {
  platform = await openTestPlatform()
  const [now] = await platform.sql<{ offset: string }[]>`SELECT ('2026-11-15 12:00+07'::timestamptz - now())::text AS offset`
  await platform.moveClock(now?.offset ?? '0')
  const nobody = {
    sex: 'male',
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
  const persons = ['9900000601', '9900000602'].map((insuranceNumber) => ({
    ...nobody,
    fullName: 'Trần Văn Mẫu',
    bornOn: '1964-01-01',
    insuranceNumber,
  }))
  const [first = 0, second = 0] = await copyPersons(platform.sql, { persons, households: [] }, 'test')
  worker = first
  newcomer = second
  await copyBenefits(
    platform.sql,
    BENEFITS.map((one) => ({ ...one, personId: worker })),
    'test',
  )
})
afterAll(() => platform.drop())

const read = async (personId: number): Promise<Answer> => {
  const citizen = async () => ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) }) as const
  const nobody = async () => null
  const server = await makeServer(platform, 'citizen', { applicant: nobody, citizen, staff: nobody, employer: nobody })
  registerBenefits(server, platform)
  const answer = await server.fastify.inject({ url: '/api/me/benefits' })
  await server.fastify.close()
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
  return answer.json<Answer>()
}

describe('what was granted to the signed-in person', () => {
  it('stands in four tabs, newest first, each line with its source and the day we learned of it', async () => {
    const answer = await read(worker)
    expect(answer.sicknessMaternity.map((line) => line.decisionNumber)).toEqual(['77/DS', '12/DS'])
    expect(answer.lumpSum).toMatchObject([{ regimeName: { vi: 'Trợ cấp một lần khi nghỉ hưu' }, amountVnd: 45_000_000, source: 'test' }])
    expect(answer.lumpSum[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT/u)
    expect(answer.unemployment).toMatchObject([{ monthsGranted: 5, fromOn: '2023-01-10', toOn: '2023-06-09' }])
  })
  it('shows no more of an account than its last four digits', async () => {
    expect((await read(worker)).lumpSum[0]).toMatchObject({ accountLast4: '4321', bankName: 'Ngân hàng Mẫu' })
    await expect(
      copyBenefits(platform.sql, [{ ...benefit('lump-sum', 'lump-sum', '9'), personId: worker, accountLast4: '0123456789' }], 'test'),
    ).rejects.toThrow('account_last4')
  })
  it('keeps the slips under their decision and pays today what the last begun slip says', async () => {
    const { monthly } = await read(worker)
    expect(monthly).toMatchObject([
      { decisionNumber: '1000/QĐ-BHXH', amountNowVnd: 6_200_000, decision: { amountVnd: 5_000_000 } },
      { decisionNumber: '55/QĐ-BHXH', amountNowVnd: null, decision: null },
    ])
    expect(monthly[0]?.adjustments.map((line) => line.decisionNumber)).toEqual(['P3', 'P2', 'P1'])
  })
  it('is empty for somebody who was granted nothing', async () => {
    expect(await read(newcomer)).toMatchObject({ lumpSum: [], sicknessMaternity: [], monthly: [], unemployment: [] })
  })
  it('is found line by line by its owner and by nobody else', async () => {
    const [line] = (await read(worker)).lumpSum
    const found = await findBenefitLine(platform.sql, worker, line?.benefitId ?? '')
    expect(found).toMatchObject({ title: { vi: 'Trợ cấp một lần khi nghỉ hưu, số 1001/QĐ-BHXH' }, source: 'test' })
    expect(found?.facts.find(({ field }) => field === 'amountVnd')?.value.vi).toBe('45.000.000 đồng')
    expect(await findBenefitLine(platform.sql, newcomer, line?.benefitId ?? '')).toBeNull()
    expect(await findBenefitLine(platform.sql, worker, 'x')).toBeNull()
  })
  it('is there once more for people multiplied', async () => {
    const addId = newcomer - worker
    await multiplyBenefits(platform.sql, { fromId: worker, toId: worker, addId })
    expect((await read(newcomer)).monthly).toHaveLength(2)
  })
  it('cannot be changed or taken away, only added to', async () => {
    await expect(platform.sql`UPDATE benefits SET amount_vnd = 0 WHERE person_id = ${worker}`).rejects.toThrow('permission denied')
    await expect(platform.sql`DELETE FROM benefits WHERE person_id = ${worker}`).rejects.toThrow('permission denied')
  })
})

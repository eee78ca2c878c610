import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyBenefits } from './benefits/index.ts'
import type { TestClient } from './platform/test-client.ts'
import { ask, codeOf, decide, findOwn, type Holder, openRequestDesk, type RequestDesk } from './request-desk-fixture.ts'
import { settleRequestDecisions } from './requests/index.ts'

let desk: RequestDesk
let clerk: TestClient
beforeAll(async () => {
  desk = await openRequestDesk()
  clerk = await desk.hire()
})
afterEach(() => desk.platform.moveClock('0'))
afterAll(() => desk.close())

const release = async (): Promise<void> => {
  await desk.platform.moveClock('1 minute')
  expect(await settleRequestDecisions(desk.platform)).toBe(0)
}

const addBenefit = async ({ personId }: Holder): Promise<string> => {
  const benefitId = randomUUID()
  const decided = {
    kind: 'lump-sum',
    regime: 'lump-sum',
    decisionNumber: '12/QĐ',
    decidedOn: '2024-05-06',
    adjustsDecisionNumber: null,
  } as const
  const paid = {
    fromOn: null,
    toOn: null,
    amountVnd: 45_000_000,
    monthsGranted: null,
    payerName: 'BHXH Mẫu',
    accountLast4: '4321',
    bankName: 'Ngân hàng Mẫu',
    note: null,
  }
  await copyBenefits(desk.platform.sql, [{ ...decided, ...paid, benefitId, personId }], 'test')
  return benefitId
}

const addVisit = async ({ personId }: Holder): Promise<string> => {
  const { sql } = desk.platform
  const visitId = randomUUID()
  await sql`
    INSERT INTO visits (person_id, visit_id, facility_code, visit_key, layout, admitted_at, discharged_at, diagnosis, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd,
      other_vnd, sums_agree, content_hash, source)
    VALUES (${personId}, ${visitId}, '01001', ${visitId.slice(0, 8)}, 'qd4750', '2026-03-02 08:00', '2026-03-02 09:00', 'Viêm họng', 100000, 100000, 80000, 20000, 0, 0, true, '\\x00', 'test')`
  await sql`INSERT INTO visit_keys (facility_code, visit_key, person_id, visit_id) VALUES ('01001', ${visitId.slice(0, 8)}, ${personId}, ${visitId})`
  return visitId
}

describe('a benefit on the desk', () => {
  it.each([
    ['decisionNumber', '99/QĐ-BHXH', 'decision_number', '99/QĐ-BHXH'],
    ['decidedOn', '7/8/2024', 'decided_on', '2024-08-07'],
    ['fromOn', '1/9/2024', 'from_on', '2024-09-01'],
    ['toOn', '30/9/2024', 'to_on', '2024-09-30'],
    ['amountVnd', '46.500.000', 'amount_vnd', '46500000'],
    ['monthsGranted', '5', 'months_granted', '5'],
    ['payerName', 'BHXH cơ sở Mẫu', 'payer_name', 'BHXH cơ sở Mẫu'],
    ['accountLast4', '9876', 'account_last4', '9876'],
    ['bankName', '–', 'bank_name', null],
  ])('has its %s put right: an ending beside, the new fact with its source', async (field, typed, column, kept) => {
    const holder = await desk.addHolder()
    const benefitId = await addBenefit(holder)
    const { requestId, fileNumber } = await ask(holder, { kind: 'benefit', lineId: benefitId }, { problem: 'wrong-value' })
    const answer = await decide(clerk, requestId, { kind: 'accept', values: [{ field, value: typed }] })
    expect([answer.statusCode, codeOf(answer)]).toStrictEqual([201, '201'])
    await release()
    expect((await findOwn(holder, requestId))?.state).toBe('corrected')
    const rows = await desk.platform.sql<{ kept: string | null; ended: string | null; source: string }[]>`
      SELECT (to_jsonb(b) ->> ${column}) AS kept, e.kind AS ended, b.source FROM benefits b LEFT JOIN benefit_endings e USING (person_id, benefit_id)
      WHERE b.person_id = ${holder.personId} ORDER BY e.kind NULLS FIRST`
    expect(rows).toHaveLength(2)
    expect(rows[0]).toStrictEqual({ kept, ended: null, source: `correction request ${fileNumber}` })
    expect(rows[1]).toMatchObject({ ended: 'correction', source: 'test' })
    expect((await holder.client.get('/api/me/benefits')).statusCode).toBe(200)
  })
  it('with days that do not fit together is not accepted at all', async () => {
    const holder = await desk.addHolder()
    const { requestId } = await ask(holder, { kind: 'benefit', lineId: await addBenefit(holder) }, { problem: 'wrong-value' })
    const values = [
      { field: 'fromOn', value: '1/9/2024' },
      { field: 'toOn', value: '1/8/2024' },
    ]
    expect(codeOf(await decide(clerk, requestId, { kind: 'accept', values }))).toBe('value-wrong')
  })
  it('that was never theirs goes', async () => {
    const holder = await desk.addHolder()
    const { requestId } = await ask(holder, { kind: 'benefit', lineId: await addBenefit(holder) }, { problem: 'not-mine' })
    expect((await decide(clerk, requestId, { kind: 'accept', removesLine: true })).statusCode).toBe(201)
    await release()
    expect((await holder.client.get('/api/me/benefits')).body).not.toContain('12/QĐ')
    expect([...(await desk.platform.sql`SELECT kind FROM benefit_endings WHERE person_id = ${holder.personId}`)]).toStrictEqual([
      { kind: 'withdrawal' },
    ])
  })
})

describe('a visit on the desk', () => {
  it('that was never theirs goes, and the facility’s key leads to none any more', async () => {
    const holder = await desk.addHolder()
    const visitId = await addVisit(holder)
    expect((await holder.client.get('/api/me/visits')).body).toContain(visitId)
    const { requestId } = await ask(holder, { kind: 'visit', lineId: visitId }, { problem: 'not-mine' })
    expect((await decide(clerk, requestId, { kind: 'accept', removesLine: true })).statusCode).toBe(201)
    await release()
    expect((await holder.client.get('/api/me/visits')).body).not.toContain(visitId)
    const [row] = await desk.platform.sql<{ kind: string; visitId: string | null }[]>`
      SELECT e.kind, k.visit_id AS "visitId" FROM visit_endings e JOIN visit_keys k ON k.visit_key = ${visitId.slice(0, 8)} WHERE e.person_id = ${holder.personId}`
    expect(row).toStrictEqual({ kind: 'withdrawal', visitId: null })
  })
  it('has no cell that an office puts right: the claim is the facility’s', async () => {
    const holder = await desk.addHolder()
    const { requestId } = await ask(holder, { kind: 'visit', lineId: await addVisit(holder) }, { problem: 'wrong-value' })
    const answer = await decide(clerk, requestId, { kind: 'accept', values: [{ field: 'diagnosis', value: 'khác' }] })
    expect(answer.statusCode).toBe(400)
  })
  it('withdrawn meanwhile by somebody else is told as moved', async () => {
    const holder = await desk.addHolder()
    const visitId = await addVisit(holder)
    const { requestId } = await ask(holder, { kind: 'visit', lineId: visitId }, { problem: 'not-mine' })
    await desk.platform
      .sql`INSERT INTO visit_endings (person_id, visit_id, kind, source) VALUES (${holder.personId}, ${visitId}, 'withdrawal', 'elsewhere')`
    expect(codeOf(await decide(clerk, requestId, { kind: 'accept', removesLine: true }))).toBe('line-moved')
  })
})

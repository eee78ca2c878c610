import type { AnswerOf, findWaitingRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CounterDesk, openCounterDesk } from './counter-desk-fixture.ts'
import type { TestClient } from './platform/test-client.ts'

type Found = AnswerOf<typeof findWaitingRoute>
const NOTHING = { fullName: null, bornOn: null, phoneTail: null, idTail: null }

describe('somebody who stands at the counter', () => {
  let desk: CounterDesk
  let clerk: TestClient
  beforeAll(async () => {
    desk = await openCounterDesk()
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())
  const ask = (said: Partial<Record<keyof typeof NOTHING, string>>) => clerk.post('/api/counter/waiting', { ...NOTHING, ...said })
  const idsOf = async (said: Partial<Record<keyof typeof NOTHING, string>>) =>
    (await ask(said)).json<Found>().items.map((item) => item.registrationId)

  it('is found by any two of name, birth date, tail of the phone and tail of the document', async () => {
    const { receipt, phone } = await desk.submit({ fullName: 'Đặng Thị Ngọc Ánh', bornOn: '1988-11-02', nationalId: '099188007788' })
    const facts = { fullName: 'dang thi ngoc anh', bornOn: '1988-11-02', phoneTail: phone.slice(-4), idTail: '7788' }
    const pairs = Object.entries(facts).flatMap((one, at, all) => all.slice(at + 1).map((other) => Object.fromEntries([one, other])))
    expect(pairs).toHaveLength(6)
    for (const said of pairs) expect({ said, found: await idsOf(said) }).toStrictEqual({ said, found: [receipt.registrationId] })
  })

  it('is not found by one fact alone, and the clerk is told what is missing', async () => {
    for (const said of [{ fullName: 'Đặng' }, { bornOn: '1988-11-02' }, { phoneTail: '1234' }, { idTail: '7788' }, {}])
      expect((await ask(said)).json<{ code: string }>().code).toBe('two-facts-needed')
  })

  it('is not found when one of the two is another’s', async () => {
    await desk.submit({ fullName: 'Kiều Văn Khác', bornOn: '1970-01-01' })
    expect(await idsOf({ fullName: 'Kieu Van Khac', bornOn: '1970-01-02' })).toStrictEqual([])
  })

  it('of another office comes after the own ones, marked and without a birth date', async () => {
    const fullName = 'Lưu Thị Song Sinh'
    const there = await desk.submit({ fullName, bornOn: '1991-07-07', officeId: desk.applicants.officeIds[1] ?? 0 })
    const here = await desk.submit({ fullName, bornOn: '1991-07-07' })
    const { items } = (await ask({ fullName, bornOn: '1991-07-07' })).json<Found>()
    expect(items.map(({ registrationId, elsewhere, bornOn }) => ({ registrationId, elsewhere, bornOn }))).toStrictEqual([
      { registrationId: here.receipt.registrationId, elsewhere: false, bornOn: '1991-07-07' },
      { registrationId: there.receipt.registrationId, elsewhere: true, bornOn: null },
    ])
  })

  it('is told later who looked: one line for everybody shown', async () => {
    const { receipt } = await desk.submit({ fullName: 'Tạ Văn Được Thấy', bornOn: '1969-09-09' })
    await ask({ fullName: 'Ta Van Duoc Thay', bornOn: '1969-09-09' })
    const lines = await desk.applicants.platform
      .sql`SELECT FROM audit_lines WHERE registration_id = ${receipt.registrationId} AND action = 'waiting-found'`
    expect(lines).toHaveLength(1)
  })

  it('is not found any more once the registration is taken back', async () => {
    const said = { fullName: 'Vũ Thị Rút Lại', bornOn: '1977-07-01' }
    const { receipt, browser, url } = await desk.applicants.register(desk.photos, said)
    expect(await idsOf(said)).toStrictEqual([receipt.registrationId])
    expect((await browser.post(`${url}/withdrawal`)).statusCode).toBe(200)
    expect(await idsOf(said)).toStrictEqual([])
  })

  it('a request’s number that nobody has leads to nothing', async () => {
    expect((await clerk.post('/api/counter/request-lookups', { fileNumber: '90001/2026/DC99999' })).json<{ code: string }>().code).toBe(
      'not-found',
    )
  })
})

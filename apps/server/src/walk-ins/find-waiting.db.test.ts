import type { AnswerOf, findWaitingRoute } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clerk, codeOf, type Desk, openDesk } from '../counter/desk-fixture.ts'
import { registerWalkIns } from './index.ts'

type Found = AnswerOf<typeof findWaitingRoute>
const NOTHING = { fullName: null, bornOn: null, phoneTail: null, idTail: null }

describe('somebody who stands at the counter', () => {
  let desk: Desk
  let clerk: Clerk
  beforeAll(async () => {
    desk = await openDesk({ register: registerWalkIns })
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())
  const ask = (said: Partial<Record<keyof typeof NOTHING, string>>) => clerk.client.post('/api/counter/waiting', { ...NOTHING, ...said })

  it('is found by any two of name, birth date, tail of the phone and tail of the document', async () => {
    const { row, phone } = await desk.submit({ fullName: 'Đặng Thị Ngọc Ánh', bornOn: '1988-11-02', nationalId: '099188007788' })
    const facts = { fullName: 'dang thi ngoc anh', bornOn: '1988-11-02', phoneTail: phone.slice(-4), idTail: '7788' }
    const pairs = Object.entries(facts).flatMap((one, at, all) => all.slice(at + 1).map((other) => Object.fromEntries([one, other])))
    expect(pairs).toHaveLength(6)
    for (const said of pairs)
      expect({ said, found: (await ask(said)).json<Found>().items.map((item) => item.registrationId) }).toStrictEqual({
        said,
        found: [row.registrationId],
      })
  })

  it('is not found by one fact alone, and the clerk is told what is missing', async () => {
    for (const said of [{ fullName: 'Đặng' }, { bornOn: '1988-11-02' }, { phoneTail: '1234' }, { idTail: '7788' }, {}])
      expect(codeOf(await ask(said))).toBe('two-facts-needed')
  })

  it('is not found when one of the two is another’s', async () => {
    await desk.submit({ fullName: 'Kiều Văn Khác', bornOn: '1970-01-01' })
    expect((await ask({ fullName: 'Kieu Van Khac', bornOn: '1970-01-02' })).json<Found>().items).toStrictEqual([])
  })

  it('of another office comes after the own ones, marked and without a birth date', async () => {
    const fullName = 'Lưu Thị Song Sinh'
    const there = await desk.submit({ fullName, bornOn: '1991-07-07', officeId: desk.officeIds[1] ?? 0 })
    const here = await desk.submit({ fullName, bornOn: '1991-07-07' })
    const { items } = (await ask({ fullName, bornOn: '1991-07-07' })).json<Found>()
    expect(items.map(({ registrationId, elsewhere, bornOn }) => ({ registrationId, elsewhere, bornOn }))).toStrictEqual([
      { registrationId: here.row.registrationId, elsewhere: false, bornOn: '1991-07-07' },
      { registrationId: there.row.registrationId, elsewhere: true, bornOn: null },
    ])
  })

  it('and is told later who looked: one line for everybody shown', async () => {
    const { row } = await desk.submit({ fullName: 'Tạ Văn Được Thấy', bornOn: '1969-09-09' })
    await ask({ fullName: 'Ta Van Duoc Thay', bornOn: '1969-09-09' })
    const lines = await desk.platform
      .sql`SELECT action FROM audit_lines WHERE registration_id = ${row.registrationId} AND action = 'waiting-found'`
    expect(lines).toHaveLength(1)
  })

  it('is not found any more once decided', async () => {
    const { row, personId } = await desk.receive(clerk, { fullName: 'Nguyễn Thị Thử Nghiệm', bornOn: '1994-03-05' })
    const said = { bornOn: '1994-03-05', phoneTail: row.provedPhone?.slice(-7) ?? '' }
    expect((await ask(said)).json<Found>().items).toHaveLength(1)
    await desk.at(clerk, row.registrationId).decide({ kind: 'approve', personId })
    expect((await ask(said)).json<Found>().items).toHaveLength(0)
  })
})

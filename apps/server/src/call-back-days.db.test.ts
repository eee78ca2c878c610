import { randomUUID } from 'node:crypto'
import type { AnswerOf, askCallBackRoute, CallBack, CallBackWindows, Closure, listOwnCallBacksRoute, Ticket } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followClosedDays, lapseCallBacks } from './call-backs/index.ts'
import { moveClosureDeadlines } from './closures/index.ts'
import { type Colleague, must } from './office-fixture.ts'
import { type Citizen, openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'

let fixture: TicketsFixture
beforeAll(async () => {
  fixture = await openTicketsFixture()
})
afterAll(() => fixture.close())

const readWindows = async (): Promise<CallBackWindows> => must(await fixture.newClient().get('/api/call-back-windows?provinceCode=01'))
const file = async (): Promise<Ticket> => {
  const { client } = await fixture.citizen()
  return must(await client.post('/api/me/tickets', { reportId: randomUUID(), category: 'other', words: 'Tôi hỏi', context: {} }))
}

describe('an incident whose days the deadlines pass over', () => {
  it('takes no call-back away and moves no term of an answer', async () => {
    const operator: Colleague = await fixture.hire({ role: 'operator' })
    const [now] = await fixture.platform.sql<{ at: Date }[]>`SELECT ansinh_now() AS at`
    const words = { vi: 'Sự cố', en: 'Incident' }
    const { incidentId } = must<{ incidentId: string }>(
      await operator.client.post('/api/content/incidents', {
        incidentId: randomUUID(),
        kind: 'disturbance',
        features: ['codes'],
        beginsAt: now?.at.toISOString(),
        title: words,
        words,
        expectedEndAt: null,
        alongside: true,
      }),
    )
    const [windows, ticket] = [await readWindows(), await file()]
    const days = { orderId: randomUUID(), fromOn: '2026-12-03', toOn: '2026-12-09' }
    must(await operator.client.post(`/api/content/incidents/${incidentId}/deadlines`, days))
    expect(await fixture.platform.sql`SELECT FROM office_closures WHERE cause = 'incident' AND office_id = ${fixture.home}`).toHaveLength(1)
    expect(await readWindows()).toStrictEqual(windows)
    expect((await file()).dueAt).toBe(ticket.dueAt)
  })
})

type Window = { on: string; starts: string }
const askOf = ({ on, starts }: Window, more: object = {}) => ({
  callBackId: randomUUID(),
  reportId: randomUUID(),
  category: 'own-card',
  words: 'Thẻ của tôi báo hết hạn.',
  context: {},
  phone: null,
  on,
  starts,
  ...more,
})
const ask = async ({ client }: Citizen, window: Window, more: object = {}): Promise<CallBack> =>
  must(await client.post('/api/me/call-backs', askOf(window, more)))
const askAsStranger = async (window: Window, phone: string): Promise<AnswerOf<typeof askCallBackRoute>> =>
  must(await fixture.stranger().post('/api/call-backs', askOf(window, { phone, provinceCode: '01' })))
const stateOf = async ({ client }: Citizen, { callBackId }: CallBack): Promise<string | undefined> =>
  must<AnswerOf<typeof listOwnCallBacksRoute>>(await client.get('/api/me/call-backs')).callBacks.find(
    (one) => one.callBackId === callBackId,
  )?.state
/** The first window of the n-th open day from today on. */
const windowAfter = async (days: number): Promise<Window> => {
  const day = (await readWindows()).days.filter(({ windows }) => windows.length > 0).at(days)
  return { on: day?.on ?? '', starts: day?.windows[0]?.starts ?? '' }
}
const bookedIn = async ({ on, starts }: Window): Promise<number[]> =>
  (
    await fixture.platform.sql<{ booked: number }[]>`SELECT booked FROM call_back_windows WHERE window_on = ${on} AND starts = ${starts}`
  ).map(({ booked }) => booked)
const officesOf = async ({ on }: Window): Promise<number[]> =>
  (await fixture.platform.sql<{ officeId: number }[]>`SELECT DISTINCT office_id AS "officeId" FROM call_backs WHERE window_on = ${on}`).map(
    ({ officeId }) => officeId,
  )
const textsWith = async (phone: string, words: string): Promise<number> =>
  (await fixture.texts(phone)).filter((text) => text.includes(words)).length

describe('a day that is closed after calls were arranged for it', () => {
  it('frees their places and tells who waited, by SMS who has no account; they choose anew', async () => {
    const [citizen, elsewhen] = [await fixture.citizen(), await fixture.citizen()]
    const [window, later] = [await windowAfter(2), await windowAfter(3)]
    const call = await ask(citizen, window)
    const other = await ask(elsewhen, later)
    const stranger = await askAsStranger(window, '0950 066 101')
    const [province] = await fixture.platform.sql<{ officeId: number }[]>`
      SELECT office_id AS "officeId" FROM offices WHERE province_code = '01' AND office_level = 'province' ORDER BY 1`
    const supervisor = await fixture.hire({ role: 'supervisor', officeId: province?.officeId ?? 0 })
    const order = { closureId: randomUUID(), officeIds: await officesOf(window), fromOn: window.on, toOn: window.on, reason: 'Bão' }
    const { closureId } = must<Closure>(await supervisor.client.post('/api/counter/closures', order))
    const work = () => moveClosureDeadlines(fixture.platform, { orderId: closureId }, [followClosedDays])
    await work()
    await work()
    expect([await stateOf(citizen, call), await stateOf(elsewhen, other)]).toStrictEqual(['office-closed', 'waiting'])
    expect(new Set(await bookedIn(window))).toStrictEqual(new Set([0]))
    expect(await textsWith(citizen.phone, 'dong cua')).toBe(1)
    expect(await textsWith('+84950066101', 'dong cua')).toBe(1)
    expect(await textsWith(elsewhen.phone, 'dong cua')).toBe(0)
    const known = { reportNumber: stranger.callBack.reportNumber, code: stranger.code }
    const looked = must<{ callBacks: CallBack[] }>(await fixture.stranger().post('/api/call-backs/look-ups', known))
    expect(looked.callBacks.map(({ state }) => state)).toStrictEqual(['office-closed'])
    const ticket = must<Ticket>(await citizen.client.get(`/api/me/tickets/${call.reportId}`))
    expect(ticket.moves.at(-1)).toMatchObject({ kind: 'called', words: expect.stringContaining('đóng cửa') })
    expect(
      await fixture.platform.sql`SELECT FROM audit_lines WHERE action = 'call-back-released' AND person_id = ${citizen.personId}`,
    ).toHaveLength(1)
    expect((await ask(citizen, later, { reportId: call.reportId })).state).toBe('waiting')
    // Open again: nothing comes back, what was chosen anew stays.
    must(await supervisor.client.post(`/api/counter/closures/${closureId}/undo`))
    await work()
    expect(await stateOf(citizen, call)).toBe('office-closed')
  })
})

describe('a call that the office did not make', () => {
  it('may be made on the next open day still, then its asker is told and chooses anew', async () => {
    const citizen = await fixture.citizen()
    const call = await ask(citizen, await windowAfter(0))
    expect(call.on).toBe('2026-12-03')
    for (const [day, state] of [
      ['2026-12-04', 'waiting'],
      ['2026-12-07', 'not-made'],
    ] as const) {
      await fixture.setToday(day)
      await lapseCallBacks(fixture.platform)
      const [row] = await fixture.platform.sql<{ state: string }[]>`SELECT state FROM call_backs WHERE call_back_id = ${call.callBackId}`
      expect(row?.state).toBe(state)
    }
    expect(await lapseCallBacks(fixture.platform)).toBe(0)
    expect(await textsWith(citizen.phone, 'chua goi duoc')).toBe(1)
  })
})

import { randomUUID } from 'node:crypto'
import type {
  AnswerOf,
  askCallBackRoute,
  CallBack,
  CallBackWindows,
  listCallBacksRoute,
  listOwnCallBacksRoute,
  takeCallBackRoute,
  Ticket,
} from '@an-sinh/contract'
import { CALL_BACK_RULES } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseCallBackPhones } from './call-backs/index.ts'
import { codeOf, type Colleague, must } from './office-fixture.ts'
import { postWorking } from './platform/do-work-fixture.ts'
import { type Citizen, openTicketsFixture, type TicketsFixture } from './tickets-fixture.ts'

type Queue = AnswerOf<typeof listCallBacksRoute>
type Taken = AnswerOf<typeof takeCallBackRoute>
const PLACES = CALL_BACK_RULES.at(-1)?.perWindow ?? 0

describe('a call-back', () => {
  let fixture: TicketsFixture
  let clerk: Colleague
  let colleague: Colleague
  beforeAll(async () => {
    fixture = await openTicketsFixture()
    clerk = await fixture.hire({ officeId: fixture.home })
    colleague = await fixture.hire({ officeId: fixture.home })
  })
  afterAll(() => fixture.close())

  const windows = async ({ client }: Citizen): Promise<CallBackWindows> =>
    must<CallBackWindows>(await client.get('/api/me/call-back-windows'))
  const free = async (citizen: Citizen): Promise<{ on: string; starts: string }> => {
    const { nextFree } = await windows(citizen)
    if (nextFree === null) throw new Error('no window is free')
    return { on: nextFree.on, starts: nextFree.starts }
  }
  const ask = async (citizen: Citizen, more: object = {}) =>
    citizen.client.post('/api/me/call-backs', {
      callBackId: randomUUID(),
      reportId: randomUUID(),
      category: 'own-card',
      words: 'Thẻ của tôi báo hết hạn.',
      context: {},
      phone: null,
      ...(await free(citizen)),
      ...more,
    })
  const queue = async (who = clerk): Promise<Queue['items']> => must<Queue>(await who.client.get('/api/call-back-queue')).items
  const desk = (callBackId: string, step: string, body: object = {}, who = clerk) =>
    who.client.post(`/api/call-back-queue/${callBackId}/${step}`, body)

  it('stands in a window of the office, opens a ticket with it, and twice is one', async () => {
    const citizen = await fixture.citizen()
    const ids = { callBackId: randomUUID(), reportId: randomUUID(), ...(await free(citizen)) }
    const both = await Promise.all([ask(citizen, ids), ask(citizen, ids)])
    const [one, other] = both.map((answer) => must<CallBack>(answer))
    expect(other).toStrictEqual(one)
    expect(one).toMatchObject({ state: 'waiting', tries: 0 })
    expect(one?.phoneMasked).not.toContain(citizen.phone.slice(-6))
    const ticket = must<Ticket>(await citizen.client.get(`/api/me/tickets/${ids.reportId}`))
    expect(ticket.moves.map(({ kind }) => kind)).toStrictEqual(['filed', 'called'])
    expect(codeOf(await ask(citizen, { reportId: ids.reportId }))).toBe('call-back-waiting')
    expect(codeOf(await ask(await fixture.citizen(), { reportId: ids.reportId }))).toBe('not-found')
    const own = must<AnswerOf<typeof listOwnCallBacksRoute>>(await citizen.client.get('/api/me/call-backs'))
    expect(own.callBacks).toHaveLength(1)
  })

  it('is offered on no weekend, holiday, closed day or at Tết, each with its reason and the next free window', async () => {
    const citizen = await fixture.citizen()
    const { sql } = fixture.platform
    const before = await windows(citizen)
    const [first] = before.days.filter((day) => day.windows.length > 0).map(({ on }) => on)
    await sql`INSERT INTO office_closures (closure_id, office_id, from_on, to_on, reason) VALUES (gen_random_uuid(), ${fixture.home}, ${first ?? ''}, ${first ?? ''}, 'Mất điện')`
    await sql`INSERT INTO calendar_days (day_on, kind, name, valid_from, valid_to, source) VALUES ('2026-12-08', 'public-holiday', 'Tết Nguyên đán', '2026-01-01', '2026-12-31', 'test')`
    const { days, nextFree } = await windows(citizen)
    const dayOn = (on: string) => days.find((day) => day.on === on)
    expect(dayOn(first ?? '')).toMatchObject({ closed: 'closure', windows: [] })
    expect(dayOn('2026-12-05')).toMatchObject({ closed: 'weekend', windows: [] })
    expect(dayOn('2026-12-08')).toMatchObject({ closed: 'public-holiday', closedName: 'Tết Nguyên đán', windows: [] })
    expect(nextFree?.on).toBe('2026-12-04')
    for (const on of ['2026-12-08', first ?? '', '2020-01-02'])
      expect(codeOf(await ask(citizen, { on, starts: '08:00' }))).toBe('call-back-window')
    expect(codeOf(await ask(citizen, { starts: '07:13' }))).toBe('call-back-window')
  })

  it('takes the places of a window once each, at once too; who cancels gives theirs back', async () => {
    const people = await Promise.all(Array.from({ length: PLACES + 2 }, () => fixture.citizen()))
    const [someone] = people
    if (someone === undefined) throw new Error('nobody')
    const { days } = await windows(someone)
    const day = days.filter(({ windows: some }) => some.length > 1).at(-1)
    const at = { on: day?.on ?? '', starts: day?.windows[0]?.starts ?? '' }
    const answers = await Promise.all(people.map((citizen) => ask(citizen, at)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(PLACES)
    expect(answers.filter((answer) => codeOf(answer) === 'call-back-full')).toHaveLength(2)
    expect((await windows(someone)).days.find(({ on }) => on === at.on)?.windows[0]?.isFree).toBe(false)
    const [made] = answers.filter(({ statusCode }) => statusCode === 201)
    if (made === undefined) throw new Error('nobody got a place')
    const owner = people[answers.indexOf(made)] ?? someone
    const another = people.find((one) => one !== owner) ?? someone
    const { callBackId } = must<CallBack>(made)
    const cancel = ({ client }: Citizen) => client.post(`/api/me/call-backs/${callBackId}/cancellation`)
    expect(codeOf(await cancel(another))).toBe('not-found')
    expect(must<CallBack>(await cancel(owner)).state).toBe('cancelled')
    expect(codeOf(await cancel(owner))).toBe('call-back-settled')
    expect((await windows(someone)).days.find(({ on }) => on === at.on)?.windows[0]?.isFree).toBe(true)
  })

  it('shows the number to who calls alone, written down; spoken to, what was said is on the ticket', async () => {
    const citizen = await fixture.citizen()
    const { callBackId, reportId } = must<CallBack>(await ask(citizen))
    const listed = await clerk.client.get('/api/call-back-queue')
    expect(listed.body).not.toContain(citizen.phone)
    expect((await queue()).map((item) => item.callBackId)).toContain(callBackId)
    expect(codeOf(await desk(callBackId, 'calls', { outcome: 'reached', tries: 0, words: 'x', answers: true }))).toBe('call-back-taken')
    expect(must<Taken>(await desk(callBackId, 'taking')).phone).toBe(citizen.phone)
    expect(codeOf(await desk(callBackId, 'taking', {}, colleague))).toBe('call-back-taken')
    const looks = await fixture.platform.sql`SELECT FROM audit_lines WHERE action = 'call-back-taken' AND person_id = ${citizen.personId}`
    expect(looks).toHaveLength(1)
    expect(codeOf(await desk(callBackId, 'calls', { outcome: 'reached', tries: 0, words: ' ', answers: true }))).toBe('report-words')
    must(await desk(callBackId, 'calls', { outcome: 'reached', tries: 0, words: 'Đã gia hạn thẻ.', answers: true }))
    const ticket = must<Ticket>(await citizen.client.get(`/api/me/tickets/${reportId}`))
    expect(ticket).toMatchObject({ state: 'answered' })
    expect(ticket.moves.at(-1)).toMatchObject({ kind: 'answered', words: 'Đã gia hạn thẻ.' })
    expect((await queue()).map((item) => item.callBackId)).not.toContain(callBackId)
  })

  it('that nobody answers twice is told by SMS, and another window may be chosen', async () => {
    const citizen = await fixture.citizen()
    const { callBackId, reportId } = must<CallBack>(await ask(citizen))
    must(await desk(callBackId, 'taking'))
    const miss = (tries: number) => desk(callBackId, 'calls', { outcome: 'missed', tries, words: '', answers: false })
    // Sent twice it is one call.
    const twice = await Promise.all([miss(0), miss(0)])
    expect(twice.map(codeOf).toSorted()).toStrictEqual(['200', 'call-back-counted'])
    expect((await queue()).find((item) => item.callBackId === callBackId)).toMatchObject({ tries: 1 })
    expect((await fixture.texts(citizen.phone)).filter((text) => text.includes('khong ai nghe may'))).toHaveLength(0)
    expect(must<object>(await miss(1))).toMatchObject({ state: 'missed', tries: 2 })
    expect((await fixture.texts(citizen.phone)).filter((text) => text.includes('khong ai nghe may'))).toHaveLength(1)
    expect(codeOf(await miss(2))).toBe('call-back-settled')
    const lines = await fixture.platform.sql<{ tries: number }[]>`
      SELECT (details ->> 'tries')::integer AS tries FROM audit_lines WHERE action = 'call-back-missed' AND person_id = ${citizen.personId} ORDER BY 1`
    expect(lines.map(({ tries }) => tries)).toStrictEqual([1, 2])
    expect(must<CallBack>(await ask(citizen, { reportId, words: '' })).state).toBe('waiting')
  })

  it('whose window is over without a call is late, and a colleague may take it over', async () => {
    const citizen = await fixture.citizen()
    const { callBackId } = must<CallBack>(await ask(citizen))
    must(await desk(callBackId, 'taking'))
    await fixture.platform.sql`UPDATE call_backs SET window_on = '2026-12-02' WHERE call_back_id = ${callBackId}`
    expect((await queue()).find((item) => item.callBackId === callBackId)).toMatchObject({ late: true })
    must(await desk(callBackId, 'taking', {}, colleague))
    expect((await queue()).find((item) => item.callBackId === callBackId)?.caller).toMatchObject({ mine: false })
  })

  it('is asked for without signing in, looked up and cancelled by number and code; the number goes ninety days later', async () => {
    const place = must<CallBackWindows>(await fixture.stranger().get('/api/call-back-windows?provinceCode=01'))
    const body = {
      callBackId: randomUUID(),
      reportId: randomUUID(),
      category: 'message',
      words: 'Không có mật khẩu',
      context: {},
      phone: '0950 066 001',
      provinceCode: '01',
      on: place.nextFree?.on,
      starts: place.nextFree?.starts,
    }
    expect(codeOf(await fixture.stranger().post('/api/call-backs', { ...body, phone: '113' }))).toBe('ticket-contact')
    const { code, callBack } = must<AnswerOf<typeof askCallBackRoute>>(await fixture.stranger().post('/api/call-backs', body))
    const known = { reportNumber: callBack.reportNumber, code }
    expect(codeOf(await fixture.stranger().post('/api/call-backs/look-ups', { ...known, code: 'ABCD-EFGH-JKMN' }))).toBe('ticket-unknown')
    const looked = must<{ callBacks: CallBack[] }>(await fixture.stranger().post('/api/call-backs/look-ups', known))
    expect(looked.callBacks).toStrictEqual([callBack])
    const cancelled = must<{ callBacks: CallBack[] }>(await fixture.stranger().post('/api/call-backs/cancellations', known))
    expect(cancelled.callBacks[0]?.state).toBe('cancelled')
    expect(codeOf(await fixture.stranger().post('/api/call-backs/cancellations', known))).toBe('call-back-settled')
    expect(await eraseCallBackPhones(fixture.platform)).toBe(0)
    await fixture.platform
      .sql`UPDATE call_backs SET state_since = state_since - interval '91 days' WHERE call_back_id = ${callBack.callBackId}`
    expect(await eraseCallBackPhones(fixture.platform)).toBe(1)
    const after = must<{ callBacks: CallBack[] }>(await fixture.stranger().post('/api/call-backs/look-ups', known))
    expect(after.callBacks[0]?.phoneMasked).toBe('')
  })

  it('leaves half of a window to whoever is signed in, however many strangers ask and however often one phone is typed', async () => {
    const { sql } = fixture.platform
    const look = async () => must<CallBackWindows>(await fixture.stranger().get('/api/call-back-windows?provinceCode=01'))
    const day = (await look()).days.filter((one) => one.windows.length > 0).at(-2)
    const at = { on: day?.on ?? '', starts: day?.windows[0]?.starts ?? '' }
    const body = () => ({
      callBackId: randomUUID(),
      reportId: randomUUID(),
      category: 'message',
      words: 'x',
      context: {},
      provinceCode: '01',
    })
    const phone = '0950 066 002'
    const askFrom = (network: number) => postWorking(fixture.stranger(network), '/api/call-backs', { ...body(), ...at, phone })
    const answers = await Promise.all(Array.from({ length: PLACES }, (_, index) => askFrom(100 + index)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(PLACES / 2)
    expect(answers.filter((answer) => codeOf(answer) === 'call-back-full')).toHaveLength(PLACES / 2)
    expect((await look()).days.find(({ on }) => on === at.on)?.windows[0]?.isFree).toBe(false)
    await sql`UPDATE call_backs SET office_id = ${fixture.home} WHERE window_on = ${at.on}`
    await sql`UPDATE call_back_windows SET office_id = ${fixture.home} WHERE window_on = ${at.on}`
    for (let left = PLACES / 2; left > 0; left -= 1) {
      const citizen = await fixture.citizen()
      expect((await windows(citizen)).days.find(({ on }) => on === at.on)?.windows[0]?.isFree).toBe(true)
      must(await ask(citizen, at))
    }
    expect(codeOf(await ask(await fixture.citizen(), at))).toBe('call-back-full')
  })
})

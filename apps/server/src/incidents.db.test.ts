import { randomUUID } from 'node:crypto'
import type {
  AnswerOf,
  DeskIncident,
  getPublicSettingsRoute,
  listIncidentSignalsRoute,
  listIncidentsRoute,
  SystemStatus,
} from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { moveClosureDeadlines } from './closures/index.ts'
import { makeStatusMemory } from './incidents/index.ts'
import { openSql } from './platform/sql.ts'
import { codeOf, type Colleague, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { followClosure } from './procedures/index.ts'

let fixture: OfficeFixture
let operator: Colleague
let supervisor: Colleague
beforeAll(async () => {
  fixture = await openOfficeFixture()
  await fixture.setToday('2027-03-11')
  operator = await fixture.hire({ role: 'operator' })
  supervisor = await fixture.hire({ role: 'supervisor' })
})
afterAll(() => fixture.close())

const BEGAN = '2027-03-11T04:00:00.000Z'
const said = {
  title: { vi: 'Tin nhắn mã đang chậm', en: 'Codes by SMS are slow' },
  words: { vi: 'Mã qua tin nhắn đến chậm tới 10 phút. <script>alert(1)</script>', en: 'Codes arrive up to 10 minutes late.' },
  expectedEndAt: null,
}
const about = (change: object = {}) => ({
  incidentId: randomUUID(),
  kind: 'disturbance',
  features: ['codes'],
  beginsAt: BEGAN,
  ...said,
  alongside: false,
  ...change,
})
const open = async (change: object = {}, who = operator): Promise<DeskIncident> =>
  must(await who.client.post('/api/content/incidents', about(change)))
const say = (incident: DeskIncident, change: object = {}, who = operator) =>
  who.client.post(`/api/content/incidents/${incident.incidentId}/updates`, {
    afterUpdateNo: incident.updates[0]?.updateNo ?? 0,
    state: 'open',
    ...said,
    ...change,
  })
const status = async (): Promise<SystemStatus> => must(await fixture.newClient().get('/api/status'))
const colour = async (feature: string) => (await status()).features.find((one) => one.feature === feature)
const announced = async (): Promise<string | null> =>
  must<AnswerOf<typeof getPublicSettingsRoute>>(await fixture.newClient().get('/api/settings')).announced

describe('an incident', () => {
  it('is seen by everybody without sign-in, goes on update by update, and is green and history when it is over', async () => {
    expect(await colour('codes')).toMatchObject({ now: 'green', days: 'g'.repeat(90) })
    expect(await announced()).toBeNull()
    const incident = await open()
    expect(await colour('codes')).toMatchObject({ now: 'yellow', days: `${'g'.repeat(89)}y` })
    expect(await colour('card')).toMatchObject({ now: 'green' })
    const first = await announced()
    expect(first).not.toBeNull()
    const more = must<DeskIncident>(await say(incident, { words: { vi: 'Đã tìm ra nguyên nhân.', en: 'The cause is found.' } }))
    expect(await announced()).not.toBe(first)
    expect((await status()).incidents[0]).toMatchObject({
      state: 'running',
      updates: [{ updateNo: 2 }, { updateNo: 1, words: said.words }],
    })
    must(await say(more, { state: 'ended' }))
    expect(await colour('codes')).toMatchObject({ now: 'green', days: `${'g'.repeat(89)}y` })
    expect((await status()).incidents[0]).toMatchObject({ state: 'ended' })
    expect(await announced()).toBeNull()
    expect(codeOf(await say(more))).toBe('incident-over')
  })

  it('said by another process is told by this one a few seconds later: the settings remember', async () => {
    const incident = await open({ features: ['look-ups'] })
    const first = await announced()
    await fixture.platform.sql`
      INSERT INTO incident_updates (incident_id, update_no, state, title_vi, title_en, words_vi, words_en, staff_id)
      SELECT incident_id, 2, 'ended', title_vi, title_en, words_vi, words_en, staff_id FROM incident_updates WHERE incident_id = ${incident.incidentId}`
    expect(await announced()).toBe(first)
    await vi.waitFor(async () => expect(await announced()).not.toBe(first), { timeout: 8000, interval: 300 })
  })

  it('announced by mistake was never there', async () => {
    const incident = await open({ kind: 'outage', features: ['card'] })
    expect((await colour('card'))?.now).toBe('red')
    must(await say(incident, { state: 'withdrawn' }))
    expect(await colour('card')).toMatchObject({ now: 'green', days: 'g'.repeat(90) })
    expect((await status()).incidents.map(({ incidentId }) => incidentId)).not.toContain(incident.incidentId)
  })

  it('is not announced twice by two at once, but another one beside it when that is meant', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => operator.client.post('/api/content/incidents', about({ features: ['help'] }))))
    expect(answers.map(codeOf).toSorted()).toStrictEqual(['201', 'incident-overlap', 'incident-overlap'])
    const other = await open({ features: ['help', 'look-ups'], alongside: true, kind: 'outage' })
    expect((await colour('help'))?.now).toBe('red')
    must(await say(other, { state: 'ended' }))
    expect((await colour('help'))?.now).toBe('yellow')
  })

  it('sent twice is one; of two who say more at once one is told to read first', async () => {
    const order = about({ features: ['documents'] })
    const [one, two] = [
      await operator.client.post('/api/content/incidents', order),
      await operator.client.post('/api/content/incidents', order),
    ]
    expect([one.statusCode, two.statusCode]).toStrictEqual([201, 201])
    const incident = must<DeskIncident>(two)
    const answers = await Promise.all([say(incident), say(incident)])
    expect(answers.map(codeOf).toSorted()).toStrictEqual(['201', 'incident-moved-on'])
    expect(await fixture.platform.sql`SELECT FROM incident_updates WHERE incident_id = ${incident.incidentId}`).toHaveLength(2)
  })

  it('refuses what cannot be: no words, no part, an end before its beginning, work without an end', async () => {
    const post = async (change: object): Promise<string> => codeOf(await operator.client.post('/api/content/incidents', about(change)))
    expect(await post({ title: { vi: 'x', en: ' ' } })).toBe('incident-words')
    expect(await post({ features: [] })).toBe('incident-features')
    expect(await post({ expectedEndAt: '2027-03-11T03:00:00Z' })).toBe('incident-dates')
    expect(await post({ kind: 'planned-work' })).toBe('incident-dates')
    expect(await post({ beginsAt: 'hôm nay' })).toBe('incident-dates')
    expect(await post({ features: ['everything'] })).toBe('bad-request')
  })

  it('of an office is its supervisor’s, and colours nothing for the whole country', async () => {
    const incident = await open({ features: ['counter'], title: { vi: 'Mất điện tại quầy', en: 'No power at the counter' } }, supervisor)
    expect(incident.office).not.toBeNull()
    expect((await colour('counter'))?.now).toBe('green')
    const elsewhere = await fixture.hire({ role: 'supervisor', officeId: fixture.officeIds.at(-1) ?? 0 })
    expect(codeOf(await say(incident, {}, elsewhere))).toBe('not-found')
    const list = must<AnswerOf<typeof listIncidentsRoute>>(await elsewhere.client.get('/api/content/incidents'))
    expect(list.incidents.map(({ incidentId }) => incidentId)).not.toContain(incident.incidentId)
    const everywhere = await open({ features: ['employers'] })
    expect(codeOf(await say(everywhere, {}, supervisor))).toBe('not-found')
    expect(codeOf(await (await fixture.hire()).client.post('/api/content/incidents', about()))).toBe('not-allowed')
  })

  it('warns of fraud without anything of ours being broken', async () => {
    const warning = await open({ kind: 'fraud-warning', features: [], title: { vi: 'Trang giả mạo', en: 'A false site' } })
    expect((await status()).incidents.find(({ incidentId }) => incidentId === warning.incidentId)).toMatchObject({ kind: 'fraud-warning' })
    expect((await colour('sign-in'))?.now).toBe('green')
  })
})

describe('the status page', () => {
  it('answers what was known last while the database is away, and says so', async () => {
    const sql = openSql(fixture.platform.settings.databaseUrl, { max: 1 })
    const memory = makeStatusMemory({ sql })
    expect((await memory.read()).fresh).toBe(true)
    await sql.end()
    memory.forget()
    const last = await memory.read()
    expect(last.fresh).toBe(false)
    expect(last.incidents.length).toBeGreaterThan(0)
    expect(await makeStatusMemory({ sql }).read()).toMatchObject({
      asOf: null,
      fresh: false,
      features: [{ now: null }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    })
  })

  it('may be kept by whatever stands before the server', async () => {
    const answer = await fixture.newClient().get('/api/status')
    expect(answer.headers['cache-control']).toContain('stale-if-error')
    expect((await fixture.newClient().get('/api/status', { 'if-none-match': String(answer.headers['etag']) })).statusCode).toBe(304)
    expect(answer.body.length).toBeLessThan(20_000)
  })
})

describe('what the system notices of itself', () => {
  it('is shown to who announces and announced by nobody else', async () => {
    const before = (await status()).incidents.length
    await fixture.platform.sql`
      INSERT INTO messages (message_id, idempotency_key, event, channel, recipient_hmac, state, send_after, created_at)
      SELECT gen_random_uuid(), 'late/' || n, 'reminder', 'sms', '\\x00', 'queued', ansinh_now() - interval '20 minutes', ansinh_now() - interval '20 minutes' FROM generate_series(1, 7) n`
    const { signals } = must<AnswerOf<typeof listIncidentSignalsRoute>>(await operator.client.get('/api/content/incident-signals'))
    expect(signals.find(({ signal }) => signal === 'messages')).toMatchObject({ level: 'failing', waiting: 7, features: ['codes'] })
    expect(signals.find(({ signal }) => signal === 'database')?.level).toBe('fine')
    expect((await status()).incidents).toHaveLength(before)
  })
})

describe('deadlines that run out during an incident', () => {
  const work = (orderId: string): Promise<void> => moveClosureDeadlines(fixture.platform, { orderId }, [followClosure])

  it('move to the next open day everywhere, the person is told, and come back exactly', async () => {
    await fixture.setToday('2027-03-01')
    const [here, there] = [await fixture.submit(), await fixture.submit({ officeId: fixture.officeIds[1] ?? 0 })]
    expect(here.row.dueOn).toBe('2027-03-11')
    await fixture.setToday('2027-03-11')
    operator = await fixture.hire({ role: 'operator' })
    const incident = await open({ features: ['registration'], kind: 'outage', title: { vi: 'Hệ thống ngừng', en: 'The system is down' } })
    const days = { fromOn: '2027-03-11', toOn: '2027-03-12' }
    const path = `/api/content/incidents/${incident.incidentId}`
    const preview = must<{ moved: number; told: number; dates: object[] }>(await operator.client.post(`${path}/deadline-previews`, days))
    expect(preview).toMatchObject({ moved: 2, told: 2, dates: [{ fromOn: '2027-03-11', toOn: '2027-03-15', cases: 2 }] })

    const orderId = randomUUID()
    for (let time = 0; time < 2; time += 1) must(await operator.client.post(`${path}/deadlines`, { orderId, ...days }))
    // A worker that died half-way and came again.
    await Promise.all([work(orderId), work(orderId)])
    await fixture.platform.sql`UPDATE closure_orders SET state = 'applying' WHERE order_id = ${orderId}`
    await work(orderId)
    for (const { row, phone } of [here, there]) {
      expect((await fixture.load(row.registrationId)).dueOn).toBe('2027-03-15')
      expect(await fixture.texts(phone)).toStrictEqual([expect.stringContaining('15/03/2027')])
    }
    expect((await status()).incidents.find(({ incidentId }) => incidentId === incident.incidentId)).toMatchObject({ movedDays: [days] })

    // Nobody's door is shut: the finder and the list of closures do not know of it.
    const { offices } = must<{ offices: { officeId: number; closures: object[] }[] }>(await operator.client.get('/api/offices'))
    expect(offices.find(({ officeId }) => officeId === fixture.office)?.closures).toStrictEqual([])
    const clerk = await fixture.hire({ role: 'supervisor' })
    expect(must<{ closures: object[] }>(await clerk.client.get('/api/counter/closures')).closures).toStrictEqual([])
    expect(codeOf(await clerk.client.post(`/api/counter/closures/${orderId}/undo`))).toBe('not-found')

    must(await operator.client.post(`${path}/deadlines/${orderId}/undo`))
    await work(orderId)
    for (const { row, phone } of [here, there]) {
      expect((await fixture.load(row.registrationId)).dueOn).toBe('2027-03-11')
      expect((await fixture.texts(phone)).at(-1)).toContain('11/03/2027')
    }
    expect(codeOf(await operator.client.post(`${path}/deadlines/${orderId}/undo`))).toBe('closure-undone')
    expect((await status()).incidents.find(({ incidentId }) => incidentId === incident.incidentId)).toMatchObject({ movedDays: [] })
  })

  it('of one office move there alone', async () => {
    await fixture.setToday('2027-04-05')
    const [here, there] = [await fixture.submit(), await fixture.submit({ officeId: fixture.officeIds.at(-1) ?? 0 })]
    const due = here.row.dueOn ?? ''
    await fixture.setToday(due)
    const who = await fixture.hire({ role: 'supervisor' })
    const beginsAt = `${due}T04:00:00.000Z`
    const incident = await open({ features: ['counter'], beginsAt, alongside: true }, who)
    const orderId = randomUUID()
    must(await who.client.post(`/api/content/incidents/${incident.incidentId}/deadlines`, { orderId, fromOn: due, toOn: due }))
    await work(orderId)
    expect((await fixture.load(here.row.registrationId)).dueOn).not.toBe(due)
    expect((await fixture.load(there.row.registrationId)).dueOn).toBe(there.row.dueOn)
  })
})

import { randomUUID } from 'node:crypto'
import type { AnswerOf, listQueueRoute, Outcome, QueueName } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type MadeCase, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'

type Queue = AnswerOf<typeof listQueueRoute>

let fixture: OfficeFixture
let clerk: Colleague
let colleague: Colleague
beforeAll(async () => {
  fixture = await openOfficeFixture()
  clerk = await fixture.hire()
  colleague = await fixture.hire()
})
afterAll(() => fixture.close())

const ask = async (query: { queue?: QueueName; q?: string; cursor?: string } = {}, who = clerk): Promise<Queue> =>
  must(await who.client.post('/api/counter/queue', query))
const idsIn = async (queue: QueueName, who = clerk): Promise<string[]> =>
  (await ask({ queue }, who)).items.map(({ registrationId }) => registrationId)
const idOf = ({ row }: MadeCase): string => row.registrationId
const receive = async (one: MadeCase, who = clerk): Promise<void> => {
  const { version } = await fixture.load(idOf(one))
  must(await who.client.post(`/api/counter/registrations/${idOf(one)}/receipt`, { version }))
}
const bulk = async (url: string, body: object, who = clerk): Promise<Outcome[]> =>
  must<{ rows: Outcome[] }>(await who.client.post(`/api/counter/${url}`, body)).rows
const codes = (rows: readonly Outcome[]): (string | null)[] => rows.map(({ done, code }) => (done ? 'done' : code))
const decide = async (one: MadeCase, order: object, who = clerk): Promise<void> => {
  const { version } = await fixture.load(idOf(one))
  const checked = ['original-seen', 'face-matches', 'signature-present', 'data-matches']
  const nothing = { decisionId: randomUUID(), version, personId: null, documentKind: 'cccd-chip', checklist: checked, reasonCodes: [] }
  must(await who.client.post(`/api/counter/registrations/${idOf(one)}/decision`, { ...nothing, ...order }))
}

describe('the queues of an office', () => {
  it('have exact counts, of the own office alone', async () => {
    const officeId = fixture.officeIds[6] ?? 0
    const [here, elsewhere] = [await fixture.hire({ officeId }), fixture.officeIds[1] ?? 0]
    const submit = (): Promise<MadeCase> => fixture.submit({ officeId })
    const waiting = [await submit(), await submit(), await submit()]
    await fixture.submit({ officeId: elsewhere })
    const [approved, returned, plain, second, suspicious] = [await submit(), await submit(), await submit(), await submit(), await submit()]
    for (const one of [approved, returned, plain, second, suspicious]) await receive(one, here)
    await decide(approved, { kind: 'approve', personId: approved.personId }, here)
    await decide(returned, { kind: 'return', reasonCodes: ['unsigned'] }, here)
    const { sql } = fixture.platform
    const ids = waiting.map(idOf)
    await sql`UPDATE registrations SET due_on = ansinh_today() + 1, grace_ends_on = ansinh_today() + 6 WHERE registration_id = ${ids[0] ?? ''}`
    await sql`UPDATE registrations SET due_on = ansinh_today() - 1, grace_ends_on = ansinh_today() + 4 WHERE registration_id = ${ids[1] ?? ''}`
    await sql`UPDATE registrations SET state = 'checked' WHERE registration_id = ${idOf(second)}`
    await sql`UPDATE registrations SET state = 'fraud-review' WHERE registration_id = ${idOf(suspicious)}`
    const { counts } = await ask({}, here)
    expect(counts).toStrictEqual({
      mine: 2,
      office: 7,
      'awaiting-visit': 3,
      received: 1,
      returned: 1,
      'near-deadline': 1,
      'in-grace': 1,
      'fraud-review': 1,
      'second-check': 1,
      decided: 1,
      expired: 0,
    })
    for (const [queue, count] of Object.entries(counts))
      expect([queue, await idsIn(queue as QueueName, here)]).toHaveProperty('1.length', count)
  })

  it('are searched by name without accents, by file number and by the phone’s tail; signs of SQL find nothing', async () => {
    const { row, phone } = await fixture.submit({ fullName: 'Đặng Thị Ngọc Ánh' })
    const number = row.fileNumber ?? ''
    for (const q of ['dang thi', 'Ngọc ánh', 'NGOC', number, number.slice(-5), phone.slice(-6)])
      expect((await ask({ q })).items.map((item) => item.registrationId)).toContain(row.registrationId)
    for (const q of ['không ai tên thế', '%', '_', "'; DROP TABLE registrations; --"]) expect((await ask({ q })).items).toHaveLength(0)
  })

  it('show who has a case open and until when, and to whom it was handed', async () => {
    const one = await fixture.submit({ fullName: 'Phạm Khoá Mềm' })
    must(await clerk.client.send('PUT', `/api/counter/registrations/${idOf(one)}/lock`))
    expect(codes(await bulk('queue-assignments', { registrationIds: [idOf(one)], staffId: colleague.staffId }))).toStrictEqual(['done'])
    const [mine] = (await ask({ q: 'pham khoa mem' })).items
    const [theirs] = (await ask({ q: 'pham khoa mem' }, colleague)).items
    expect(mine).toMatchObject({ lock: { mine: true }, assignee: { mine: false, staffName: colleague.fullName } })
    expect(theirs).toMatchObject({ lock: { mine: false, staffName: clerk.fullName }, assignee: { mine: true } })
    expect(Date.parse(theirs?.lock?.until ?? '')).toBeGreaterThan(Date.now())
  })

  it('“mine” is what I took in, what was handed to me and what I have open; not what I handed on', async () => {
    const [taken, handed, open] = [await fixture.submit(), await fixture.submit(), await fixture.submit()]
    await receive(taken)
    must(await clerk.client.send('PUT', `/api/counter/registrations/${idOf(open)}/lock`))
    await bulk('queue-assignments', { registrationIds: [idOf(handed)], staffId: clerk.staffId }, colleague)
    expect(await idsIn('mine')).toEqual(expect.arrayContaining([idOf(taken), idOf(handed), idOf(open)]))
    await bulk('queue-assignments', { registrationIds: [idOf(taken)], staffId: colleague.staffId })
    expect(await idsIn('mine')).not.toContain(idOf(taken))
    expect(await idsIn('mine', colleague)).toContain(idOf(taken))
  })

  it('are paged by key: every case once, also while others are added', async () => {
    const officeId = fixture.officeIds[2] ?? 0
    const there = await fixture.hire({ officeId })
    const made = []
    for (let at = 0; at < 110; at += 1) made.push(idOf(await fixture.submit({ officeId })))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Queue = await ask({ queue: 'awaiting-visit', ...(cursor === null ? {} : { cursor }) }, there)
      seen.push(...page.items.map((item) => item.registrationId))
      cursor = page.nextCursor
      await fixture.submit({ officeId })
      expect(seen.length).toBeLessThan(200)
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    for (const registrationId of made) expect(seen).toContain(registrationId)
    expect((await ask({ cursor: "2027-01-01_'; --" }, there)).items.length).toBeGreaterThan(0)
  }, 60_000)

  it('record who read them and how it was asked, without what was searched for', async () => {
    await ask({ q: 'tên bí mật' })
    const [line] = await fixture.platform
      .sql`SELECT details FROM audit_lines WHERE action = 'queue-read' AND actor_id = ${String(clerk.staffId)} ORDER BY line_id DESC LIMIT 1`
    expect(line).toMatchObject({ details: { searched: true, rows: 0 } })
    expect(JSON.stringify(line)).not.toContain('bí mật')
  })

  it('of a replaced office stand with its successor, and its own clerks go on at that desk', async () => {
    const [, , , , replaced = 0, successor = 0, , third = 0] = fixture.officeIds
    const { row } = await fixture.submit({ officeId: replaced })
    const [after, before, stranger] = [
      await fixture.hire({ officeId: successor }),
      await fixture.hire({ officeId: replaced }),
      await fixture.hire({ officeId: third }),
    ]
    const { sql } = fixture.platform
    expect(await idsIn('office', after)).toEqual([])
    await sql`UPDATE offices SET valid_to = ansinh_today() - 1 WHERE office_id = ${replaced}`
    await sql`UPDATE offices SET valid_from = ansinh_today(), replaces_folded = ARRAY(SELECT fold_place(o.name) FROM offices o WHERE o.office_id = ${replaced})
      WHERE office_id = ${successor}`
    const seen = [await idsIn('office', after), await idsIn('office', before), await idsIn('office', stranger)]
    expect(seen).toEqual([[row.registrationId], [row.registrationId], []])
  })
})

describe('the office’s clock', () => {
  afterEach(() => fixture.platform.moveClock('0'))
  it('runs from the paper in working days, stands still while the citizen is waited for', async () => {
    await fixture.setToday('2027-03-01')
    const officeId = fixture.officeIds[9] ?? 0
    const monday = await fixture.hire({ officeId })
    const one = await fixture.submit({ officeId })
    const other = await fixture.submit({ officeId })
    expect((await ask({ queue: 'awaiting-visit' }, monday)).items[0]?.service).toBeNull()
    await receive(one, monday)
    await receive(other, monday)
    await decide(other, { kind: 'return', reasonCodes: ['unsigned'] }, monday)
    expect((await ask({ queue: 'received' }, monday)).items[0]?.service).toStrictEqual({
      state: 'running',
      leftDays: 3,
      dueOn: '2027-03-04',
    })
    await fixture.setToday('2027-03-04')
    const thursday = await fixture.hire({ officeId })
    expect((await ask({ queue: 'received' }, thursday)).items[0]?.service).toMatchObject({ leftDays: 1 })
    expect((await ask({ queue: 'returned' }, thursday)).items[0]?.service).toStrictEqual({ state: 'paused', leftDays: 3, dueOn: null })
    await fixture.setToday('2027-03-05')
    const friday = await fixture.hire({ officeId })
    expect((await ask({ queue: 'received' }, friday)).items[0]?.service).toMatchObject({ state: 'running', leftDays: 0 })
  })
})

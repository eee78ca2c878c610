import { randomUUID } from 'node:crypto'
import type { AnswerOf, listDeskColleaguesRoute, Outcome } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Colleague, type MadeCase, must, type OfficeFixture, openOfficeFixture } from './office-fixture.ts'
import { remindRegistration } from './registrations/index.ts'

let fixture: OfficeFixture
let clerk: Colleague
let colleague: Colleague
beforeAll(async () => {
  fixture = await openOfficeFixture()
  clerk = await fixture.hire()
  colleague = await fixture.hire()
})
afterAll(() => fixture.close())

const idOf = ({ row }: MadeCase): string => row.registrationId
const receive = async (one: MadeCase, who = clerk): Promise<void> => {
  const { version } = await fixture.load(idOf(one))
  must(await who.client.post(`/api/counter/registrations/${idOf(one)}/receipt`, { version }))
}
const bulk = async (url: string, body: object, who = clerk): Promise<Outcome[]> =>
  must<{ rows: Outcome[] }>(await who.client.post(`/api/counter/${url}`, body)).rows
const codes = (rows: readonly Outcome[]): (string | null)[] => rows.map(({ done, code }) => (done ? 'done' : code))

describe('many cases at once', () => {
  it('are received each for itself, at the version on the screen; the odd ones fall out with their reason', async () => {
    const [good, stale, locked, taken, expired, foreign] = [
      await fixture.submit(),
      await fixture.submit(),
      await fixture.submit(),
      await fixture.submit(),
      await fixture.submit(),
      await fixture.submit({ officeId: fixture.officeIds[1] ?? 0 }),
    ]
    must(await colleague.client.send('PUT', `/api/counter/registrations/${idOf(locked)}/lock`))
    await receive(taken, colleague)
    await fixture.platform
      .sql`UPDATE registrations SET due_on = ansinh_today() - 9, grace_ends_on = ansinh_today() - 4 WHERE registration_id = ${idOf(expired)}`
    const order = [good, stale, locked, taken, expired, foreign].map((one) => ({ registrationId: idOf(one), version: one.row.version }))
    const cases = order.map((one) => (one.registrationId === idOf(stale) ? { ...one, version: 99 } : one))
    const answers = await Promise.all([bulk('queue-receipts', { cases }), bulk('queue-receipts', { cases })])
    const [first, second] = answers.map(codes)
    expect(new Set([first?.[0], second?.[0]])).toStrictEqual(new Set(['done', 'version-conflict']))
    for (const one of [first, second])
      expect(one?.slice(1)).toStrictEqual(['version-conflict', 'case-locked', 'version-conflict', 'case-expired', 'case-elsewhere'])
    expect(answers[0]?.[2]?.sentence).toContain('Đồng nghiệp')
    expect(await fixture.texts(good.phone)).toHaveLength(1)
  })

  it('are reminded once a day per person: by hand twice, by two clerks at once, and by plan', async () => {
    const one = await fixture.submit()
    const returned = await fixture.submit()
    await fixture.platform.sql`UPDATE registrations SET state = 'returned' WHERE registration_id = ${idOf(returned)}`
    const registrationIds = [idOf(one), idOf(returned)]
    const both = await Promise.all([bulk('queue-reminders', { registrationIds }), bulk('queue-reminders', { registrationIds }, colleague)])
    expect(new Set(both.map((rows) => codes(rows)[0]))).toStrictEqual(new Set(['done', 'already-reminded']))
    expect(both.map((rows) => codes(rows)[1])).toStrictEqual(['nothing-to-remind', 'nothing-to-remind'])
    const [on] = one.row.deadlineFacts?.reminderOns ?? []
    await remindRegistration(fixture.platform, { registrationId: idOf(one), dueOn: one.row.dueOn, on })
    expect(await fixture.texts(one.phone)).toHaveLength(1)
    const twin = await fixture.submit()
    await fixture.platform.sql`UPDATE registrations SET proved_phone = ${one.phone} WHERE registration_id = ${idOf(twin)}`
    expect(codes(await bulk('queue-reminders', { registrationIds: [idOf(twin)] }))).toStrictEqual(['already-reminded'])
  })

  it('are handed to a colleague of this desk, to nobody else', async () => {
    const one = await fixture.submit()
    const stranger = await fixture.hire({ officeId: fixture.officeIds[1] ?? 0 })
    const operator = await fixture.hire({ role: 'operator' })
    const { colleagues } = must<AnswerOf<typeof listDeskColleaguesRoute>>(await clerk.client.get('/api/counter/colleagues'))
    expect(colleagues.map(({ staffId }) => staffId)).toEqual(expect.arrayContaining([clerk.staffId, colleague.staffId]))
    for (const { staffId } of [stranger, operator]) {
      expect(colleagues.map((other) => other.staffId)).not.toContain(staffId)
      expect(codes(await bulk('queue-assignments', { registrationIds: [idOf(one)], staffId }))).toStrictEqual(['colleague-unknown'])
    }
    expect(codes(await bulk('queue-assignments', { registrationIds: [idOf(one)], staffId: stranger.staffId }, stranger))).toStrictEqual([
      'case-elsewhere',
    ])
  })

  it('are printed in one file: receipts of those received, or a list; nothing of another office', async () => {
    const [received, awaited, foreign] = [
      await fixture.submit(),
      await fixture.submit(),
      await fixture.submit({ officeId: fixture.officeIds[1] ?? 0 }),
    ]
    await receive(received)
    const registrationIds = [received, awaited, foreign].map(idOf)
    for (const what of ['receipts', 'list']) {
      const answer = await clerk.client.post('/api/counter/queue-prints', { registrationIds, what })
      expect([answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()]).toStrictEqual(['application/pdf', '%PDF-'])
    }
    const lines = await fixture.platform.sql<{ action: string; id: string }[]>`
      SELECT action, registration_id AS id FROM audit_lines WHERE action IN ('receipt-printed', 'case-list-printed') AND registration_id = ANY(${registrationIds}) ORDER BY line_id`
    expect(lines.map(({ action }) => action)).toStrictEqual(['receipt-printed', 'case-list-printed', 'case-list-printed'])
    expect(lines.map(({ id }) => id)).not.toContain(idOf(foreign))
    expect(codeOf(await clerk.client.post('/api/counter/queue-prints', { registrationIds: [idOf(foreign)], what: 'list' }))).toBe(
      'not-found',
    )
  })
})

describe('half an hour without the network', () => {
  const enter = async (entries: { code: string; receivedAt: Date; entryId?: string }[], who = clerk): Promise<Outcome[]> =>
    bulk('catch-ups', { entries: entries.map((one) => ({ entryId: randomUUID(), ...one, receivedAt: one.receivedAt.toISOString() })) }, who)

  it('the list of the day tells papers apart with the least: no name, no number, no whole code', async () => {
    const answer = await clerk.client.post('/api/counter/expected-prints')
    expect([answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()]).toStrictEqual(['application/pdf', '%PDF-'])
  })

  it('papers are received with the time noted then; sent twice they are received once; the odd ones fall out', async () => {
    const [scanned, typed, foreign] = [
      await fixture.submit(),
      await fixture.submit(),
      await fixture.submit({ officeId: fixture.officeIds[1] ?? 0 }),
    ]
    const noted = new Date(Math.floor((Date.now() - 25 * 60_000) / 1000) * 1000)
    const entries = [
      { code: scanned.formCode, receivedAt: noted },
      { code: typed.row.fileNumber ?? '', receivedAt: noted },
      { code: foreign.formCode, receivedAt: noted },
      { code: 'A7KM29PXT4', receivedAt: noted },
      { code: 'xyz', receivedAt: noted },
      { code: scanned.formCode, receivedAt: new Date(Date.now() + 3_600_000) },
    ]
    expect(codes(await enter(entries))).toStrictEqual([
      'done',
      'done',
      'case-elsewhere',
      expect.stringMatching(/^form-code-/u),
      'form-code-length',
      'noted-time-wrong',
    ])
    expect(codes(await enter(entries.slice(0, 2)))).toStrictEqual(['done', 'done'])
    expect(codes(await enter([{ code: scanned.formCode, receivedAt: new Date(noted.getTime() - 60_000) }]))).toStrictEqual([
      'move-not-allowed',
    ])
    for (const one of [scanned, typed]) {
      expect(await fixture.load(idOf(one))).toMatchObject({ state: 'received', receivedAt: noted })
      expect(await fixture.texts(one.phone)).toHaveLength(1)
    }
  })

  it('whether it was in time is decided by the day on which it was taken in', async () => {
    const one = await fixture.submit()
    await fixture.platform
      .sql`UPDATE registrations SET due_on = ansinh_today() - 6, grace_ends_on = ansinh_today() - 1 WHERE registration_id = ${idOf(one)}`
    expect(codes(await enter([{ code: one.formCode, receivedAt: new Date() }]))).toStrictEqual(['case-expired'])
    const yesterday = new Date(Date.now() - 23 * 3_600_000)
    const isYesterday = new Date(yesterday.getTime() + 7 * 3_600_000).getUTCDate() !== new Date(Date.now() + 7 * 3_600_000).getUTCDate()
    expect(codes(await enter([{ code: one.formCode, receivedAt: yesterday }]))).toStrictEqual([isYesterday ? 'done' : 'case-expired'])
  })
})

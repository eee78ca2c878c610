import { randomUUID } from 'node:crypto'
import type { CaseSignals, FraudReview } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addCasePhotos } from './fraud-fixture.ts'
import { settleDecisions } from './decisions/index.ts'
import { findHastyClerks, findSignals } from './fraud-signals/index.ts'
import { touchRegistration } from './registrations/index.ts'
import { caseOf, type Clerk, codeOf, openReviewDesk, type ReviewDesk } from './review-desk-fixture.ts'

let desk: ReviewDesk
let first: Clerk
let second: Clerk
let supervisor: Clerk

beforeAll(async () => {
  desk = await openReviewDesk()
  first = await desk.hire()
  second = await desk.hire()
  supervisor = await desk.hire({ role: 'supervisor' })
}, 60_000)
afterAll(() => desk.close())

const signalsOf = async (clerk: Clerk, registrationId: string): Promise<CaseSignals> => {
  const answer = await clerk.client.get(`/api/counter/registrations/${registrationId}/signals`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
const kindsOf = async (registrationId: string): Promise<string[]> =>
  (await signalsOf(first, registrationId)).signals.map(({ kind }) => kind)
const look = (registrationId: string) => supervisor.client.get(`/api/fraud/registrations/${registrationId}`)
const send = async (clerk: Clerk, registrationId: string, reasonCode = 'document-doubted') =>
  clerk.client.post(`/api/counter/registrations/${registrationId}/reviews`, {
    reviewId: randomUUID(),
    version: caseOf(await desk.at(clerk, registrationId).see()).version,
    reasonCode,
    said: '',
  })
const review = (clerk: Clerk, registrationId: string, order: object) =>
  clerk.client.post(`/api/fraud/registrations/${registrationId}/review`, { reviewId: randomUUID(), said: '', ...order })

describe('signals', () => {
  const onPhone = async (registrationId: string, provedPhone: string): Promise<void> => {
    await touchRegistration(desk.platform.sql, registrationId, ['awaiting-visit'], { provedPhone })
  }
  it('find six strangers on one phone, the first five too, and not a family of seven', async () => {
    const strangers: string[] = []
    for (let at = 0; at < 6; at += 1) {
      const { row } = await desk.submit()
      await onPhone(row.registrationId, '+84959000001')
      strangers.push(row.registrationId)
      await findSignals(desk.platform, [row.registrationId])
      expect(await kindsOf(strangers[0] ?? '')).toStrictEqual(at < 5 ? [] : ['phone-of-strangers'])
    }
    const household = { householdId: 77, householdCode: '9900000077', wardCode: '00001', address: 'Số 7 phố Mẫu' }
    for (let at = 0; at < 7; at += 1) {
      const member = await desk.addPerson({ householdId: 77 }, at === 0 ? [household] : [])
      const { row } = await desk.submit({}, member)
      await onPhone(row.registrationId, '+84959000002')
      await findSignals(desk.platform, [row.registrationId])
      expect(await kindsOf(row.registrationId)).toStrictEqual([])
    }
  })
  it('find the same portrait under two numbers, and not that of the same person registering again', async () => {
    const [one, other] = [await desk.submit(), await desk.submit()]
    await addCasePhotos(desk, one.row.registrationId, { seed: 'same' })
    await addCasePhotos(desk, other.row.registrationId, { seed: 'same', written: 2 })
    await findSignals(desk.platform, [one.row.registrationId, other.row.registrationId])
    expect(await kindsOf(one.row.registrationId)).toContain('portrait-shared')
    expect(await kindsOf(other.row.registrationId)).toContain('card-altered')
    const person = await desk.addPerson()
    const [before, after] = [await desk.submit({}, person), await desk.submit({}, person)]
    await addCasePhotos(desk, before.row.registrationId, { seed: 'other' })
    await addCasePhotos(desk, after.row.registrationId, { seed: 'other' })
    await findSignals(desk.platform, [before.row.registrationId, after.row.registrationId])
    expect(await kindsOf(after.row.registrationId)).toStrictEqual([])
  })
  it('are gone with the photo that made them, its print too', async () => {
    const [one, other] = [await desk.submit(), await desk.submit()]
    for (const { row } of [one, other]) await addCasePhotos(desk, row.registrationId, { seed: 'replaced' })
    await findSignals(desk.platform, [one.row.registrationId, other.row.registrationId])
    expect(await kindsOf(one.row.registrationId)).toHaveLength(2)
    await addCasePhotos(desk, other.row.registrationId, { seed: 'a new one' })
    await findSignals(desk.platform, [other.row.registrationId])
    expect(await kindsOf(one.row.registrationId)).toStrictEqual([])
    const prints = await desk.platform.sql`SELECT 1 FROM photo_prints WHERE registration_id = ${other.row.registrationId}`
    expect(prints).toHaveLength(2)
  })
  it.each([
    ['the dead', { diedOn: '2025-01-02' }, {}, ['person-dead']],
    ['a street that is none', {}, { street: 'asdfgh' }, ['address-invented']],
  ])('find %s', async (_what, person, answers, kinds) => {
    const { row } = await desk.submit(answers, await desk.addPerson(person))
    await findSignals(desk.platform, [row.registrationId])
    expect(await kindsOf(row.registrationId)).toStrictEqual(kinds)
  })
  it('find a merged number, numbers of two people, and two people who claim one number', async () => {
    const [survivor, twin] = [await desk.addPerson(), await desk.addPerson()]
    const merged = await desk.addPerson({ mergedIntoPersonId: survivor.personId })
    const { row } = await desk.submit({}, merged)
    const swapped = await desk.submit({ insuranceNumber: twin.insuranceNumber }, survivor)
    const claimed = await desk.submit({}, twin)
    const claimer = await desk.submit({ fullName: 'Trần Văn Khác Hẳn', bornOn: '1961-11-30' }, twin)
    const ids = [row, swapped.row, claimed.row, claimer.row].map(({ registrationId }) => registrationId)
    await findSignals(desk.platform, ids)
    expect(await kindsOf(ids[0] ?? '')).toStrictEqual(['number-merged'])
    expect(await kindsOf(ids[1] ?? '')).toContain('numbers-of-two')
    expect(await kindsOf(ids[2] ?? '')).toContain('number-claimed-twice')
    expect(await kindsOf(ids[3] ?? '')).toContain('number-claimed-twice')
  })
  it('make a second person due, of whom one is a supervisor', async () => {
    const { row, personId } = await desk.receive(first, { street: 'asdfgh' })
    await findSignals(desk.platform, [row.registrationId])
    expect(caseOf(await desk.at(first, row.registrationId).decide({ kind: 'approve', personId }))).toMatchObject({ state: 'checked' })
    expect(codeOf(await desk.at(second, row.registrationId).decide({ kind: 'approve', personId }))).toBe('second-person-senior')
    expect(caseOf(await desk.at(supervisor, row.registrationId).decide({ kind: 'approve', personId }))).toMatchObject({ state: 'approved' })
  })
})

describe('a clerk in a rush', () => {
  it('has the cases of that day looked at again; a diligent one has not', async () => {
    const { sql } = desk.platform
    const hasty = await desk.hire()
    const write = async (clerk: Clerk, count: number, seconds: number): Promise<string[]> => {
      const rows = await sql<{ registrationId: string }[]>`
        INSERT INTO decisions (decision_id, registration_id, kind, staff_id, office_id, checklist, state_before, decided_at, releases_at, released_at)
        SELECT gen_random_uuid(), r.registration_id, 'approve', ${clerk.staffId}, 1, '{}', 'received', d.at, d.at, d.at
        FROM (SELECT (SELECT min(registration_id::text)::uuid FROM registrations) AS registration_id, n FROM generate_series(1, ${count}) n) r
        CROSS JOIN LATERAL (SELECT ansinh_now() - interval '3 hours' + make_interval(secs => (r.n * ${seconds})::float8) AS at) d
        RETURNING registration_id AS "registrationId"`
      return rows.map(({ registrationId }) => registrationId)
    }
    await write(second, 9, 70)
    await findHastyClerks(desk.platform)
    const approved = await write(hasty, 30, 4)
    expect(approved).toHaveLength(30)
    expect(await findHastyClerks(desk.platform)).toBe(1)
    expect(await kindsOf(approved[0] ?? '')).toContain('hasty-clerk')
  })
})

describe('a review', () => {
  it('is asked for by a clerk and decided by a supervisor, with a reason each', async () => {
    const { row, phone } = await desk.receive(first)
    const { registrationId } = row
    expect(codeOf(await send(first, registrationId, 'because'))).toBe('reason-missing')
    expect((await send(first, registrationId)).statusCode).toBe(201)
    expect(codeOf(await desk.at(first, registrationId).decide({ kind: 'approve' }))).toBe('person-missing')
    expect(codeOf(await first.client.get(`/api/fraud/registrations/${registrationId}`))).toBe('supervisor-needed')
    const shown = (await look(registrationId)).json<FraudReview>()
    expect(shown).toMatchObject({ state: 'fraud-review', may: { pass: true, refuse: true }, reviews: [{ kind: 'send' }] })
    const { version } = shown
    expect(codeOf(await review(first, registrationId, { kind: 'refuse', version, reasonCode: 'invented' }))).toBe('supervisor-needed')
    expect(codeOf(await review(supervisor, registrationId, { kind: 'refuse', version, reasonCode: 'original-compared' }))).toBe(
      'reason-missing',
    )
    expect(codeOf(await review(supervisor, registrationId, { kind: 'refuse', version: version - 1, reasonCode: 'invented' }))).toBe(
      'version-conflict',
    )
    const order = { kind: 'refuse', version, reasonCode: 'invented', reviewId: randomUUID() }
    const done = await review(supervisor, registrationId, order)
    expect(done.json()).toMatchObject({ state: 'refused', reviews: [{ kind: 'send' }, { kind: 'refuse' }], may: { refuse: false } })
    // Sent twice it is once.
    expect((await review(supervisor, registrationId, order)).statusCode).toBe(201)
    const told = await desk.messages(phone)
    expect(told.map(({ event }) => event)).toStrictEqual(['received', 'refused'])
    expect(told[1]?.text).not.toMatch(/gia mao|lua dao|nghi ngo|gian/iu)
  })
  it('that refused can be taken back for as long as any decision, by a supervisor, and the citizen hears nothing', async () => {
    const { row, phone } = await desk.receive(first)
    const { registrationId } = row
    await send(first, registrationId)
    const { version } = (await look(registrationId)).json<FraudReview>()
    const order = { kind: 'refuse', version, reasonCode: 'invented', reviewId: randomUUID() }
    const refused = (await review(supervisor, registrationId, order)).json<FraudReview>()
    expect(refused.undo?.decisionId).toBe(order.reviewId)
    const held = (await desk.messages(phone)).find(({ event }) => event === 'refused')
    expect(held?.sendAfter.toISOString()).toBe(refused.undo?.releasesAt)
    const undo = (clerk: Clerk) =>
      clerk.client.post(`/api/counter/registrations/${registrationId}/decision-undo`, { decisionId: order.reviewId })
    expect(codeOf(await undo(first))).toBe('not-allowed')
    expect(caseOf(await undo(supervisor)).state).toBe('fraud-review')
    expect((await desk.messages(phone)).find(({ event }) => event === 'refused')?.state).toBe('cancelled')
    const again = (await look(registrationId)).json<FraudReview>()
    expect(again).toMatchObject({
      undo: null,
      may: { pass: true, refuse: true },
      reviews: [{ undone: false }, { kind: 'refuse', undone: true }],
    })

    await review(supervisor, registrationId, { ...order, version: again.version, reviewId: randomUUID() })
    await desk.platform.moveClock('30 seconds')
    await settleDecisions(desk.platform)
    const [last] = await desk.platform
      .sql`SELECT released_at IS NOT NULL AS released FROM decisions WHERE registration_id = ${registrationId} AND undone_at IS NULL`
    expect(last).toStrictEqual({ released: true })
    await desk.platform.moveClock('0')
  })
  it('passes a case back to the desk, its signals looked at; somebody new opens them again', async () => {
    const { row, personId } = await desk.receive(first, { street: 'asdfgh' })
    const { registrationId } = row
    await findSignals(desk.platform, [registrationId])
    await send(first, registrationId)
    const { version } = (await look(registrationId)).json<FraudReview>()
    const passed = await review(supervisor, registrationId, { kind: 'pass', version, reasonCode: 'original-compared' })
    expect(passed.json()).toMatchObject({ state: 'received', signals: [] })
    await findSignals(desk.platform, [registrationId])
    expect(await kindsOf(registrationId)).toStrictEqual([])
    expect(caseOf(await desk.at(first, registrationId).decide({ kind: 'approve', personId }))).toMatchObject({ state: 'approved' })
  })
  it('shows who takes part side by side, in one picture, each a line of the audit, and only the pictures it is about', async () => {
    const [one, other] = [await desk.submit(), await desk.submit()]
    for (const { row } of [one, other]) await addCasePhotos(desk, row.registrationId, { seed: 'shown' })
    const [id, otherId] = [one.row.registrationId, other.row.registrationId]
    await findSignals(desk.platform, [id, otherId])
    const shown = (await look(id)).json<FraudReview>()
    expect(shown.beside).toMatchObject([{ registrationId: otherId, pictures: expect.arrayContaining(['portrait']) as string[] }])
    expect(shown.beside[0]?.differences.find(({ field }) => field === 'nationalId')?.verdict).not.toBe('same')
    expect(shown.graph.nodes.map(({ kind }) => kind)).toStrictEqual(expect.arrayContaining(['applicant', 'other', 'photo', 'address']))
    const url = `/api/fraud/registrations/${id}/others`
    expect((await supervisor.client.get(`${url}/${otherId}/photos/portrait`)).headers['content-type']).toBe('image/jpeg')
    const stranger = await desk.submit()
    await addCasePhotos(desk, stranger.row.registrationId, { seed: 'stranger' })
    expect(codeOf(await supervisor.client.get(`${url}/${stranger.row.registrationId}/photos/portrait`))).toBe('not-found')
    const lines = await desk.platform
      .sql`SELECT 1 FROM audit_lines WHERE action IN ('review-read', 'photo-read') AND registration_id = ${otherId}`
    expect(lines.length).toBeGreaterThanOrEqual(2)
  })
  it('is not of the own family, and the queue counts what it shows', async () => {
    const person = await desk.addPerson()
    const kin = await desk.hire({ role: 'supervisor', personId: person.personId })
    const { row } = await desk.receive(first, {}, person)
    await send(first, row.registrationId)
    expect(codeOf(await kin.client.get(`/api/fraud/registrations/${row.registrationId}`))).toBe('case-own')
    for (const queue of ['to-review', 'flagged']) {
      const { counts, items } = (await second.client.post('/api/fraud/queue', { queue })).json<{
        counts: Record<string, number>
        items: { registrationId: string }[]
      }>()
      expect(items).toHaveLength(Math.min(50, counts[queue] ?? 0))
      expect(items.some(({ registrationId }) => registrationId === row.registrationId)).toBe(queue === 'to-review')
    }
  })
})

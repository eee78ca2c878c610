import type { EmployerVisits, OfficeVisits } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmployerDesk, openEmployerDesk, WOOD } from './employer-desk-fixture.ts'
import type { TestClient } from './platform/test-client.ts'

const codeOf = (answer: { json: () => unknown; statusCode: number }): string =>
  (answer.json() as { code?: string }).code ?? String(answer.statusCode)

describe('a plan of visits', () => {
  let desk: EmployerDesk
  let officer: TestClient
  let wood: TestClient
  let clerk: TestClient
  let supervisor: TestClient
  beforeAll(async () => {
    desk = await openEmployerDesk()
    ;[officer, wood] = [await desk.officer(), await desk.officer(WOOD)]
    ;[clerk, supervisor] = [await desk.desk.hire(), await desk.desk.hire(desk.desk.officeId, 'supervisor')]
    for (const department of ['May', 'May', 'May', 'Kho', 'Kho']) await desk.enrol({ department })
    for (let at = 0; at < 3; at += 1) await desk.enrol({ employerId: WOOD, department: 'Xưởng' })
  })
  afterAll(() => desk.close())

  const show = async (who = officer) => (await who.get('/api/employer/visit-plans')).json<EmployerVisits>()
  const propose = async (who = officer) => (await who.post('/api/employer/visit-plans', { departments: null })).json<EmployerVisits>()
  const keep = (planId: string, who = officer) => who.post(`/api/employer/visit-plans/${planId}/keep`)
  const office = async (who = clerk) => (await who.get('/api/counter/visit-plans')).json<OfficeVisits>()
  const setRoom = async (forms: number) => {
    const [first] = (await office()).days
    // Of 420 open minutes, a hundred for each form.
    const body = { validFrom: first?.on ?? '', clerks: 1, minutesPerForm: 100, employerPercent: Math.ceil((forms * 10_000) / 420) }
    const answer = await supervisor.send('PUT', '/api/counter/office-capacities', body)
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }

  it('has everybody before the date due, within the room of the day, departments together', async () => {
    await setRoom(3)
    const { plan, waiting, days } = await propose()
    expect(waiting).toBe(5)
    const perDay = new Map<string, string[]>()
    for (const { visitOn, dueOn, department } of plan?.lines ?? []) {
      expect(visitOn !== null && visitOn <= dueOn).toBe(true)
      perDay.set(visitOn ?? '', [...(perDay.get(visitOn ?? '') ?? []), department])
    }
    expect([...perDay.values()]).toStrictEqual([
      ['Kho', 'Kho'],
      ['May', 'May', 'May'],
    ])
    for (const on of perDay.keys()) expect(days.find((day) => day.on === on)?.free).toBe(3)
  })

  it('takes room only once it is kept; the room of another employer is not given twice', async () => {
    const own = (await propose()).plan
    const theirs = (await propose(wood)).plan
    expect((await keep(own?.planId ?? '')).json<EmployerVisits>().plan?.state).toBe('kept')
    expect((await keep(own?.planId ?? '')).statusCode).toBe(200)
    expect(codeOf(await keep(theirs?.planId ?? '', wood))).toBe('visit-day-full')
    const again = (await propose(wood)).plan
    expect((await keep(again?.planId ?? '', wood)).statusCode).toBe(200)
    const { days } = await office()
    expect(days.slice(0, 3).map(({ employers }) => employers.reduce((sum, { people }) => sum + people, 0))).toStrictEqual([2, 3, 3])
    expect(days.every(({ free }) => free >= 0)).toBe(true)
    await officer.post(`/api/employer/visit-plans/${own?.planId ?? ''}/cancellation`)
    expect((await show()).plan).toBeNull()
    expect((await office()).days[0]?.free).toBe(3)
  })

  it('has no day on which the office is closed', async () => {
    const [first] = (await office()).days
    await desk.platform
      .sql`INSERT INTO office_closures (closure_id, office_id, from_on, to_on, reason) VALUES (gen_random_uuid(), ${desk.desk.officeId}, ${first?.on ?? ''}, ${first?.on ?? ''}, 'mất điện')`
    const { plan, days } = await propose()
    expect(days.map(({ on }) => on)).not.toContain(first?.on)
    expect(plan?.lines.map(({ visitOn }) => visitOn)).not.toContain(first?.on)
  })

  it('is printed by the day, and is its own employer’s alone', async () => {
    const { plan } = await propose()
    const on = plan?.lines[0]?.visitOn ?? ''
    const pdf = await officer.get(`/api/employer/visit-plans/${plan?.planId ?? ''}/days/${on}`)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(codeOf(await wood.get(`/api/employer/visit-plans/${plan?.planId ?? ''}/days/${on}`))).toBe('visit-plan-unknown')
    expect(codeOf(await keep(plan?.planId ?? '', wood))).toBe('visit-plan-unknown')
    expect(codeOf(await wood.post(`/api/employer/visit-plans/${plan?.planId ?? ''}/cancellation`))).toBe('visit-plan-unknown')
  })

  it('without any room says so, person by person', async () => {
    await setRoom(0)
    const { plan } = await propose()
    expect(plan?.lines.map(({ visitOn }) => visitOn)).toStrictEqual([null, null, null, null, null])
    await setRoom(3)
  })

  it('may be a clerk who comes: asked, another day offered, taken, done; one request at a time, at the own office', async () => {
    const days = (await office()).days.map(({ on }) => on)
    const ask = (change: object = {}, who = officer) =>
      who.post('/api/employer/on-site-visits', { wantedOn: days[0], people: 5, place: 'Xưởng 1', note: '', ...change })
    for (const [change, code] of [
      [{ wantedOn: '2020-01-01' }, 'visit-date-wrong'],
      [{ wantedOn: '2026-02-31' }, 'visit-date-wrong'],
      [{ place: ' ' }, 'place-missing'],
    ] as const)
      expect(codeOf(await ask(change))).toBe(code)
    const visitId = (await ask()).json<EmployerVisits>().onSite[0]?.visitId ?? ''
    expect(codeOf(await ask())).toBe('visit-open-already')
    const answer = (answers: string, on: string | null = null, who = clerk) =>
      who.post(`/api/counter/on-site-visits/${visitId}/answer`, { answers, on, words: 'Mời chuẩn bị chỗ ngồi' })
    const far = await desk.desk.hire(desk.desk.applicants.officeIds[1] ?? 0)
    expect(codeOf(await answer('accept', null, far))).toBe('visit-unknown')
    expect(codeOf(await answer('done'))).toBe('move-not-allowed')
    expect(codeOf(await answer('offer', '2020-01-01'))).toBe('visit-date-wrong')
    expect((await answer('offer', days[2])).statusCode).toBe(200)
    expect((await show()).onSite[0]).toMatchObject({ state: 'another-day', setOn: days[2], answer: 'Mời chuẩn bị chỗ ngồi' })
    const settle = (settles: string, who = officer) => who.post(`/api/employer/on-site-visits/${visitId}/settlement`, { settles })
    expect(codeOf(await settle('accept', wood))).toBe('visit-unknown')
    expect((await settle('accept')).json<EmployerVisits>().onSite[0]?.state).toBe('accepted')
    expect(codeOf(await settle('accept'))).toBe('move-not-allowed')
    expect((await answer('done')).json<OfficeVisits>().onSite[0]).toMatchObject({ state: 'done', employerCode: 'TZ9100A' })
    expect((await ask()).statusCode).toBe(201)
  })

  it('names another office than the employer’s own of those alone who let it hand in', async () => {
    const other = desk.desk.applicants.officeIds[1] ?? 0
    const [near, far, agreed] = [await desk.enrol(), await desk.enrol({}, { officeId: other }), await desk.enrol({}, { officeId: other })]
    await desk.agree(agreed)
    const lines = (await propose()).plan?.lines.map(({ entryId }) => entryId) ?? []
    expect([near, far, agreed].map(({ entryId }) => lines.includes(entryId))).toStrictEqual([true, false, true])
  })
})

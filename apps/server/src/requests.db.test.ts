import { randomUUID } from 'node:crypto'
import type { RequestCase } from '@an-sinh/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { TestClient } from './platform/test-client.ts'
import { ask, codeOf, decide, findOwn, NINE_MILLION, openRequestDesk, type RequestDesk, see } from './request-desk-fixture.ts'
import { settleRequestDecisions } from './requests/index.ts'

let desk: RequestDesk
let clerk: TestClient
beforeAll(async () => {
  desk = await openRequestDesk()
  clerk = await desk.hire()
})
afterEach(() => desk.platform.moveClock('0'))
afterAll(() => desk.close())

/** The undo time passes and the worker comes by. */
const release = async (): Promise<void> => {
  await desk.platform.moveClock('1 minute')
  expect(await settleRequestDecisions(desk.platform)).toBe(0)
}
const queue = async (who: TestClient, name: string, fileNumber?: string) =>
  (await who.post('/api/counter/request-queue', { queue: name, ...(fileNumber === undefined ? {} : { fileNumber }) })).json<{
    counts: Record<string, number>
    items: { requestId: string }[]
  }>()

describe('the queue of requests', () => {
  it('shows the own office’s requests with exact counts, and finds one by its number', async () => {
    const before = (await queue(clerk, 'to-decide')).counts['to-decide'] ?? 0
    const { requestId } = await desk.askAboutSpell()
    const { counts, items } = await queue(clerk, 'to-decide')
    expect(counts['to-decide']).toBe(before + 1)
    expect(items.map((item) => item.requestId)).toContain(requestId)
    const { fileNumber } = await see(clerk, requestId)
    expect((await queue(clerk, 'to-decide', ` ${fileNumber.toLowerCase()} `)).items.map((item) => item.requestId)).toStrictEqual([
      requestId,
    ])
    // Its last part alone, and from whatever queue is on the screen.
    const tail = fileNumber.split('/').at(-1) ?? ''
    expect((await queue(clerk, 'decided', tail)).items.map((item) => item.requestId)).toStrictEqual([requestId])
    const elsewhere = await desk.hire({ officeId: 2 })
    expect((await queue(elsewhere, 'to-decide')).items).toStrictEqual([])
    expect((await queue(elsewhere, 'to-decide', fileNumber)).items).toStrictEqual([])
  })
})

describe('a request on the desk', () => {
  it('stands field by field as it was shown, as it is now and as it is wanted, with the person’s words', async () => {
    const { holder, requestId } = await desk.askAboutSpell({ wanted: [{ field: 'contributorySalaryVnd', value: '9.000.000' }] })
    const shown = await see(clerk, requestId)
    expect(shown.what).toBe('Lương của tôi là 9 triệu.')
    expect(shown.person.insuranceNumber).toBe(holder.insuranceNumber)
    expect(shown.fields.find(({ field }) => field === 'contributorySalaryVnd')).toMatchObject({
      shown: { vi: '5.310.000 đồng' },
      now: { vi: '5.310.000 đồng' },
      wanted: '9.000.000',
      suggested: '9000000',
      holds: 'money-or-none',
    })
    expect(shown.reasons.every(({ smsText }) => smsText.length <= 160 && smsText.includes(shown.fileNumber))).toBe(true)
  })
  it('is read with a line that the person sees, by name', async () => {
    const { holder, requestId } = await desk.askAboutSpell()
    await see(clerk, requestId)
    const { accesses } = (await holder.client.get('/api/me/accesses')).json<{ accesses: { who: string; action: string }[] }>()
    expect(accesses.find(({ action }) => action === 'Mở xem yêu cầu của bạn')?.who).toMatch(/^Lê Văn Bàn/u)
  })
  it('is not opened, and not decided, by another office, by oneself or by one’s family', async () => {
    const { holder, requestId } = await desk.askAboutSpell()
    await desk.platform.sql`UPDATE persons SET household_id = 77 WHERE person_id = ${holder.personId}`
    const sister = await desk.addHolder({ householdId: 77 })
    const refused = [
      [await desk.hire({ officeId: 2 }), 'case-elsewhere'],
      [await desk.hire({ personId: holder.personId }), 'case-own'],
      [await desk.hire({ personId: sister.personId }), 'case-own'],
    ] as const
    const { version } = await see(clerk, requestId)
    for (const [who, code] of refused) {
      expect(codeOf(await who.get(`/api/counter/requests/${requestId}`))).toBe(code)
      expect(codeOf(await who.get(`/api/counter/requests/${requestId}/photos/id-front`))).toBe(code)
      const order = {
        decisionId: randomUUID(),
        version,
        kind: 'refuse',
        values: [],
        removesLine: false,
        reasonCode: 'register-right',
        said: '',
      }
      expect(codeOf(await who.post(`/api/counter/requests/${requestId}/decision`, order))).toBe(code)
    }
  })
})

describe('accepting', () => {
  it('writes nothing before the undo time is over; then an ending beside the old fact, the new fact with its source, and the person is told', async () => {
    const { holder, spellId, requestId } = await desk.askAboutSpell()
    const answer = await decide(clerk, requestId, NINE_MILLION)
    expect(answer.statusCode).toBe(201)
    expect(answer.json<RequestCase>().decision).toMatchObject({ kind: 'accept', released: false, undoable: true })
    const endings = () => desk.platform.sql<{ kind: string; source: string }[]>`
      SELECT kind, source FROM participation_spell_endings WHERE person_id = ${holder.personId} AND spell_id = ${spellId}`
    expect([...(await endings())]).toStrictEqual([])
    expect((await findOwn(holder, requestId))?.state).toBe('in-review')
    await release()
    const request = await findOwn(holder, requestId)
    expect(request?.state).toBe('corrected')
    const source = `correction request ${request?.fileNumber}`
    expect([...(await endings())]).toStrictEqual([{ kind: 'correction', source }])
    const history = (await holder.client.get('/api/me/participation')).body
    expect(history).toContain('9000000')
    expect(history).not.toContain('5310000')
    const told = (await desk.noticesOf(holder.personId)).filter(({ event }) => event === 'correction-decided')
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toContain('đã được chấp nhận')
  })
  it('puts one month right and leaves the months around it', async () => {
    const holder = await desk.addHolder()
    const spellId = await desk.addSpell(holder.personId)
    const { requestId } = await ask(holder, { kind: 'participation-spell', lineId: `${spellId}.2024-06` })
    await decide(clerk, requestId, NINE_MILLION)
    await release()
    const spells = await desk.platform.sql<{ from: string; to: string; wage: number; late: number }[]>`
      SELECT to_char(from_month, 'MM') AS from, to_char(to_month, 'MM') AS to, contributory_salary_vnd AS wage, late_months AS late FROM participation_spells s
      WHERE person_id = ${holder.personId} AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id) ORDER BY from_month`
    expect([...spells]).toStrictEqual([
      { from: '01', to: '05', wage: 5_310_000, late: 0 },
      { from: '06', to: '06', wage: 9_000_000, late: 0 },
      { from: '07', to: '12', wage: 5_310_000, late: 2 },
    ])
  })
  it('takes a line away that was never theirs, and of a card writes the new facts', async () => {
    const { holder, requestId } = await desk.askAboutSpell({ problem: 'not-mine' })
    await decide(clerk, requestId, { kind: 'accept', removesLine: true })
    const cardId = await desk.addCard(holder)
    const about = await ask(holder, { kind: 'health-card', lineId: cardId }, { problem: 'wrong-value' })
    expect((await decide(clerk, about.requestId, { kind: 'accept', values: [{ field: 'coverageLevel', value: '2' }] })).statusCode).toBe(
      201,
    )
    await release()
    expect((await holder.client.get('/api/me/participation')).body).not.toContain('Công ty Mẫu')
    const cards = await desk.platform.sql<{ level: number; kind: string | null; source: string }[]>`
      SELECT coverage_level AS level, e.kind, c.source FROM health_cards c LEFT JOIN health_card_endings e ON e.person_id = c.person_id AND e.card_id = c.card_id
      WHERE c.person_id = ${holder.personId} ORDER BY coverage_level`
    expect([...cards]).toStrictEqual([
      { level: 2, kind: null, source: `correction request ${about.fileNumber}` },
      { level: 4, kind: 'correction', source: 'test' },
    ])
  })
  it('puts the identity right on two time axes, and the card that is shown bears the new name', async () => {
    const holder = await desk.addHolder()
    await desk.addCard(holder)
    const { requestId, fileNumber } = await ask(holder, { kind: 'identity', lineId: 'own' }, { problem: 'wrong-value' })
    const values = [
      { field: 'fullName', value: 'Trần Thị Mẫu Mới' },
      { field: 'bornOn', value: '4/5/1990' },
      { field: 'nationalId', value: '099190999991' },
    ]
    expect((await decide(clerk, requestId, { kind: 'accept', values })).statusCode).toBe(201)
    await release()
    const [before] = await desk.platform.sql<{ name: string; born: string; kind: string; source: string }[]>`
      SELECT full_name AS name, born_on_partial AS born, kind, ended_source AS source FROM person_versions WHERE person_id = ${holder.personId}`
    expect(before).toStrictEqual({
      name: 'Trần Thị Mẫu',
      born: '1990-05-03',
      kind: 'correction',
      source: `correction request ${fileNumber}`,
    })
    const card = (await holder.client.get('/api/me/health-card')).body
    expect(card).toContain('Trần Thị Mẫu Mới')
    expect(card).toContain('1990-05-04')
    const ids = await desk.platform.sql<{ id: string }[]>`SELECT national_id AS id FROM national_ids WHERE person_id = ${holder.personId}`
    expect(ids.map(({ id }) => id)).toStrictEqual(['099190999991'])
    expect((await desk.noticesOf(holder.personId)).map(({ event }) => event)).toStrictEqual(
      expect.arrayContaining(['correction-decided', 'card-changed']),
    )
  })
  it('refuses at once what the register would not take: a wrong value, somebody else’s number, an end before the beginning, nothing', async () => {
    const { requestId } = await desk.askAboutSpell()
    const bad = (values: object[]) => decide(clerk, requestId, { kind: 'accept', values })
    const wrong = await bad([{ field: 'contributorySalaryVnd', value: 'chín triệu' }])
    expect(wrong.json()).toMatchObject({ code: 'value-wrong', fields: [{ field: 'contributorySalaryVnd' }] })
    expect(codeOf(await bad([{ field: 'toMonth', value: '12/2023' }]))).toBe('value-wrong')
    expect(codeOf(await bad([{ field: 'branch', value: 'health' }]))).toBe('value-wrong')
    expect(codeOf(await bad([]))).toBe('correction-empty')
    const [one, other] = [await desk.addHolder(), await desk.addHolder()]
    const about = await ask(one, { kind: 'identity', lineId: 'own' })
    const values = [{ field: 'nationalId', value: other.nationalId }]
    expect(codeOf(await decide(clerk, about.requestId, { kind: 'accept', values }))).toBe('national-id-taken')
    expect((await see(clerk, requestId)).decision).toBeNull()
  })
  it('goes back to the queue when the line was changed elsewhere within the undo time', async () => {
    const { holder, spellId, requestId } = await desk.askAboutSpell()
    await decide(clerk, requestId, NINE_MILLION)
    await desk.platform
      .sql`INSERT INTO participation_spell_endings (person_id, spell_id, kind, source) VALUES (${holder.personId}, ${spellId}, 'change', 'D02-LT')`
    await release()
    const shown = await see(clerk, requestId)
    expect(shown.decision).toMatchObject({ undoneWhy: 'line-moved', released: false })
    expect((await findOwn(holder, requestId))?.state).toBe('in-review')
    expect(codeOf(await decide(clerk, requestId, NINE_MILLION))).toBe('line-moved')
    expect((await decide(clerk, requestId, { kind: 'refuse', reasonCode: 'register-right' })).statusCode).toBe(201)
  })
})

describe('one decision only', () => {
  it('of two clerks at once exactly one decides, ten times over', async () => {
    const other = await desk.hire()
    for (let round = 0; round < 10; round += 1) {
      const { holder, requestId } = await desk.askAboutSpell()
      const answers = await Promise.all([
        decide(clerk, requestId, NINE_MILLION),
        decide(other, requestId, { kind: 'refuse', reasonCode: 'register-right' }),
      ])
      expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toStrictEqual([201, 409])
      const rows = await desk.platform.sql`SELECT FROM request_decisions WHERE person_id = ${holder.personId}`
      expect(rows).toHaveLength(1)
    }
    await Promise.all([release(), settleRequestDecisions(desk.platform)])
    const twice = await desk.platform.sql`
      SELECT FROM correction_request_moves WHERE state IN ('corrected', 'kept') GROUP BY person_id, request_id HAVING count(*) > 1`
    expect(twice).toHaveLength(0)
  })
  it('sent twice it is one; a screen that is out of date is told', async () => {
    const { holder, requestId } = await desk.askAboutSpell()
    const { version } = await see(clerk, requestId)
    const order = { decisionId: randomUUID(), version, removesLine: false, reasonCode: null, said: '', ...NINE_MILLION }
    const send = () => clerk.post(`/api/counter/requests/${requestId}/decision`, order)
    expect((await Promise.all([send(), send()])).map((answer) => answer.statusCode)).toStrictEqual([201, 201])
    expect(await desk.platform.sql`SELECT FROM request_decisions WHERE person_id = ${holder.personId}`).toHaveLength(1)
    const { requestId: another } = await desk.askAboutSpell()
    expect(codeOf(await decide(clerk, another, { ...NINE_MILLION, version: 99 }))).toBe('version-conflict')
  })
})

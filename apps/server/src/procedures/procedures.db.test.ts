import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { CorrectionRequest } from '@an-sinh/contract'

import { copyHealthCards } from '../cards/index.ts'
import { copyParticipation } from '../contributions/index.ts'
import { copyPersons } from '../persons/index.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { registerProcedures } from './index.ts'

let platform: TestPlatform
let own: number
let other: number
let spellId: string
let cardId: string

const nobody = {
  sex: 'female',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: '00004',
  address: 'Số 1 phố Mẫu',
  householdId: null,
  householdRelation: null,
  phoneOnFile: null,
  diedOn: null,
  mergedIntoPersonId: null,
} as const

beforeAll(async () => {
  platform = await openTestPlatform()
  // Friday 20 November 2026 in Viet Nam; Tuesday 24 is a holiday.
  const [now] = await platform.sql<{ offset: string }[]>`SELECT ('2026-11-20 12:00+07'::timestamptz - now())::text AS offset`
  await platform.moveClock(now?.offset ?? '0')
  const { sql } = platform
  await sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
    VALUES (1, '90001', 'BHXH cơ sở Xa', 'grassroots', '79', 'Số 1', '2025-07-01', 'test'), (2, '90002', 'BHXH cơ sở Ba Đình', 'grassroots', '01', 'Số 2', '2025-07-01', 'test')`
  await sql`UPDATE offices SET ward_codes = ARRAY['00004'] WHERE office_id = 2`
  await sql`INSERT INTO calendar_days (day_on, kind, name, valid_from, valid_to, source) VALUES ('2026-11-24', 'public-holiday', 'Ngày Văn hoá Việt Nam', '2026-11-24', '2026-11-24', 'test')`
  const persons = ['9900000301', '9900000302'].map((insuranceNumber) => ({
    ...nobody,
    fullName: 'Trần Thị Mẫu',
    bornOn: '1990-01-01',
    insuranceNumber,
  }))
  const [first = 0, second = 0] = await copyPersons(sql, { persons, households: [] }, 'test')
  own = first
  other = second
  const spell = {
    branch: 'social',
    fromMonth: '2024-01',
    toMonth: '2024-12',
    scheme: 'compulsory',
    employerId: null,
    employerName: 'Công ty Mẫu',
    jobTitle: 'Thợ may',
    workplace: 'Hà Nội',
    contributorySalaryVnd: 5_310_000,
    wageParts: { baseVnd: 5_310_000 },
    lateMonths: 2,
  } as const
  await copyParticipation(sql, [{ ...spell, personId: own }], 'D02-LT 12/2024')
  const card = {
    personId: own,
    healthCardNumber: '9900000301',
    legacyCardNumber: null,
    participantGroup: 'DN',
    coverageLevel: 4,
    registeredFacilityCode: '01001',
    areaCode: null,
    validFrom: '2026-01-01',
    validTo: null,
    continuousSince: null,
    issuedOn: '2025-12-15',
    issuingOfficeId: null,
  } as const
  await copyHealthCards(sql, [card], 'test')
  spellId = (await sql<{ id: string }[]>`SELECT spell_id AS id FROM participation_spells WHERE person_id = ${own}`)[0]?.id ?? ''
  cardId = (await sql<{ id: string }[]>`SELECT card_id AS id FROM health_cards WHERE person_id = ${own}`)[0]?.id ?? ''
})
afterAll(() => platform.drop())

/** The person's own browser: everything they call is answered as to them. */
const as = async (personId: number | null) => {
  const citizen = async () => (personId === null ? null : ({ kind: 'citizen', personId, sessionHash: Buffer.alloc(32) } as const))
  const none = async () => null
  const server = await makeServer(platform, 'citizen', { applicant: none, citizen, staff: none, employer: none })
  registerProcedures(server, platform)
  return {
    get: async (url: string) => server.fastify.inject({ url }),
    post: async (url: string, payload: object = {}) => server.fastify.inject({ method: 'POST', url, payload }),
  }
}
const about = (more: object = {}) => ({
  requestId: randomUUID(),
  kind: 'participation-spell',
  lineId: spellId,
  problem: 'wrong-salary',
  what: 'Lương thật của tôi là 9 triệu.',
  wanted: [{ field: 'contributorySalaryVnd', value: '9.000.000' }],
  ...more,
})
const send = async (body: object) => (await as(own)).post('/api/me/correction-requests', body)
const withdraw = async (personId: number, requestId: string) =>
  (await as(personId)).post(`/api/me/correction-requests/${requestId}/withdrawal`)
const listOf = async (personId: number) =>
  (await (await as(personId)).get('/api/me/correction-requests')).json<{ requests: CorrectionRequest[] }>().requests

describe('a line that may be questioned', () => {
  it('is shown with its cells in words, where it comes from, and what may be wrong with it', async () => {
    const answer = await (await as(own)).get(`/api/me/correctable-lines?kind=participation-spell&lineId=${spellId}`)
    expect(answer.statusCode).toBe(200)
    const { line, problems } = answer.json<{ line: CorrectionRequest['line']; problems: { problem: string }[] }>()
    expect(line.title.vi).toBe('BHXH, 01/2024 – 12/2024, Công ty Mẫu')
    expect(line.source).toBe('D02-LT 12/2024')
    expect(line.facts.find((fact) => fact.field === 'contributorySalaryVnd')?.value.vi).toBe('5.310.000 đồng')
    expect(problems[0]?.problem).toBe('wrong-salary')
  })
  it('may be one month of a spell, but no month outside it', async () => {
    const browser = await as(own)
    const read = async (month: string) => browser.get(`/api/me/correctable-lines?kind=participation-spell&lineId=${spellId}.${month}`)
    expect((await read('2024-03')).json<{ line: CorrectionRequest['line'] }>().line.title.vi).toBe('BHXH, 03/2024 – 03/2024, Công ty Mẫu')
    expect((await read('2025-01')).json()).toMatchObject({ code: 'line-unknown' })
  })
  it('may be a health card or one’s own identity', async () => {
    const browser = await as(own)
    expect((await browser.get(`/api/me/correctable-lines?kind=health-card&lineId=${cardId}`)).statusCode).toBe(200)
    const identity = await browser.get('/api/me/correctable-lines?kind=identity&lineId=own')
    expect(identity.json<{ line: CorrectionRequest['line'] }>().line.facts.map(({ field }) => field)).toContain('address')
  })
  it('is unknown when it is somebody else’s, no id at all, or of a kind without lines', async () => {
    for (const [person, kind, lineId] of [
      [other, 'participation-spell', spellId],
      [other, 'health-card', cardId],
      [own, 'participation-spell', 'x'],
      [own, 'participation-spell', randomUUID()],
      [own, 'identity', 'x'],
    ] as const) {
      const answer = await (await as(person)).get(`/api/me/correctable-lines?kind=${kind}&lineId=${lineId}`)
      expect([kind, lineId, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([kind, lineId, 404, 'line-unknown'])
    }
  })
})

describe('"dòng này sai"', () => {
  beforeEach(async () => {
    for (const { requestId, isOpen } of await listOf(own)) if (isOpen) await withdraw(own, requestId)
  })
  it('is answered at once with a number of its own series, the office of the ward, and a date in working days', async () => {
    const answer = await send(about())
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      fileNumber: '90002/2026/DC00001',
      officeName: 'BHXH cơ sở Ba Đình',
      dueOn: '2026-12-07',
      state: 'received',
      isOpen: true,
      what: 'Lương thật của tôi là 9 triệu.',
      wanted: [{ field: 'contributorySalaryVnd', value: '9.000.000' }],
      line: { title: { vi: 'BHXH, 01/2024 – 12/2024, Công ty Mẫu' } },
      moves: [{ state: 'received' }],
    })
  })
  it('is one request however often it is sent, also twice at the same moment', async () => {
    const body = about()
    const answers = await Promise.all([send(body), send(body), send(body)])
    expect(new Set(answers.map((answer) => answer.json<CorrectionRequest>().fileNumber)).size).toBe(1)
    expect((await send(body)).json<CorrectionRequest>().fileNumber).toBe(answers[0]?.json<CorrectionRequest>().fileNumber)
  })
  it('is not opened twice about one line while the first is open', async () => {
    await send(about())
    const again = await send(about())
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'correction-open-already'])
    expect((await send(about({ kind: 'identity', lineId: 'own', problem: 'wrong-value' }))).statusCode).toBe(201)
  })
  it('must say something, and cells that the line does not have say nothing', async () => {
    for (const wanted of [[], [{ field: 'contributorySalaryVnd', value: '  ' }], [{ field: 'unheardOf', value: '1' }]])
      expect((await send(about({ what: ' ', wanted }))).json()).toMatchObject({ code: 'correction-empty' })
    expect((await send(about({ what: 'x'.repeat(1001) }))).statusCode).toBe(400)
  })
  it('keeps the line as it was shown, whatever the register says later', async () => {
    const { requestId } = (await send(about())).json<CorrectionRequest>()
    await platform.sql`INSERT INTO participation_spell_endings (person_id, spell_id, kind, source) VALUES (${own}, ${spellId}, 'correction', 'test')`
    const kept = (await listOf(own)).find((request) => request.requestId === requestId)
    expect(kept?.line.facts.find((fact) => fact.field === 'contributorySalaryVnd')?.value.vi).toBe('5.310.000 đồng')
  })
  it('is taken back while it is open, once; the number stays in the list', async () => {
    const { requestId, fileNumber } = (await send(about())).json<CorrectionRequest>()
    const [first, second] = [await withdraw(own, requestId), await withdraw(own, requestId)]
    expect([first.json<CorrectionRequest>().state, second.json<CorrectionRequest>().moves.length]).toEqual(['withdrawn', 2])
    expect((await listOf(own)).find((request) => request.requestId === requestId)).toMatchObject({ fileNumber, isOpen: false })
  })
  it('is not taken back once it is decided', async () => {
    const { requestId } = (await send(about())).json<CorrectionRequest>()
    for (const [moveNo, state] of [
      [2, 'in-review'],
      [3, 'kept'],
    ] as const)
      await platform.sql`INSERT INTO correction_request_moves (person_id, request_id, move_no, state, actor_kind) VALUES (${own}, ${requestId}, ${moveNo}, ${state}, 'staff')`
    expect((await withdraw(own, requestId)).json()).toMatchObject({ code: 'correction-closed' })
  })
  it('is nobody else’s to see or to take back', async () => {
    const { requestId } = (await send(about())).json<CorrectionRequest>()
    expect(await listOf(other)).toEqual([])
    expect((await withdraw(other, requestId)).statusCode).toBe(404)
    expect((await (await as(null)).get('/api/me/correction-requests')).statusCode).toBe(401)
  })
  it('leaves a line in the person’s record, with number and line and no words', async () => {
    await send(about())
    const [line] = await platform.sql<
      { details: Record<string, unknown> }[]
    >`SELECT details FROM audit_lines WHERE person_id = ${own} AND action = 'correction-sent' ORDER BY at DESC LIMIT 1`
    expect(line?.details).toMatchObject({ kind: 'participation-spell', lineId: spellId })
    expect(JSON.stringify(line)).not.toContain('9 triệu')
  })
  it('is sent at most twenty times a day, and the answer says when again', async () => {
    const browser = await as(other)
    const identity = () => about({ kind: 'identity', lineId: 'own', problem: 'wrong-value', what: 'Tên tôi sai.', wanted: [] })
    const statuses: number[] = []
    for (let times = 0; times < 21; times += 1) {
      const answer = await browser.post('/api/me/correction-requests', identity())
      statuses.push(answer.statusCode)
      if (answer.statusCode === 429) expect(answer.json<{ tryAgainAt: string }>().tryAgainAt).toMatch(/^\d{4}-/u)
    }
    // The first is open; the others count all the same.
    expect([statuses[0], new Set(statuses.slice(1, 20)), statuses[20]]).toEqual([201, new Set([409]), 429])
  })
  it('cannot be changed or removed by the product itself', async () => {
    for (const table of ['correction_requests', 'correction_request_moves'])
      await expect(platform.sql.unsafe(`DELETE FROM ${table} WHERE person_id = ${own}`)).rejects.toThrow('permission denied')
    await expect(platform.sql`UPDATE correction_requests SET what = '' WHERE person_id = ${own}`).rejects.toThrow('permission denied')
  })
})

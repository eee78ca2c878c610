import { randomUUID } from 'node:crypto'
import type { AnswerOf, Case, findWaitingRoute } from '@an-sinh/contract'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CounterDesk, openCounterDesk } from './counter-desk-fixture.ts'
import type { TestClient } from './platform/test-client.ts'

type Found = AnswerOf<typeof findWaitingRoute>
const NOTHING = { fullName: null, bornOn: null, phoneTail: null, idTail: null }

describe('somebody who stands at the counter', () => {
  let desk: CounterDesk
  let clerk: TestClient
  beforeAll(async () => {
    desk = await openCounterDesk()
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())
  const ask = (said: Partial<Record<keyof typeof NOTHING, string>>) => clerk.post('/api/counter/waiting', { ...NOTHING, ...said })
  const idsOf = async (said: Partial<Record<keyof typeof NOTHING, string>>) =>
    (await ask(said)).json<Found>().items.map((item) => item.registrationId)

  it('is found by any two of name, birth date, tail of the phone and tail of the document', async () => {
    const { receipt, phone } = await desk.submit({ fullName: 'Đặng Thị Ngọc Ánh', bornOn: '1988-11-02', nationalId: '099188007788' })
    const facts = { fullName: 'dang thi ngoc anh', bornOn: '1988-11-02', phoneTail: phone.slice(-4), idTail: '7788' }
    const pairs = Object.entries(facts).flatMap((one, at, all) => all.slice(at + 1).map((other) => Object.fromEntries([one, other])))
    expect(pairs).toHaveLength(6)
    for (const said of pairs) expect({ said, found: await idsOf(said) }).toStrictEqual({ said, found: [receipt.registrationId] })
  })

  it('is not found by one fact alone, and the clerk is told what is missing', async () => {
    for (const said of [{ fullName: 'Đặng' }, { bornOn: '1988-11-02' }, { phoneTail: '1234' }, { idTail: '7788' }, {}])
      expect((await ask(said)).json<{ code: string }>().code).toBe('two-facts-needed')
  })

  it('is not found when one of the two is another’s', async () => {
    await desk.submit({ fullName: 'Kiều Văn Khác', bornOn: '1970-01-01' })
    expect(await idsOf({ fullName: 'Kieu Van Khac', bornOn: '1970-01-02' })).toStrictEqual([])
  })

  it('of another office comes after the own ones, marked and without a birth date', async () => {
    const fullName = 'Lưu Thị Song Sinh'
    const there = await desk.submit({ fullName, bornOn: '1991-07-07', officeId: desk.applicants.officeIds[1] ?? 0 })
    const here = await desk.submit({ fullName, bornOn: '1991-07-07' })
    const { items } = (await ask({ fullName, bornOn: '1991-07-07' })).json<Found>()
    expect(items.map(({ registrationId, elsewhere, bornOn }) => ({ registrationId, elsewhere, bornOn }))).toStrictEqual([
      { registrationId: here.receipt.registrationId, elsewhere: false, bornOn: '1991-07-07' },
      { registrationId: there.receipt.registrationId, elsewhere: true, bornOn: null },
    ])
  })

  it('is found by the province in every office below it, with the birth date', async () => {
    const [row] = await desk.applicants.platform.sql<{ officeId: number }[]>`
      SELECT p.office_id AS "officeId" FROM offices p JOIN offices o ON o.province_code = p.province_code
      WHERE p.office_level = 'province' AND o.office_id = ${desk.applicants.officeIds[1] ?? 0}`
    const province = await desk.hire(row?.officeId, 'province')
    await desk.submit({ fullName: 'Mạc Thị Dưới Tỉnh', bornOn: '1981-01-09', officeId: desk.applicants.officeIds[1] ?? 0 })
    const answer = await province.post('/api/counter/waiting', { ...NOTHING, fullName: 'Mac Thi Duoi Tinh', bornOn: '1981-01-09' })
    expect(answer.json<Found>().items).toMatchObject([{ elsewhere: false, bornOn: '1981-01-09' }])
  })

  it('is told later who looked: one line for everybody shown', async () => {
    const { receipt } = await desk.submit({ fullName: 'Tạ Văn Được Thấy', bornOn: '1969-09-09' })
    await ask({ fullName: 'Ta Van Duoc Thay', bornOn: '1969-09-09' })
    const lines = await desk.applicants.platform
      .sql`SELECT FROM audit_lines WHERE registration_id = ${receipt.registrationId} AND action = 'waiting-found'`
    expect(lines).toHaveLength(1)
  })

  it('is not found any more once the registration is taken back', async () => {
    const said = { fullName: 'Vũ Thị Rút Lại', bornOn: '1977-07-01' }
    const { receipt, browser, url } = await desk.applicants.register(desk.photos, said)
    expect(await idsOf(said)).toStrictEqual([receipt.registrationId])
    expect((await browser.post(`${url}/withdrawal`)).statusCode).toBe(200)
    expect(await idsOf(said)).toStrictEqual([])
  })

  it('a request’s number that nobody has leads to nothing', async () => {
    expect((await clerk.post('/api/counter/request-lookups', { fileNumber: '90001/2026/DC99999' })).json<{ code: string }>().code).toBe(
      'not-found',
    )
  })
})

describe('somebody without a registration', () => {
  let desk: CounterDesk
  let clerk: TestClient
  beforeAll(async () => {
    desk = await openCounterDesk()
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())
  const begin = async (who = clerk, registrationId: string = randomUUID()) => {
    const begun = await who.post('/api/counter/walk-ins', { registrationId, source: 'qr', privacyTextVersion: 'v1', privacyTold: true })
    return { begun, registrationId, url: `/api/counter/walk-ins/${registrationId}` }
  }
  const prove = async (url: string, phone: string) => {
    await clerk.post(`${url}/phone-codes`, { phone })
    return clerk.post(`${url}/phone-proof`, { code: await desk.applicants.readCode(phone) })
  }
  const codeOf = (answer: LightMyRequestResponse): string => answer.json<{ code: string }>().code

  it('is registered at the counter: phone proved, sent to this office, Form 01 printed, then a case like any other', async () => {
    const { registrationId, url, begun } = await begin()
    expect(begun.statusCode).toBe(201)
    const phone = desk.applicants.newPhone()
    expect((await prove(url, phone)).statusCode).toBe(200)
    const answers = desk.applicants.answers({ fullName: 'Hồ Thị Vãng Lai', officeId: desk.applicants.officeIds[1] ?? 0 })
    const sent = await clerk.post(`${url}/submission`, { answers, version: 1 })
    expect(sent.statusCode).toBe(201)
    const shown = (await clerk.get(`/api/counter/registrations/${registrationId}`)).json<Case>()
    expect(shown).toMatchObject({
      state: 'awaiting-visit',
      fileNumber: sent.json<{ fileNumber: string }>().fileNumber,
      office: { officeId: desk.officeId },
      declared: { fullName: 'Hồ Thị Vãng Lai' },
      photos: [],
    })
    const form = await clerk.get(`/api/counter/registrations/${registrationId}/form-01`)
    expect([form.statusCode, form.rawPayload.subarray(0, 5).toString()]).toStrictEqual([200, '%PDF-'])
    expect((await clerk.post(`/api/counter/registrations/${registrationId}/receipt`, { version: shown.version })).statusCode).toBe(200)
  })

  it('may be a foreigner with a passport, and the desk then ticks a passport only', async () => {
    const { registrationId, url } = await begin()
    await prove(url, desk.applicants.newPhone())
    const foreign = { nationalId: null, passportNumber: 'K1234567', nationality: 'LA' }
    const answers = desk.applicants.answers({ fullName: 'Khamla Mẫu', ...foreign, officeId: desk.officeId })
    expect((await clerk.post(`${url}/submission`, { answers, version: 1 })).statusCode).toBe(201)
    const shown = (await clerk.get(`/api/counter/registrations/${registrationId}`)).json<Case>()
    expect(shown).toMatchObject({ declared: foreign, documentKinds: [{ code: 'passport' }] })
  })

  it('is not begun before the page about their data was shown', async () => {
    const order = { registrationId: randomUUID(), source: 'typed', privacyTextVersion: 'v1', privacyTold: false }
    expect(codeOf(await clerk.post('/api/counter/walk-ins', order))).toBe('privacy-not-read')
  })

  it('is told everything that is missing at once, the phone too', async () => {
    const { url } = await begin()
    const answers = desk.applicants.answers({ fullName: ' ', nationalId: '12' })
    const { fields } = (await clerk.post(`${url}/submission`, { answers, version: 1 })).json<{ fields: { field: string }[] }>()
    expect(fields.map(({ field }) => field)).toStrictEqual(['fullName', 'nationalId', 'phone'])
  })

  it('begun twice with one id is one draft; of another desk it is out of reach', async () => {
    const { registrationId, url } = await begin()
    expect((await begin(clerk, registrationId)).begun.json()).toStrictEqual({ registrationId, version: 1 })
    const other = await desk.hire(desk.applicants.officeIds[1] ?? 0)
    expect(codeOf((await begin(other, registrationId)).begun)).toBe('case-elsewhere')
    expect(codeOf(await other.post(`${url}/phone-codes`, { phone: desk.applicants.newPhone() }))).toBe('case-elsewhere')
  })

  it('an applicant’s own draft is not to be had this way', async () => {
    const { registrationId } = await desk.applicants.start()
    expect(codeOf((await begin(clerk, registrationId)).begun)).toBe('not-found')
    const url = `/api/counter/walk-ins/${registrationId}/submission`
    expect(codeOf(await clerk.post(url, { answers: desk.applicants.answers(), version: 1 }))).toBe('not-found')
  })
})

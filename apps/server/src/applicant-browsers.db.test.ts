import { randomUUID } from 'node:crypto'
import type { Registration } from '@an-sinh/contract'
import sharp from 'sharp'
import { renderSVG } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApplicantFixture, openApplicantFixture } from './applicant-fixture.ts'
import { TestClient } from './platform/test-client.ts'

const CARD_QR = '099194000019|012345678|Nguyễn Thị Thử Nghiệm|05031994|Nữ|Số 1 phố Mẫu, Hà Nội|10052021'
const draw = (body: string, widthPx: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500" width="${widthPx}" height="${(widthPx * 5) / 8}"><rect width="800" height="500" fill="#eef"/>${body}</svg>`,
    ),
  )
    .jpeg({ quality: 90 })
    .toBuffer()
const lines = (word: string): string =>
  Array.from({ length: 18 }, (_, at) => `<text x="20" y="${30 + at * 26}" font-size="20">${word} dòng ${at} của ảnh mẫu</text>`).join('')
const qr = (text: string): string =>
  renderSVG(text, { ecc: 'M', border: 2 }).replace(
    /<svg[^>]*viewBox="([^"]+)"[^>]*>/u,
    '<svg x="560" y="20" width="220" height="220" viewBox="$1">',
  )

const lines0: string[] = []
let fixture: ApplicantFixture
let photos: { 'id-front': Buffer; 'id-back': Buffer; portrait: Buffer }
beforeAll(async () => {
  fixture = await openApplicantFixture({ write: (line) => void lines0.push(line) })
  photos = {
    'id-front': await draw(lines('mặt trước') + qr(CARD_QR), 1600),
    'id-back': await draw(lines('mặt sau'), 800),
    portrait: await draw(lines('chân dung'), 800),
  }
})
afterAll(() => fixture.close())
type Refused = { code: string; tryAgainAt?: string; fields?: { field: string; code: string }[] }

describe('another browser', () => {
  it('finds nothing of a registration that is not its own, whatever it asks', async () => {
    const { url, receipt } = await fixture.register(photos)
    const { browser: stranger } = await fixture.start()
    const answers = await Promise.all([
      stranger.get(url),
      stranger.get(`${url}/form-01`),
      stranger.get(`${url}/photo/portrait`),
      stranger.post(`${url}/extension`),
      stranger.post(`${url}/withdrawal`),
      stranger.post(`${url}/photo-handoffs`),
      stranger.post(`${url}/submission`, { answers: fixture.answers(), version: 3 }),
      stranger.send('PUT', `${url}/office`, { officeId: 1 }),
      stranger.post(`${url}/phone-codes`, { phone: '0951234567' }),
      new TestClient(fixture.server).get(url),
      stranger.get(`/api/registrations/${randomUUID()}`),
    ])
    expect(answers.map((answer) => `${answer.statusCode} ${answer.json<Refused>().code}`)).toStrictEqual(
      answers.map(() => '404 registration-not-yours'),
    )
    expect((await stranger.post('/api/registrations', { registrationId: receipt.registrationId })).json<Refused>().code).toBe(
      'registration-not-yours',
    )
  })

  it('opens it with the form code and a code to the proved phone, and then owns it like the first', async () => {
    const { receipt, phone, url } = await fixture.register(photos)
    await fixture.forgetLimits()
    const browser = new TestClient(fixture.server)
    const { openingId } = (await browser.post('/api/registration-openings', { formCode: receipt.formCode })).json<{ openingId: string }>()
    expect((await browser.get(url)).statusCode).toBe(404)
    await fixture.sendOpeningCodes()
    const code = await fixture.readCode(phone)
    const opened = await browser.post(`/api/registration-openings/${openingId}/proof`, { code })
    expect(opened.json<Registration>()).toMatchObject({
      registrationId: receipt.registrationId,
      answers: { fullName: 'Nguyễn Thị Thử Nghiệm' },
    })
    expect((await browser.get(url)).statusCode).toBe(200)
    expect((await browser.post(`${url}/extension`)).statusCode).toBe(200)
    const second = await new TestClient(fixture.server).post(`/api/registration-openings/${openingId}/proof`, { code })
    expect(second.json<Refused>().code).toBe('code-wrong')
  })

  it('is answered the same for a form code that nobody has; no message leaves, every code is wrong', async () => {
    const browser = new TestClient(fixture.server)
    const { receipt, phone } = await fixture.register(photos)
    await fixture.forgetLimits()
    const sent = (await fixture.readSms(phone)).length
    const known = await browser.post('/api/registration-openings', { formCode: receipt.formCode })
    const unknown = await browser.post('/api/registration-openings', { formCode: '0000000000' })
    expect([known.statusCode, unknown.statusCode]).toStrictEqual([202, 202])
    expect(Object.keys(unknown.json<object>())).toStrictEqual(Object.keys(known.json<object>()))
    const before = await fixture.platform.sql<{ count: number }[]>`SELECT count(*)::integer FROM messages`
    await fixture.sendOpeningCodes()
    const after = await fixture.platform.sql<{ count: number }[]>`SELECT count(*)::integer FROM messages`
    expect((after[0]?.count ?? 0) - (before[0]?.count ?? 0)).toBe(1)
    expect(await fixture.readSms(phone)).toHaveLength(sent + 1)
    const guess = await browser.post(`/api/registration-openings/${unknown.json<{ openingId: string }>().openingId}/proof`, {
      code: '123456',
    })
    expect(guess.json<Refused>().code).toBe('code-wrong')
    expect((await browser.post(`/api/registration-openings/${randomUUID()}/proof`, { code: '123456' })).json<Refused>().code).toBe(
      'code-wrong',
    )
  })

  it('cannot flood a phone through openings: a form code opens five times an hour, known or not', async () => {
    const browser = new TestClient(fixture.server)
    const { receipt } = await fixture.register(photos)
    for (const formCode of [receipt.formCode, '0000000000']) {
      await fixture.forgetLimits()
      const codes: number[] = []
      for (let asked = 0; asked < 6; asked += 1) codes.push((await browser.post('/api/registration-openings', { formCode })).statusCode)
      expect(codes).toStrictEqual([202, 202, 202, 202, 202, 429])
    }
    await fixture.forgetLimits()
  })

  it('is told of a typing slip in a form code before anything is looked up', async () => {
    const browser = new TestClient(fixture.server)
    const { receipt } = await fixture.register(photos)
    const code = receipt.formCode ?? ''
    const slip = `${code.slice(0, 4)}${code[4] === 'A' ? 'B' : 'A'}${code.slice(5)}`
    const ask = async (formCode: string): Promise<string> =>
      (await browser.post('/api/registration-status', { formCode })).json<Refused>().code
    expect([await ask(slip), await ask(code.slice(1)), await ask('UUUUUUUUUU'), await ask('0000000000')]).toStrictEqual([
      'form-code-check',
      'form-code-length',
      'form-code-character',
      'form-code-unknown',
    ])
  })
})

describe('starting', () => {
  it('with the same id answers the same draft; when the first answer was lost, an untouched one may be taken again', async () => {
    const registrationId = randomUUID()
    const lost = new TestClient(fixture.server)
    await lost.post('/api/registrations', { registrationId })
    const browser = new TestClient(fixture.server)
    expect((await browser.post('/api/registrations', { registrationId })).statusCode).toBe(201)
    expect((await browser.post('/api/registrations', { registrationId })).statusCode).toBe(201)
    expect((await lost.get(`/api/registrations/${registrationId}`)).statusCode).toBe(404)
    await browser.send('PUT', `/api/registrations/${registrationId}/privacy-text`, { version: 'v1' })
    expect((await new TestClient(fixture.server).post('/api/registrations', { registrationId })).json<Refused>().code).toBe(
      'registration-not-yours',
    )
  })

  it('gives a cookie that scripts cannot read; a secret put there by somebody else is not taken over', async () => {
    const browser = new TestClient(fixture.server)
    browser.cookies.set('__Host-ansinh-applicant', 'A'.repeat(43))
    const answer = await browser.post('/api/registrations', { registrationId: randomUUID() })
    const cookie = answer.cookies.find(({ name }) => name === '__Host-ansinh-applicant')
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, path: '/' })
    expect(cookie?.value).toMatch(/^[\w-]{43}$/u)
    expect(cookie?.value).not.toBe('A'.repeat(43))
    const [row] = await fixture.platform.sql<
      { there: boolean }[]
    >`SELECT EXISTS (SELECT FROM registration_accesses WHERE encode(token_hash, 'escape') LIKE ${`%${cookie?.value ?? ''}%`}) AS there`
    expect(row?.there).toBe(false)
  })
})

describe('the photo step on another device', () => {
  const takeOver = async (
    token: string,
  ): Promise<{ phone: TestClient; status: number; body: { registrationId: string; code?: string } }> => {
    const phone = new TestClient(fixture.server)
    const answer = await phone.post('/api/photo-handoffs', { token })
    return { phone, status: answer.statusCode, body: answer.json() }
  }

  it('is handed over once; the phone sends photos and sees nothing else', async () => {
    const { browser, url, registrationId } = await fixture.start()
    await browser.send('PUT', `${url}/privacy-text`, { version: 'v1' })
    const { token } = (await browser.post(`${url}/photo-handoffs`)).json<{ token: string }>()
    const { phone, status, body } = await takeOver(token)
    expect([status, body.registrationId]).toStrictEqual([201, registrationId])
    expect((await takeOver(token)).body.code).toBe('handoff-gone')
    expect((await fixture.sendPhoto(phone, url, photos.portrait, 'portrait', { face: 'one' })).statusCode).toBe(200)
    for (const answer of [
      await phone.get(url),
      await phone.get(`${url}/photo/portrait`),
      await phone.post(`${url}/withdrawal`),
      await phone.post(`${url}/photo-handoffs`),
    ])
      expect(answer.json<Refused>().code).toBe('registration-not-yours')
    expect((await phone.get('/api/registrations')).json<{ registrations: unknown[] }>().registrations).toStrictEqual([])
    expect((await browser.get(url)).json<Registration>().photos.map((photo) => photo.kind)).toStrictEqual(['portrait'])
  })

  it('is one phone’s when two scan at once, runs out after ten minutes, and a new code makes the old one worthless', async () => {
    const { browser, url } = await fixture.start()
    const make = async (): Promise<string> => (await browser.post(`${url}/photo-handoffs`)).json<{ token: string }>().token
    const token = await make()
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeOver(token)))
    expect(taken.filter(({ status }) => status === 201)).toHaveLength(1)
    const old = await make()
    await make()
    expect((await takeOver(old)).body.code).toBe('handoff-gone')
    const late = await make()
    await fixture.platform.moveClock('11 minutes')
    expect((await takeOver(late)).body.code).toBe('handoff-gone')
    await fixture.platform.moveClock('0')
  })
})

import type { Registration } from '@an-sinh/contract'
import sharp from 'sharp'
import { renderSVG } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApplicantFixture, openApplicantFixture, PIECE_BYTES } from './applicant-fixture.ts'
import { findCanary, findCanaryInLog } from './platform/find-canary.ts'
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

describe('an applicant', () => {
  it('registers: draft, privacy, phone, three photos in pieces, submission, Form 01', async () => {
    const phone = fixture.newPhone()
    const { browser, url, registrationId } = await fixture.start()
    expect((await browser.get(url)).json<Registration>()).toMatchObject({
      state: 'draft',
      version: 1,
      photos: [],
      phoneProved: false,
      may: { correct: true, print: false },
    })
    expect((await fixture.sendPhoto(browser, url, photos['id-front'], 'id-front')).json<Refused>().code).toBe('privacy-not-read')
    await browser.send('PUT', `${url}/privacy-text`, { version: '2026-11-23' })
    await fixture.provePhone(browser, url, phone)
    const front = await fixture.sendPhoto(browser, url, photos['id-front'], 'id-front')
    expect(front.json()).toMatchObject({
      kind: 'id-front',
      blurred: false,
      idCard: { nationalId: '099194000019', fullName: 'Nguyễn Thị Thử Nghiệm', bornOn: '1994-03-05' },
    })
    await fixture.sendPhoto(browser, url, photos['id-back'], 'id-back')
    await fixture.sendPhoto(browser, url, photos.portrait, 'portrait', { face: 'one' })
    const receipt = (await browser.post(`${url}/submission`, { answers: fixture.answers(), version: 1 })).json<Registration>()
    expect(receipt).toMatchObject({ registrationId, state: 'awaiting-visit', privacyTextVersion: '2026-11-23' })
    expect(
      (await browser.get('/api/registrations')).json<{ registrations: Registration[] }>().registrations.map((row) => row.registrationId),
    ).toStrictEqual([registrationId])

    const form = await browser.get(`${url}/form-01`)
    expect(form.headers['content-type']).toBe('application/pdf')
    expect(form.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const own = await browser.get(`${url}/photo/portrait`)
    expect([own.headers['content-type'], own.headers['cache-control'], own.rawPayload.subarray(0, 2)]).toStrictEqual([
      'image/jpeg',
      'no-store',
      Buffer.from([0xff, 0xd8]),
    ])

    const status = await new TestClient(fixture.server).post('/api/registration-status', {
      formCode: ` ${receipt.formCode?.slice(0, 5).toLowerCase()}-${receipt.formCode?.slice(5)} `,
    })
    expect(Object.keys(status.json<object>()).toSorted()).toStrictEqual(['dueOn', 'nextStep', 'reads', 'state'])
    expect(status.json()).toMatchObject({ state: 'awaiting-visit', dueOn: receipt.dueOn })
  })

  it('goes on where the line was cut, and is told where that is', async () => {
    const { browser, url } = await fixture.start()
    await browser.send('PUT', `${url}/privacy-text`, { version: 'v1' })
    const bytes = photos['id-front']
    expect(bytes.length).toBeGreaterThan(PIECE_BYTES)
    const { uploadId } = (await fixture.announce(browser, url, bytes, 'id-front')).json<{ uploadId: string }>()
    await fixture.sendPiece(browser, url, uploadId, bytes, 0)
    expect((await browser.get(`${url}/photos/${uploadId}/offset`)).json()).toStrictEqual({ offset: PIECE_BYTES })
    expect((await browser.post(`${url}/photos/${uploadId}/completion`)).json<Refused>().code).toBe('upload-offset')
    expect(
      (
        await browser.send('PATCH', `${url}/photos/${uploadId}`, bytes.subarray(0, 10), { 'content-type': 'application/octet-stream' })
      ).json<Refused>().code,
    ).toBe('bad-request')
    expect((await fixture.announce(browser, url, bytes, 'id-front')).json()).toStrictEqual({ uploadId, offset: PIECE_BYTES })
    for (let at = PIECE_BYTES; at < bytes.length; at += PIECE_BYTES) await fixture.sendPiece(browser, url, uploadId, bytes, at)
    const first = (await browser.post(`${url}/photos/${uploadId}/completion`)).json<{ documentId: string }>()
    expect((await browser.post(`${url}/photos/${uploadId}/completion`)).json<{ documentId: string }>().documentId).toBe(first.documentId)
  })

  it('is told what is wrong with a photo, and nothing else is lost', async () => {
    const { browser, url } = await fixture.start()
    await browser.send('PUT', `${url}/privacy-text`, { version: 'v1' })
    await fixture.sendPhoto(browser, url, photos['id-front'], 'id-front')
    const bad: [Buffer, string][] = [
      [Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200)]), 'photo-heic'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo-type'],
      [Buffer.from('%PDF-1.7'), 'photo-type'],
      [photos.portrait.subarray(0, 9000), 'photo-unreadable'],
      [Buffer.alloc(0), 'photo-unreadable'],
    ]
    for (const [bytes, code] of bad) expect((await fixture.sendPhoto(browser, url, bytes, 'id-front')).json<Refused>().code).toBe(code)
    expect((await fixture.announce(browser, url, Buffer.alloc(10), 'id-front', { sizeBytes: 2_000_001 })).json<Refused>().code).toBe(
      'too-large',
    )
    expect((await browser.get(url)).json<Registration>().photos.map((photo) => photo.kind)).toStrictEqual(['id-front'])
  })

  it('extends, changes the office and withdraws; each is refused when the table does not allow it', async () => {
    const { browser, url, receipt } = await fixture.register(photos)
    const extended = (await browser.post(`${url}/extension`)).json<Registration>()
    expect(extended.dueOn?.localeCompare(receipt.dueOn ?? '')).toBe(1)
    expect((await browser.send('PUT', `${url}/office`, { officeId: fixture.officeIds[4] })).json<Registration>().office?.officeId).toBe(
      fixture.officeIds[4],
    )
    expect((await browser.send('PUT', `${url}/office`, { officeId: 123_456 })).json<Refused>().code).toBe('office-unknown')
    expect((await fixture.sendPhoto(browser, url, photos.portrait, 'portrait')).json<Refused>().code).toBe('move-not-allowed')
    expect((await browser.post(`${url}/phone-codes`, { phone: fixture.newPhone() })).json<Refused>().code).toBe('move-not-allowed')
    expect((await browser.post(`${url}/withdrawal`)).json<Registration>().state).toBe('withdrawn')
    expect((await browser.post(`${url}/withdrawal`)).json<Registration>().state).toBe('withdrawn')
    expect((await browser.post(`${url}/extension`)).json<Refused>().code).toBe('move-not-allowed')
    expect((await browser.get(`${url}/form-01`)).json<Refused>().code).toBe('move-not-allowed')
  })

  it('proves only a Vietnamese mobile number, by the newest code, within five tries', async () => {
    const { browser, url } = await fixture.start()
    for (const phone of ['0243 825 1234', '+1 202 555 0100', '095', 'abc', '01621234567'])
      expect((await browser.post(`${url}/phone-codes`, { phone })).json<Refused>().code).toBe('phone-shape')
    const phone = fixture.newPhone()
    expect((await browser.post(`${url}/phone-codes`, { phone: `+84 ${phone.slice(1)}` })).json()).toMatchObject({
      phoneMasked: `09••• ••${phone.slice(-3)}`,
    })
    const again = await browser.post(`${url}/phone-codes`, { phone })
    expect([again.statusCode, Date.parse(again.json<Refused>().tryAgainAt ?? '') > Date.now()]).toStrictEqual([429, true])
    const code = await fixture.readCode(phone)
    const wrong = code === '000000' ? '111111' : '000000'
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await browser.post(`${url}/phone-proof`, { code: wrong })).json<Refused>().code).toBe('code-wrong')
    expect((await browser.post(`${url}/phone-proof`, { code })).json<Refused>().code).toBe('code-wrong')
    expect((await browser.get(url)).json<Registration>().phoneProved).toBe(false)
  })
})

describe('Form 01', () => {
  it('is there blank for everybody', async () => {
    const blank = await new TestClient(fixture.server).get('/api/form-01/blank')
    expect([blank.statusCode, blank.headers['content-type'], blank.rawPayload.subarray(0, 5).toString()]).toStrictEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
  })
})

describe('a canary who registers', () => {
  it('stands in the columns made for people and nowhere else, log included', async () => {
    await fixture.platform.sql`DELETE FROM pgboss.job`
    const facts = ['Hoàng Yến Ca', '9977700077', '099171777007', '1971-02-03', 'Ngõ Chim Hót 7']
    const { phone, receipt } = await fixture.register(photos, {
      fullName: 'Hoàng Yến Ca',
      insuranceNumber: '9977700077',
      nationalId: '099171777007',
      bornOn: '1971-02-03',
      street: 'Ngõ Chim Hót 7',
    })
    expect(await findCanary(fixture.platform.sql, facts)).toStrictEqual(['registrations.declared', 'registrations.declared_name_folded'])
    expect(await findCanary(fixture.platform.sql, [phone, phone.slice(1)])).toStrictEqual(['registrations.proved_phone'])
    expect(await findCanary(fixture.platform.sql, [receipt.formCode ?? 'none'])).toStrictEqual([])
    expect(findCanaryInLog(lines0, [...facts, phone, phone.slice(1), receipt.formCode ?? 'none'])).toStrictEqual([])
  })
})

import { createHash, randomUUID } from 'node:crypto'
import type { Case, Paper } from '@an-sinh/contract'
import type { LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import { renderSVG } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CounterDesk, openCounterDesk } from './counter-desk-fixture.ts'
import { eraseFormScans } from './papers/index.ts'
import type { TestClient } from './platform/test-client.ts'

describe('the signed form', () => {
  let desk: CounterDesk
  let clerk: TestClient
  beforeAll(async () => {
    desk = await openCounterDesk()
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())
  const codeOf = (answer: LightMyRequestResponse): string => answer.json<{ code: string }>().code

  const receive = async (): Promise<{ registrationId: string; url: string }> => {
    const { registrationId } = (await desk.submit()).receipt
    const url = `/api/counter/registrations/${registrationId}`
    await clerk.post(`${url}/receipt`, { version: (await clerk.get(url)).json<Case>().version })
    return { registrationId, url }
  }
  const attach = async (url: string, kind: string, bytes: Buffer) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const announced = await clerk.post(`${url}/attachments`, { uploadId: randomUUID(), kind, sizeBytes: bytes.length, sha256 })
    if (announced.statusCode !== 201) return announced
    const upload = `${url}/attachments/${announced.json<{ uploadId: string }>().uploadId}`
    await clerk.send('PATCH', upload, bytes, { 'content-type': 'application/octet-stream', 'upload-offset': '0' })
    return clerk.post(`${upload}/completion`)
  }
  const portrait = (): Buffer => desk.photos['portrait'] ?? Buffer.alloc(0)

  it('lies in a box under a number, is found there, and after a move only where it is now', async () => {
    const { registrationId, url } = await receive()
    expect((await clerk.get(`${url}/paper`)).json<Paper>()).toStrictEqual({ place: null, scanned: false })
    await clerk.send('PUT', `${url}/paper`, { archiveBox: 'h 12', archiveNumber: '7' })
    const filed = await clerk.send('PUT', `${url}/paper`, { archiveBox: 'H  13', archiveNumber: '8' })
    expect(filed.json<Paper>().place).toMatchObject({ archiveBox: 'H 13', archiveNumber: '8', staffName: 'Lê Văn Quầy' })
    const find = async (archiveBox: string, archiveNumber: string | null) =>
      (await clerk.post('/api/counter/papers', { archiveBox, archiveNumber })).json<{ items: { registrationId: string }[] }>().items
    expect((await find('h 13', null)).map((item) => item.registrationId)).toStrictEqual([registrationId])
    expect(await find('H 13', '8')).toHaveLength(1)
    expect(await find('H 12', '7')).toStrictEqual([])
  })

  it('has no place before it was received, and no place without a box', async () => {
    const { registrationId } = (await desk.submit()).receipt
    const url = `/api/counter/registrations/${registrationId}/paper`
    expect(codeOf(await clerk.send('PUT', url, { archiveBox: 'H 1', archiveNumber: '1' }))).toBe('move-not-allowed')
    expect(codeOf(await clerk.send('PUT', url, { archiveBox: ' ', archiveNumber: '1' }))).toBe('paper-place-missing')
  })

  it('is scanned, shown with an audit line, scanned again, and is no photo of the applicant’s', async () => {
    const { registrationId, url } = await receive()
    expect((await attach(url, 'form-scan', portrait())).statusCode).toBe(200)
    expect((await attach(url, 'form-scan', desk.photos['id-front'] ?? Buffer.alloc(0))).statusCode).toBe(200)
    const scan = await clerk.get(`${url}/form-scan`)
    expect([scan.statusCode, scan.headers['content-type']]).toStrictEqual([200, 'image/jpeg'])
    expect((await clerk.get(`${url}/paper`)).json<Paper>().scanned).toBe(true)
    expect((await clerk.get(url)).json<Case>().photos.map(({ kind }) => kind)).toStrictEqual(['id-front', 'id-back', 'portrait'])
    const { sql } = desk.applicants.platform
    expect(await sql`SELECT FROM audit_lines WHERE registration_id = ${registrationId} AND action = 'form-scan-read'`).toHaveLength(1)
    expect(
      await sql`SELECT FROM documents WHERE registration_id = ${registrationId} AND kind = 'form-scan' AND erased_at IS NULL`,
    ).toHaveLength(1)
  })

  it('a clerk replaces no photo of the applicant’s', async () => {
    const { url } = await receive()
    expect(codeOf(await attach(url, 'portrait', portrait()))).toBe('photo-there')
  })

  it('is kept ten years after the decision and not longer', async () => {
    const { registrationId, url } = await receive()
    await attach(url, 'form-scan', portrait())
    const { platform } = desk.applicants
    const decided = (years: number) =>
      platform.sql`UPDATE registrations SET state = 'activated', state_since = ansinh_now() - make_interval(years => ${years}) + interval '1 day' WHERE registration_id = ${registrationId}`
    await decided(10)
    expect(await eraseFormScans(platform)).toBe(0)
    await decided(11)
    expect(await eraseFormScans(platform)).toBe(1)
    expect(codeOf(await clerk.get(`${url}/form-scan`))).toBe('not-found')
  })

  it('is found by a desk’s camera whose browser reads no codes: the server does, and keeps no picture', async () => {
    const address = 'https://ansinh.example/t/A7KM29PXT4'
    const jpeg = (svg: string): Promise<Buffer> =>
      sharp(Buffer.from(svg)).resize(640).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer()
    const read = (bytes: Buffer) =>
      clerk.send('POST', '/api/counter/scanned-pictures', bytes, { 'content-type': 'application/octet-stream' })
    const { sql } = desk.applicants.platform
    const [before] = await sql`SELECT count(*) AS documents FROM documents`
    expect((await read(await jpeg(renderSVG(address, { border: 4 })))).json()).toStrictEqual({ text: address })
    expect((await read(await jpeg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).json()).toStrictEqual({ text: null })
    expect((await read(Buffer.from('no picture'))).json()).toStrictEqual({ text: null })
    expect(codeOf(await read(Buffer.alloc(600_000, 1)))).toBe('too-large')
    const [after] = await sql`SELECT count(*) AS documents FROM documents`
    expect(after).toStrictEqual(before)
  })
})

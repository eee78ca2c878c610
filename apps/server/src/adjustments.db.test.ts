import { createHash, randomUUID } from 'node:crypto'
import type { Adjustable, CorrectionRequest } from '@an-sinh/contract'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { stopDocumentThreads } from './documents/index.ts'
import type { TestClient } from './platform/test-client.ts'
import { codeOf, decide, findOwn, type Holder, openRequestDesk, type RequestDesk, see } from './request-desk-fixture.ts'
import { eraseRequestPhotos } from './request-photos/index.ts'
import { settleRequestDecisions } from './requests/index.ts'

let desk: RequestDesk
let clerk: TestClient
beforeAll(async () => {
  desk = await openRequestDesk()
  clerk = await desk.hire()
})
afterEach(() => desk.platform.moveClock('0'))
afterAll(async () => {
  await stopDocumentThreads()
  await desk.close()
})

const release = async (): Promise<void> => {
  await desk.platform.moveClock('1 minute')
  expect(await settleRequestDecisions(desk.platform)).toBe(0)
}
const read = async ({ client }: Holder): Promise<Adjustable> => (await client.get('/api/me/adjustable')).json()

/** A drawn paper, sent in pieces as the app does. */
const sendPhoto = async (holder: Holder, requestId: string, kind: string): Promise<number> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#ccd"/><text y="60" font-size="20">${kind} ${requestId}</text></svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg().toBuffer()
  const [uploadId, url] = [randomUUID(), `/api/me/requests/${requestId}/photos`]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const started = await holder.client.post(url, {
    uploadId,
    kind,
    sizeBytes: bytes.length,
    sha256,
    hints: { faults: [], tries: 1, face: 'one' },
  })
  if (started.statusCode !== 201) return started.statusCode
  const headers = { 'content-type': 'application/octet-stream', 'upload-offset': '0' }
  expect((await holder.client.send('PATCH', `${url}/${uploadId}`, bytes, headers)).statusCode).toBe(200)
  return (await holder.client.post(`${url}/${uploadId}/completion`)).statusCode
}
const adjust = (holder: Holder, requestId: string, wanted: object[], what = '') =>
  holder.client.post('/api/me/adjust-requests', { requestId, wanted, what })

describe('the contact address', () => {
  it('changes at once, dated, with the old one kept, and the person is told', async () => {
    const holder = await desk.addHolder()
    const answer = await holder.client.post('/api/me/addresses', {
      changeId: randomUUID(),
      provinceCode: '01',
      wardCode: '00004',
      street: ' 12 ngõ  Chợ ',
    })
    expect(answer.statusCode).toBe(201)
    const { addresses } = await read(holder)
    expect(addresses.map(({ address }) => address)).toStrictEqual(['12 ngõ Chợ, Phường Ba Mẫu, Thành phố Mẫu', 'Số 1 phố Mẫu'])
    expect(addresses[0]?.until).toBeNull()
    expect(addresses[1]?.until).not.toBeNull()
    const [version] = await desk.platform.sql<{ kind: string }[]>`SELECT kind FROM person_versions WHERE person_id = ${holder.personId}`
    expect(version?.kind).toBe('change')
    expect((await desk.noticesOf(holder.personId)).map(({ event }) => event)).toContain('address-changed')
  })
  it('is refused where the ward is not of the province, or nothing changes', async () => {
    const holder = await desk.addHolder()
    const send = (body: object) =>
      holder.client.post('/api/me/addresses', { changeId: randomUUID(), provinceCode: '01', wardCode: '00004', street: 'Số 9', ...body })
    expect(codeOf(await send({ provinceCode: '79' }))).toBe('address-unknown')
    expect((await send({})).statusCode).toBe(201)
    expect(codeOf(await send({}))).toBe('address-same')
  })
  it('has its effect once when a phone sends it again, also after another address was given since', async () => {
    const holder = await desk.addHolder()
    const first = { changeId: randomUUID(), provinceCode: '01', wardCode: '00004', street: 'Số 1 ngõ Mới' }
    const send = async (body: object) => (await holder.client.post('/api/me/addresses', body)).statusCode
    expect(await send(first)).toBe(201)
    expect(await send({ ...first, changeId: randomUUID(), street: 'Số 2 ngõ Mới' })).toBe(201)
    expect(await send(first)).toBe(201)
    expect((await read(holder)).addresses[0]?.address).toBe('Số 2 ngõ Mới, Phường Ba Mẫu, Thành phố Mẫu')
    expect((await desk.noticesOf(holder.personId)).filter(({ event }) => event === 'address-changed')).toHaveLength(2)
  })
})

describe('Form 01 for adjusting', () => {
  it('wants a difference and a paper, each wrong field told at once', async () => {
    const holder = await desk.addHolder()
    const requestId = randomUUID()
    const wrong = await adjust(holder, requestId, [
      { field: 'fullName', value: '1' },
      { field: 'insuranceNumber', value: '9900000001' },
    ])
    expect(wrong.json()).toMatchObject({ code: 'value-wrong', fields: [{ field: 'fullName' }, { field: 'insuranceNumber' }] })
    expect(codeOf(await adjust(holder, requestId, [{ field: 'fullName', value: 'Trần Thị Mẫu' }]))).toBe('adjust-nothing')
    expect(codeOf(await adjust(holder, requestId, [{ field: 'fullName', value: 'Trần Thị Mẫn' }]))).toBe('evidence-missing')
    expect(codeOf(await adjust(holder, requestId, [{ field: 'portrait', value: 'new' }]))).toBe('evidence-missing')
  })
  it('is numbered and due, is accepted at the desk beside its paper, and the register and the portrait are the new ones', async () => {
    const holder = await desk.addHolder()
    const requestId = randomUUID()
    expect([await sendPhoto(holder, requestId, 'id-front'), await sendPhoto(holder, requestId, 'portrait')]).toStrictEqual([200, 200])
    const wanted = [
      { field: 'fullName', value: 'Trần  Thị Mẫn' },
      { field: 'sex', value: 'Nữ' },
      { field: 'portrait', value: 'new' },
    ]
    const answer = await adjust(holder, requestId, wanted, 'Sai một chữ.')
    expect(answer.statusCode).toBe(201)
    const request = answer.json<CorrectionRequest>()
    expect(request.fileNumber).toMatch(/^90001\/\d{4}\/DC\d{5}$/u)
    expect(request.wanted).toStrictEqual([
      { field: 'fullName', value: 'Trần Thị Mẫn' },
      { field: 'portrait', value: 'new' },
    ])
    expect(request.photoKinds).toStrictEqual(['id-front', 'portrait'])
    expect((await adjust(holder, requestId, wanted)).json()).toStrictEqual(request)
    const other = randomUUID()
    await sendPhoto(holder, other, 'portrait')
    expect(codeOf(await adjust(holder, other, [{ field: 'portrait', value: 'new' }]))).toBe('correction-open-already')

    const shown = await see(clerk, requestId)
    expect(shown.photos.map(({ kind }) => kind)).toStrictEqual(['id-front', 'portrait'])
    expect(shown.fields.find(({ field }) => field === 'fullName')).toMatchObject({
      shown: { vi: 'Trần Thị Mẫu' },
      suggested: 'Trần Thị Mẫn',
    })
    const photo = await clerk.get(`/api/counter/requests/${requestId}/photos/id-front`)
    expect([photo.statusCode, photo.headers['content-type'], photo.headers['cache-control']]).toStrictEqual([200, 'image/jpeg', 'no-store'])
    const values = shown.fields.flatMap(({ field, suggested }) => (suggested === null ? [] : [{ field, value: suggested }]))
    expect((await decide(clerk, requestId, { kind: 'accept', values })).statusCode).toBe(201)
    await release()
    expect((await findOwn(holder, requestId))?.state).toBe('corrected')
    expect((await read(holder)).identity.fullName).toBe('Trần Thị Mẫn')
    const portraits = await desk.platform
      .sql`SELECT FROM documents WHERE person_id = ${holder.personId} AND kind = 'portrait' AND wrapped_key IS NOT NULL`
    expect(portraits).toHaveLength(1)
    expect(
      codeOf(
        await holder.client.post(`/api/me/requests/${requestId}/photos`, {
          uploadId: randomUUID(),
          kind: 'id-back',
          sizeBytes: 9,
          sha256: 'a'.repeat(64),
          hints: { faults: [], tries: 1 },
        }),
      ),
    ).toBe('correction-closed')
  })
  it('prints Form 01 with the new words beside the old, for its sender alone', async () => {
    const [holder, stranger] = [await desk.addHolder(), await desk.addHolder()]
    const requestId = randomUUID()
    await sendPhoto(holder, requestId, 'id-front')
    await adjust(holder, requestId, [{ field: 'bornOn', value: '1990-05-04' }])
    const pdf = await holder.client.get(`/api/me/adjust-requests/${requestId}/form`)
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toStrictEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
    expect(codeOf(await stranger.client.get(`/api/me/adjust-requests/${requestId}/form`))).toBe('not-found')
  })
  it('keeps its photos from everybody else: neither seen nor added to', async () => {
    const [holder, stranger] = [await desk.addHolder(), await desk.addHolder()]
    const requestId = randomUUID()
    await sendPhoto(holder, requestId, 'id-front')
    expect((await holder.client.get(`/api/me/requests/${requestId}/photo/id-front`)).statusCode).toBe(200)
    expect(codeOf(await stranger.client.get(`/api/me/requests/${requestId}/photo/id-front`))).toBe('not-found')
    expect(await sendPhoto(stranger, requestId, 'id-back')).toBe(404)
    expect(codeOf(await clerk.get(`/api/counter/requests/${requestId}/photos/id-front`))).toBe('not-found')
  })
})

describe('photos of requests', () => {
  it('go when their time is over: never sent after 7 days, decided after 12 months; an accepted portrait stays', async () => {
    const holder = await desk.addHolder()
    const [unsent, decided] = [randomUUID(), randomUUID()]
    await sendPhoto(holder, unsent, 'id-front')
    for (const kind of ['id-front', 'portrait']) await sendPhoto(holder, decided, kind)
    const values = [
      { field: 'fullName', value: 'Trần Thị Mận' },
      { field: 'portrait', value: 'new' },
    ]
    await adjust(holder, decided, values)
    await decide(clerk, decided, { kind: 'accept', values })
    await release()
    const kept = async (requestId: string): Promise<string[]> =>
      (
        await desk.platform.sql<
          { kind: string }[]
        >`SELECT kind FROM documents WHERE registration_id = ${requestId} AND wrapped_key IS NOT NULL ORDER BY kind`
      ).map(({ kind }) => kind)
    await desk.platform.moveClock('8 days')
    await eraseRequestPhotos(desk.platform)
    expect([await kept(unsent), await kept(decided)]).toStrictEqual([[], ['id-front', 'portrait']])
    await desk.platform.moveClock('370 days')
    await eraseRequestPhotos(desk.platform)
    expect(await kept(decided)).toStrictEqual(['portrait'])
    expect(await eraseRequestPhotos(desk.platform)).toBe(0)
  })
})

import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { OWN_PASSWORD } from './access-fixture.ts'
import { stopDocumentThreads } from './documents/index.ts'
import { makeDataExport } from './own-data/index.ts'
import { type Holder, openRequestDesk, type RequestDesk } from './request-desk-fixture.ts'
import { eraseRequestPhotos } from './request-photos/index.ts'

let desk: RequestDesk
beforeAll(async () => void (desk = await openRequestDesk()))
afterEach(() => desk.platform.moveClock('0'))
afterAll(async () => {
  await stopDocumentThreads()
  await desk.close()
})

const sendPaper = async ({ client }: Holder, requestId: string): Promise<void> => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#ccd"/></svg>'
  const bytes = await sharp(Buffer.from(svg)).jpeg().toBuffer()
  const [uploadId, url] = [randomUUID(), `/api/me/requests/${requestId}/photos`]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await client.post(url, { uploadId, kind: 'id-front', sizeBytes: bytes.length, sha256, hints: { faults: [], tries: 1 } })
  await client.send('PATCH', `${url}/${uploadId}`, bytes, { 'content-type': 'application/octet-stream', 'upload-offset': '0' })
  expect((await client.post(`${url}/${uploadId}/completion`)).statusCode).toBe(200)
}
type PhotoRow = { kind: string; registration_or_request_id: string; jpeg_base64: string }
const photosOf = async ({ client, personId }: Holder): Promise<PhotoRow[]> => {
  const exportId = randomUUID()
  expect((await client.post('/api/me/data-exports', { exportId, password: OWN_PASSWORD })).statusCode).toBe(201)
  await makeDataExport(desk.platform, { personId, exportId })
  const file = await client.get(`/api/me/data-exports/${exportId}/file?format=json`)
  const { sections } = file.json<{ sections: { table: string; rows: PhotoRow[] }[] }>()
  return sections.find(({ table }) => table === 'photos')?.rows ?? []
}

it('a copy of one’s data holds the photos that are still kept, as pictures; nobody else’s, and none that was erased; and it is told', async () => {
  const [holder, other] = [await desk.addHolder(), await desk.addHolder()]
  const requestId = randomUUID()
  await sendPaper(holder, requestId)
  await sendPaper(other, randomUUID())
  const photos = await photosOf(holder)
  expect(photos).toMatchObject([{ kind: 'id-front', registration_or_request_id: requestId }])
  const picture = await sharp(Buffer.from(photos[0]?.jpeg_base64 ?? '', 'base64')).metadata()
  expect([picture.format, picture.width, picture.height]).toStrictEqual(['jpeg', 640, 480])
  expect((await desk.noticesOf(holder.personId)).map(({ event }) => event)).toContain('data-export-ready')
  await desk.platform.moveClock('8 days')
  expect(await eraseRequestPhotos(desk.platform)).toBe(2)
  await desk.platform.moveClock('0')
  expect(await photosOf(holder)).toStrictEqual([])
})

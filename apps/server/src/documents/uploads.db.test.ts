import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PhotoKind } from '@an-sinh/domain'
import { Refusal } from '../platform/refusal.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { appendPiece, findUploadOffset, finishUpload, listDocuments, readDocument, startUpload, stopDocumentThreads } from './index.ts'
import { CARD_QR, drawIdCard } from './photos-fixture.ts'

const PIECE = 65_536
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
const nothing = async (): Promise<void> => undefined

let platform: TestPlatform
let card: Buffer
let card2: Buffer
beforeAll(async () => {
  platform = await openTestPlatform()
  card = await drawIdCard({ widthPx: 1600, qr: CARD_QR }).jpeg({ quality: 85 }).toBuffer()
  card2 = await drawIdCard({ widthPx: 1600, qr: null, seed: 2 }).jpeg({ quality: 85 }).toBuffer()
})
afterAll(async () => {
  await stopDocumentThreads()
  await platform.drop()
})

const announce = (registrationId: string, bytes: Uint8Array, change: Partial<Parameters<typeof startUpload>[1]> = {}) =>
  startUpload(platform.sql, {
    uploadId: randomUUID(),
    registrationId,
    kind: 'id-front',
    sizeBytes: bytes.length,
    sha256: hashOf(bytes),
    hints: { faults: [], tries: 1 },
    ...change,
  })
const sendFrom = async (registrationId: string, uploadId: string, bytes: Uint8Array, from: number): Promise<number> => {
  let offset = from
  while (offset < bytes.length)
    offset = (await appendPiece(platform, { registrationId, uploadId, offset, bytes: bytes.subarray(offset, offset + PIECE) })).offset
  return offset
}
const upload = async (registrationId: string, bytes: Uint8Array, kind: PhotoKind = 'id-front') => {
  const { uploadId, offset } = await announce(registrationId, bytes, { kind })
  await sendFrom(registrationId, uploadId, bytes, offset)
  return finishUpload(platform, { registrationId, uploadId }, nothing)
}

describe('a photo on its way', () => {
  it('travels in pieces of 64 kB, is resumed where the line was cut, and arrives whole', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    await appendPiece(platform, { registrationId, uploadId, offset: 0, bytes: card.subarray(0, PIECE) })
    expect(await findUploadOffset(platform.sql, registrationId, uploadId)).toBe(PIECE)
    // Killed here. A new start names another upload id, but the same picture.
    const resumed = await announce(registrationId, card)
    expect(resumed).toStrictEqual({ uploadId, offset: PIECE })
    await sendFrom(registrationId, uploadId, card, resumed.offset)
    const photo = await finishUpload(platform, { registrationId, uploadId }, nothing)
    expect(photo).toMatchObject({
      kind: 'id-front',
      widthPx: 1600,
      face: 'not-checked',
      blurred: false,
      idCard: { nationalId: '099194000019' },
    })
    expect((await readDocument(platform, photo.documentId)).subarray(0, 3)).toStrictEqual(Buffer.from([0xff, 0xd8, 0xff]))
  })

  it('takes a piece that was sent twice once; a gap, an overlap and too large a piece are refused', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    const first = { registrationId, uploadId, offset: 0, bytes: card.subarray(0, PIECE) }
    await appendPiece(platform, first)
    expect(await appendPiece(platform, first)).toStrictEqual({ uploadId, offset: PIECE })
    expect(await codeOf(appendPiece(platform, { ...first, offset: PIECE + 1, bytes: card.subarray(PIECE + 1, PIECE + 9) }))).toBe(
      'upload-offset',
    )
    expect(await codeOf(appendPiece(platform, { ...first, offset: PIECE - 10, bytes: card.subarray(PIECE - 10, PIECE + 10) }))).toBe(
      'upload-offset',
    )
    expect(await codeOf(appendPiece(platform, { ...first, offset: PIECE, bytes: card.subarray(0, PIECE + 1) }))).toBe('too-large')
    expect(await codeOf(appendPiece(platform, { ...first, registrationId: randomUUID() }))).toBe('not-found')
  })

  it('is stored once when ten connections send the same pieces at once', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    await Promise.all(Array.from({ length: 10 }, () => sendFrom(registrationId, uploadId, card, 0)))
    const [row] = await platform.sql<
      { pieces: number }[]
    >`SELECT count(*)::integer AS pieces FROM upload_pieces WHERE upload_id = ${uploadId}`
    expect(row?.pieces).toBe(Math.ceil(card.length / PIECE))
    expect(await codeOf(finishUpload(platform, { registrationId, uploadId }, nothing))).toBe('done')
  })

  it('is refused at once when it is empty or larger than a photo can be', async () => {
    expect(await codeOf(announce(randomUUID(), Buffer.alloc(0)))).toBe('photo-unreadable')
    expect(await codeOf(announce(randomUUID(), card, { sizeBytes: 2_000_001 }))).toBe('too-large')
  })

  it('cannot be taken over by another registration, nor stand for another file', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    expect(await codeOf(announce(randomUUID(), card, { uploadId }))).toBe('registration-not-yours')
    expect(await codeOf(announce(registrationId, card2, { uploadId }))).toBe('bad-request')
    expect(await findUploadOffset(platform.sql, randomUUID(), uploadId)).toBeNull()
  })

  it('that was changed on the way is refused, forgotten, and can be sent again', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    const damaged = Buffer.from(card)
    damaged.writeUInt8((damaged.readUInt8(70_000) + 1) % 256, 70_000)
    await sendFrom(registrationId, uploadId, damaged, 0)
    expect(await codeOf(finishUpload(platform, { registrationId, uploadId }, nothing))).toBe('upload-hash')
    expect(await upload(registrationId, card)).toMatchObject({ kind: 'id-front' })
  })

  it('that is not whole yet, or no picture, is not taken', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    await appendPiece(platform, { registrationId, uploadId, offset: 0, bytes: card.subarray(0, 100) })
    expect(await codeOf(finishUpload(platform, { registrationId, uploadId }, nothing))).toBe('upload-offset')
    expect(await codeOf(upload(registrationId, Buffer.from('%PDF-1.7 một tệp khác')))).toBe('photo-type')
    expect(await codeOf(upload(registrationId, card.subarray(0, 90_000)))).toBe('photo-unreadable')
    expect(await listDocuments(platform, platform.sql, registrationId)).toStrictEqual([])
    const [row] = await platform.sql<
      { count: number }[]
    >`SELECT count(*)::integer FROM uploads WHERE registration_id = ${registrationId} AND upload_id <> ${uploadId}`
    expect(row?.count).toBe(0)
  })
})

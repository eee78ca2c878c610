import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PhotoKind } from '@an-sinh/domain'
import { Refusal } from '../platform/refusal.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import {
  appendPiece,
  eraseDocuments,
  finishUpload,
  listDocuments,
  readDocument,
  startUpload,
  stopDocumentThreads,
  sweepDocuments,
} from './index.ts'
import { CARD_QR, drawIdCard, drawPortrait } from './photos-fixture.ts'

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
const listFiles = (): string[] => {
  const folder = join(platform.settings.dataDir, 'documents')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []
}

describe('a photo that is kept', () => {
  it('is the same one for two that finish it at once, and for whoever asks again', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    await sendFrom(registrationId, uploadId, card, 0)
    const before = listFiles().length
    const finished = await Promise.all(Array.from({ length: 4 }, () => finishUpload(platform, { registrationId, uploadId }, nothing)))
    expect(new Set(finished.map((photo) => photo.documentId)).size).toBe(1)
    expect((await finishUpload(platform, { registrationId, uploadId }, nothing)).documentId).toBe(finished[0]?.documentId)
    expect(listFiles()).toHaveLength(before + 1)
    expect(await announce(registrationId, card)).toStrictEqual({ uploadId, offset: card.length })
  })

  it('lies encrypted: neither file, pieces nor rows show the picture or what was read off it', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    await sendFrom(registrationId, uploadId, card, 0)
    const pieces = await platform.sql<{ ciphertext: Buffer }[]>`SELECT ciphertext FROM upload_pieces WHERE upload_id = ${uploadId}`
    expect(pieces.some(({ ciphertext }) => ciphertext.includes(card.subarray(0, 20)))).toBe(false)
    await finishUpload(platform, { registrationId, uploadId }, nothing)
    const [row] = await platform.sql<{ text: string; storageKey: string; pieces: number }[]>`
      SELECT d::text AS text, storage_key AS "storageKey", (SELECT count(*)::integer FROM upload_pieces WHERE upload_id = ${uploadId}) AS pieces FROM documents d WHERE registration_id = ${registrationId}`
    expect(row?.pieces).toBe(0)
    expect(row?.text).not.toContain('099194000019')
    expect(row?.text).not.toContain(Buffer.from('099194000019').toString('hex'))
    const file = listFiles().find((path) => path.endsWith(row?.storageKey ?? 'none'))
    const bytes = readFileSync(file ?? '')
    expect(hashOf(bytes)).toBe(row?.storageKey)
    expect(bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
  })

  it('is erased when another of its kind replaces it: bytes and key are gone', async () => {
    const registrationId = randomUUID()
    const first = await upload(registrationId, card)
    const [old] = await platform.sql<
      { storageKey: string }[]
    >`SELECT storage_key AS "storageKey" FROM documents WHERE document_id = ${first.documentId}`
    const second = await upload(registrationId, card2)
    expect((await listDocuments(platform, platform.sql, registrationId)).map((photo) => photo.documentId)).toStrictEqual([
      second.documentId,
    ])
    expect(await codeOf(readDocument(platform, first.documentId))).toBe('not-found')
    expect(listFiles().filter((path) => path.endsWith(old?.storageKey ?? 'none'))).toStrictEqual([])
    const [row] = await platform.sql<
      { gone: boolean }[]
    >`SELECT wrapped_key IS NULL AND sealed_facts IS NULL AND content_hmac IS NULL AND erased_at IS NOT NULL AS gone FROM documents WHERE document_id = ${first.documentId}`
    expect(row?.gone).toBe(true)
  })

  it('stays when the transaction that would replace it is rolled back, and the new file does not stay', async () => {
    const registrationId = randomUUID()
    const first = await upload(registrationId, card)
    const { uploadId } = await announce(registrationId, card2)
    await sendFrom(registrationId, uploadId, card2, 0)
    const before = listFiles().length
    const refuse = async (): Promise<void> => {
      throw new Refusal('move-not-allowed')
    }
    expect(await codeOf(finishUpload(platform, { registrationId, uploadId }, refuse))).toBe('move-not-allowed')
    expect((await listDocuments(platform, platform.sql, registrationId)).map((photo) => photo.documentId)).toStrictEqual([first.documentId])
    expect(listFiles()).toHaveLength(before)
    // The pieces are still there: once allowed, it goes on without sending anything again.
    expect(await finishUpload(platform, { registrationId, uploadId }, nothing)).toMatchObject({ kind: 'id-front' })
  })

  it('is recognised in another registration without its picture being kept twice', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    const portrait = await drawPortrait({ widthPx: 700, seed: 77 }).jpeg().toBuffer()
    await upload(one, portrait, 'portrait')
    expect((await upload(two, portrait, 'portrait')).sameElsewhere).toBe(1)
  })

  it('is not half-written when the disk gives out: the answer is "unavailable", and trying again works', async () => {
    const registrationId = randomUUID()
    const { uploadId } = await announce(registrationId, card)
    await sendFrom(registrationId, uploadId, card, 0)
    const before = listFiles().length
    // A file stands where the folder should be: every write fails, as on a full or broken disk.
    const broken = { ...platform, settings: { ...platform.settings, dataDir: platform.settings.keyFile } }
    expect(await codeOf(finishUpload(broken, { registrationId, uploadId }, nothing))).toBe('unavailable')
    expect(listFiles()).toHaveLength(before)
    expect(await listDocuments(platform, platform.sql, registrationId)).toStrictEqual([])
    expect(await finishUpload(platform, { registrationId, uploadId }, nothing)).toMatchObject({ kind: 'id-front' })
    expect(listFiles().filter((path) => path.endsWith('.part'))).toStrictEqual([])
  })
})

describe('erasing', () => {
  it('takes keys with the transaction and bytes after it; rolled back, everything stays', async () => {
    const registrationId = randomUUID()
    const photo = await upload(registrationId, card)
    await codeOf(
      inTransaction(platform, async (transaction) => {
        await eraseDocuments(platform, transaction, { registrationId })
        throw new Error('killed')
      }),
    )
    expect((await readDocument(platform, photo.documentId)).length).toBeGreaterThan(1000)
    const before = listFiles().length
    const { count, removeFiles } = await inTransaction(platform, (transaction) => eraseDocuments(platform, transaction, { registrationId }))
    expect(count).toBe(1)
    await removeFiles()
    expect(listFiles()).toHaveLength(before - 1)
    expect(await codeOf(readDocument(platform, photo.documentId))).toBe('not-found')
  })

  it('finishes by night what a crash left: files without a key, half-written files, uploads nobody went on with', async () => {
    const registrationId = randomUUID()
    const kept = await upload(registrationId, card)
    const crashed = randomUUID()
    await upload(crashed, card2)
    // Killed between the commit and the removal.
    await inTransaction(platform, (transaction) => eraseDocuments(platform, transaction, { registrationId: crashed }))
    const folder = dirname(listFiles()[0] ?? '')
    writeFileSync(join(folder, `${basename(folder)}12.part`), 'half')
    await announce(registrationId, Buffer.from('nobody goes on with this'))
    expect(await sweepDocuments(platform)).toStrictEqual({ files: 0, uploads: 0 })
    await platform.moveClock('8 days')
    const swept = await sweepDocuments(platform, -1000)
    await platform.moveClock('0')
    expect(swept.files).toBe(2)
    expect(swept.uploads).toBeGreaterThanOrEqual(1)
    expect((await readDocument(platform, kept.documentId)).length).toBeGreaterThan(1000)
    expect(await sweepDocuments(platform, -1000)).toStrictEqual({ files: 0, uploads: 0 })
  })
})

// @vitest-environment node
import 'fake-indexeddb/auto'
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Draft, type DraftPhoto, makeDraft, type Submission } from '../draft/draft.ts'
import { dropDraft, keepPhoto, openDraft, readDraft } from '../draft/draft-store.ts'
import { wakeOutbox } from './outbox.ts'

/** The far end of the line: keeps pieces by offset as the contract says, and misbehaves where a test asks it to. */
type FarEnd = {
  uploads: Map<string, { bytes: Buffer; sha256: string }>
  requests: string[]
  submissions: string[]
  /** Asked before each request; true = the request was dealt with (refused, cut) already. */
  trouble: (request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean
}

const makeFarEnd = (): FarEnd => ({ uploads: new Map(), requests: [], submissions: [], trouble: () => false })
let far = makeFarEnd()

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const refuse = (response: ServerResponse, status: number, code: string): boolean => {
  answer(response, status, { code, sentence: `câu ${code}`, nextStep: 'bước tiếp theo', requestId: 'r-1' })
  return true
}

const append = (request: IncomingMessage, response: ServerResponse, body: Buffer, uploadId: string): void => {
  const upload = far.uploads.get(uploadId)
  if (upload === undefined) return void refuse(response, 404, 'not-found')
  if (Number(request.headers['upload-offset']) !== upload.bytes.length) return void refuse(response, 409, 'upload-offset')
  upload.bytes = Buffer.concat([upload.bytes, body])
  answer(response, 200, { offset: upload.bytes.length })
}

const finish = (response: ServerResponse, uploadId: string): void => {
  const upload = far.uploads.get(uploadId)
  const isWhole = upload !== undefined && createHash('sha256').update(upload.bytes).digest('hex') === upload.sha256
  if (!isWhole) return void refuse(response, 422, 'upload-hash')
  answer(response, 200, {
    kind: 'id-front',
    documentId: uploadId,
    widthPx: 1,
    heightPx: 1,
    sizeBytes: upload.bytes.length,
    face: 'not-checked',
    blurred: false,
    idCard: null,
  })
}

const serve = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
  const path = request.url ?? ''
  const [, uploadId = ''] = /\/photos\/([^/]+)/u.exec(path) ?? []
  far.requests.push(`${request.method ?? ''} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, 'ID')}`)
  if (far.trouble(request, response, body)) return
  if (path.endsWith('/photos')) {
    const announced = JSON.parse(body.toString()) as { uploadId: string; sha256: string }
    const known = far.uploads.get(announced.uploadId) ?? { bytes: Buffer.alloc(0), sha256: announced.sha256 }
    far.uploads.set(announced.uploadId, known)
    return answer(response, 201, { uploadId: announced.uploadId, offset: known.bytes.length })
  }
  if (path.endsWith('/completion')) return finish(response, uploadId)
  if (path.endsWith('/offset')) return answer(response, 200, { offset: far.uploads.get(uploadId)?.bytes.length ?? 0 })
  if (request.method === 'PATCH') return append(request, response, body, uploadId)
  far.submissions.push(body.toString())
  answer(response, 201, {})
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => serve(request, response, Buffer.concat(parts)))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const realFetch = globalThis.fetch
  // A page knows its own origin; a test does not.
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => realFetch(new URL(url, base), init))
})

afterAll(async () => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  far = makeFarEnd()
})

const SUBMISSION = { answers: { fullName: 'Nguyễn Thị Thử Nghiệm' }, version: 3, state: 'waiting', refusal: null } as unknown as Submission

const openReadyDraft = (submission: Submission | null): Draft => {
  const draft: Draft = { ...makeDraft(randomUUID(), Date.now()), privacyVersion: '1', serverVersion: 3, submission }
  openDraft(draft)
  return draft
}

const takePhoto = async (registrationId: string, kind: 'id-front' | 'id-back' | 'portrait', size = 150_000): Promise<DraftPhoto> => {
  const bytes = new Uint8Array(size).map((_, at) => (at * 31) % 251)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const photo: DraftPhoto = {
    uploadId: randomUUID(),
    sizeBytes: size,
    sha256,
    faults: [],
    tries: 1,
    face: null,
    card: null,
    state: 'kept',
    seen: null,
    refusal: null,
  }
  await keepPhoto(registrationId, kind, bytes.buffer, photo)
  return photo
}

const photoNow = (kind: 'id-front' | 'id-back' | 'portrait'): DraftPhoto | undefined => {
  const state = readDraft()
  return state.status === 'ready' ? state.draft.photos[kind] : undefined
}

test('a photo travels in pieces of at most 64 kB, one at a time, and arrives whole', async () => {
  const { registrationId } = openReadyDraft(null)
  const photo = await takePhoto(registrationId, 'id-front')
  await wakeOutbox()
  expect(far.requests).toEqual([
    'POST /api/registrations/ID/photos',
    'PATCH /api/registrations/ID/photos/ID',
    'PATCH /api/registrations/ID/photos/ID',
    'PATCH /api/registrations/ID/photos/ID',
    'POST /api/registrations/ID/photos/ID/completion',
  ])
  expect(
    createHash('sha256')
      .update(far.uploads.get(photo.uploadId)?.bytes ?? '')
      .digest('hex'),
  ).toBe(photo.sha256)
  expect(photoNow('id-front')?.state).toBe('sent')
  await dropDraft(registrationId)
})

test('a line cut in the middle loses nothing: the next attempt goes on behind what had arrived', async () => {
  const { registrationId } = openReadyDraft(null)
  const photo = await takePhoto(registrationId, 'id-front')
  let pieces = 0
  far.trouble = (request) => {
    if (request.method !== 'PATCH' || (pieces += 1) !== 2) return false
    request.socket.destroy()
    return true
  }
  await wakeOutbox()
  expect(photoNow('id-front')?.state).toBe('kept')
  expect(far.uploads.get(photo.uploadId)?.bytes.length).toBe(65_536)
  const before = far.requests.length
  far.trouble = () => false
  await wakeOutbox()
  expect(photoNow('id-front')?.state).toBe('sent')
  expect(far.requests.slice(before).filter((line) => line.startsWith('PATCH'))).toHaveLength(2)
  await dropDraft(registrationId)
})

test('an answer lost on the way is no second piece: the far end says where it stands', async () => {
  const { registrationId } = openReadyDraft(null)
  const photo = await takePhoto(registrationId, 'id-front')
  let lost = false
  far.trouble = (request, response, body) => {
    if (request.method !== 'PATCH' || lost) return false
    lost = true
    const upload = far.uploads.get(photo.uploadId)
    if (upload !== undefined) upload.bytes = Buffer.concat([upload.bytes, body])
    return refuse(response, 409, 'upload-offset')
  }
  await wakeOutbox()
  expect(far.requests).toContain('GET /api/registrations/ID/photos/ID/offset')
  expect(photoNow('id-front')?.state).toBe('sent')
  await dropDraft(registrationId)
})

test('photos go first, then the answers; afterwards the device keeps nothing', async () => {
  const { registrationId } = openReadyDraft(SUBMISSION)
  for (const kind of ['id-front', 'id-back', 'portrait'] as const) await takePhoto(registrationId, kind, 1000)
  await wakeOutbox()
  expect(far.requests.at(-1)).toBe('POST /api/registrations/ID/submission')
  expect(far.submissions.map((body) => JSON.parse(body) as unknown)).toEqual([{ answers: SUBMISSION.answers, version: 3 }])
  expect(readDraft()).toEqual({ status: 'none', arrived: registrationId })
})

test('a refusal stops the sending and is shown, and the draft stays', async () => {
  const { registrationId } = openReadyDraft(SUBMISSION)
  far.trouble = (request, response) => (request.url ?? '').endsWith('/submission') && refuse(response, 409, 'version-conflict')
  await wakeOutbox()
  const state = readDraft()
  expect(state.status === 'ready' && state.draft.submission).toMatchObject({
    state: 'stopped',
    refusal: { code: 'version-conflict', requestId: 'r-1' },
  })
  await wakeOutbox()
  expect(far.requests).toHaveLength(1)
  await dropDraft(registrationId)
})

test('a server in trouble is no refusal: the intent waits and counts its attempts', async () => {
  const { registrationId } = openReadyDraft(SUBMISSION)
  far.trouble = (_request, response) => refuse(response, 503, 'overloaded')
  await wakeOutbox()
  await wakeOutbox()
  const waiting = readDraft()
  expect(waiting.status === 'ready' && waiting.draft.submission?.state).toBe('waiting')
  expect(waiting.status === 'ready' && waiting.draft.delivery).toEqual({ attempts: 2, lastError: 'overloaded' })
  far.trouble = () => false
  await wakeOutbox()
  expect(readDraft()).toEqual({ status: 'none', arrived: registrationId })
})

test('a photo that the server cannot use is told with its sentence and does not hold up the others', async () => {
  const { registrationId } = openReadyDraft(null)
  await takePhoto(registrationId, 'id-front', 1000)
  await takePhoto(registrationId, 'portrait', 1000)
  let refused = false
  far.trouble = (request, response) => {
    if (refused || !(request.url ?? '').endsWith('/completion')) return false
    refused = true
    return refuse(response, 422, 'photo-unreadable')
  }
  await wakeOutbox()
  expect(photoNow('id-front')).toMatchObject({ state: 'refused', refusal: 'câu photo-unreadable' })
  expect(photoNow('portrait')?.state).toBe('sent')
  await dropDraft(registrationId)
})

test('no photo leaves the device before the privacy text was read', async () => {
  const draft = makeDraft(randomUUID(), Date.now())
  openDraft(draft)
  await takePhoto(draft.registrationId, 'id-front', 1000)
  await wakeOutbox()
  expect(far.requests).toEqual([])
  await dropDraft(draft.registrationId)
})

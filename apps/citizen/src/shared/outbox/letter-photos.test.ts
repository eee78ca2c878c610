// @vitest-environment node
import 'fake-indexeddb/auto'
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { listNames } from '../store/sealed-records.ts'
import { notePerson } from './current-person.ts'
import type { NewLetter } from './letter.ts'
import { keepLetterPhoto, type LetterPhoto } from './letter-photos.ts'
import { dropLetter, findLetter, listLetters } from './letter-store.ts'
import { wakeOutbox } from './outbox.ts'
import { postLetter } from './post-letter.ts'

let calls: { line: string; person: string | undefined }[] = []
let uploads = new Map<string, { bytes: Buffer; sha256: string }>()
/** Answers a status to refuse with; 0 cuts the line; null lets it through. */
let trouble: (line: string, times: number) => number | null = () => null

const lineOf = ({ method, url }: IncomingMessage): string => `${method} ${(url ?? '').replace(/[0-9a-f-]{36}/gu, '…')}`

const act = (request: IncomingMessage, body: Buffer): unknown => {
  const url = request.url ?? ''
  const uploadId = /(?:photos|certificates)\/([^/]+)/u.exec(url)?.[1] ?? ''
  if (/(?:photos|certificates)$/u.test(url)) {
    const announced = JSON.parse(body.toString()) as { uploadId: string; sha256: string }
    const known = uploads.get(announced.uploadId) ?? { bytes: Buffer.alloc(0), sha256: announced.sha256 }
    uploads.set(announced.uploadId, known)
    return { uploadId: announced.uploadId, offset: known.bytes.length }
  }
  const upload = uploads.get(uploadId)
  if (upload === undefined) return { state: 'awaiting-photo' }
  if (request.method === 'PATCH') upload.bytes = Buffer.concat([upload.bytes, body])
  else expect(createHash('sha256').update(upload.bytes).digest('hex')).toBe(upload.sha256)
  return { offset: upload.bytes.length }
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const line = lineOf(request)
    const times = calls.filter((one) => one.line === line).length
    calls.push({ line, person: request.headers['ansinh-person'] as string | undefined })
    const status = trouble(line, times)
    if (status === 0) return void request.socket.destroy()
    const refusal = { code: 'photo-type', sentence: 'câu', nextStep: 'bước', requestId: 'r-1' }
    const answer = status === null ? act(request, Buffer.concat(parts)) : refusal
    response.writeHead(status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const realFetch = globalThis.fetch
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => realFetch(new URL(url, base), init))
})
afterAll(async () => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(async () => {
  await notePerson('mine')
  for (const { letterId } of (await listLetters()).letters) await dropLetter(letterId)
  calls = []
  uploads = new Map()
  trouble = () => null
})

const SIZE = 150_000

const keepPhoto = async (letterId: string, kind: LetterPhoto['kind']): Promise<LetterPhoto> => {
  const bytes = crypto.getRandomValues(new Uint8Array(65_536))
  const whole = new Uint8Array(SIZE)
  for (let at = 0; at < SIZE; at += bytes.length) whole.set(bytes.subarray(0, Math.min(bytes.length, SIZE - at)), at)
  const photo = {
    kind,
    uploadId: randomUUID(),
    sha256: createHash('sha256').update(whole).digest('hex'),
    hints: { faults: [], face: null },
  }
  await keepLetterPhoto(letterId, photo, whole.buffer)
  return photo
}

const makeAdjust = async (): Promise<NewLetter<'adjust-request'>> => {
  const letterId = randomUUID()
  return {
    letterId,
    kind: 'adjust-request',
    title: 'Thông tin cần điều chỉnh',
    body: { requestId: letterId, what: '', wanted: [{ field: 'fullName', value: 'Trần Thị Mẫn' }] },
    photos: [await keepPhoto(letterId, 'id-front')],
    resultAt: `/ca-nhan/yeu-cau/${letterId}`,
    editAt: `/ca-nhan/dieu-chinh/thong-tin?thu=${letterId}`,
  }
}

const REQUEST = 'POST /api/me/adjust-requests'
const PIECE = 'PATCH /api/me/requests/…/photos/…'

test('photos leave first, in pieces, under the person’s name; then nothing of the letter or its photos is kept', async () => {
  const letter = await makeAdjust()
  expect(await postLetter(letter)).toEqual({ outcome: 'sent' })
  expect(calls.map(({ line }) => line)).toEqual([
    'POST /api/me/requests/…/photos',
    PIECE,
    PIECE,
    PIECE,
    'POST /api/me/requests/…/photos/…/completion',
    REQUEST,
  ])
  expect(calls.map(({ person }) => person)).toEqual(calls.map(() => 'mine'))
  expect(await listNames('letter')).toEqual([])
})

test('a line that breaks in a photo goes on where the server stands; the request goes once', async () => {
  const letter = await makeAdjust()
  trouble = (line, times) => (line === PIECE && times === 1 ? 0 : null)
  expect(await postLetter(letter)).toMatchObject({ outcome: 'waiting' })
  expect(calls.filter(({ line }) => line === REQUEST)).toEqual([])
  trouble = () => null
  await wakeOutbox()
  expect(await findLetter(letter.letterId)).toBeNull()
  expect([...uploads.values()].map(({ bytes }) => bytes.length)).toEqual([SIZE])
  expect(calls.filter(({ line }) => line === PIECE)).toHaveLength(4)
  expect(calls.filter(({ line }) => line === REQUEST)).toHaveLength(1)
})

test('a photo that the server refuses stops the letter with its words, and stays here to be mended', async () => {
  const letter = await makeAdjust()
  trouble = (line) => (line.endsWith('/completion') ? 422 : null)
  expect(await postLetter(letter)).toMatchObject({ outcome: 'refused', letter: { state: 'stopped', refusal: { code: 'photo-type' } } })
  expect(await listNames('letter-photo:')).toHaveLength(1)
})

test('a photo that the browser lost is told, not sent without it', async () => {
  const letter = await makeAdjust()
  trouble = () => 503
  await postLetter(letter)
  for (const name of await listNames('letter-photo:')) await (await openDatabase()).delete('sealed', name)
  trouble = () => null
  calls = []
  await wakeOutbox()
  expect(await findLetter(letter.letterId)).toMatchObject({ state: 'stopped', lastError: 'photo-lost' })
  expect(calls).toEqual([])
})

test('a child is declared first and its certificate closes the request', async () => {
  const letterId = randomUUID()
  const child = { childName: 'Trần Mẫu Con', bornOn: '2020-01-02', insuranceNumber: null, nationalId: null, relation: 'mother' } as const
  const posted = await postLetter<'dependant-request'>({
    letterId,
    kind: 'dependant-request',
    title: 'Khai con: Trần Mẫu Con',
    body: { requestId: letterId, ...child },
    photos: [await keepPhoto(letterId, 'birth-certificate')],
    resultAt: '/ca-nhan/nguoi-phu-thuoc/da-gui',
    editAt: `/ca-nhan/nguoi-phu-thuoc/them?thu=${letterId}`,
  })
  expect(posted).toEqual({ outcome: 'sent' })
  const lines = calls.map(({ line }) => line)
  expect(lines[0]).toBe('POST /api/me/dependant-requests')
  expect(lines.at(-1)).toBe('POST /api/me/dependant-requests/…/certificates/…/completion')
  expect(await listNames('letter')).toEqual([])
})

test('what is added to a request goes under the request’s own id, after its photos', async () => {
  const requestId = randomUUID()
  const posted = await postLetter<'request-addition'>({
    letterId: requestId,
    kind: 'request-addition',
    title: 'Gửi bổ sung',
    body: { what: 'Đây là hợp đồng của tôi.' },
    photos: [await keepPhoto(requestId, 'id-front')],
    resultAt: `/ca-nhan/yeu-cau/${requestId}`,
    editAt: `/ca-nhan/yeu-cau/${requestId}?thu=${requestId}`,
  })
  expect(posted).toEqual({ outcome: 'sent' })
  expect(calls[0]?.line).toBe('POST /api/me/requests/…/photos')
  expect(calls.at(-1)?.line).toBe('POST /api/me/correction-requests/…/additions')
})

// @vitest-environment node
import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { forgetPerson, notePerson } from './current-person.ts'
import type { NewLetter } from './letter.ts'
import { dropLetter, findLetter, keepLetter, listLetters, settleLetter, writeLetter } from './letter-store.ts'
import { wakeOutbox } from './outbox.ts'
import { postLetter } from './post-letter.ts'

type Refused = { status: number; code: string } | null
let arrived: { person: string | undefined; body: unknown }[] = []
let decide: () => Refused = () => null

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const refused = decide()
    if (refused === null)
      arrived.push({ person: request.headers['ansinh-person'] as string, body: JSON.parse(Buffer.concat(parts).toString()) })
    const { status, code } = refused ?? { status: 201, code: '' }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(refused === null ? {} : { code, sentence: `câu ${code}`, nextStep: 'bước tiếp theo', requestId: 'r-1' }))
  })
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
beforeEach(async () => {
  arrived = []
  decide = () => null
  await notePerson('mine')
  for (const { letterId } of (await listLetters()).letters) await dropLetter(letterId)
})

const makeLetter = (): NewLetter<'data-request'> => {
  const letterId = randomUUID()
  return {
    letterId,
    kind: 'data-request',
    title: 'Nhận bản sao dữ liệu của tôi',
    body: { requestId: letterId, kind: 'copy', what: 'Trần Thị Mẫu' },
    resultAt: `/ca-nhan/du-lieu/yeu-cau/${letterId}`,
    editAt: '/ca-nhan/du-lieu/yeu-cau/moi',
  }
}

test('a letter arrives under its person’s name, and then nothing of it is kept', async () => {
  const letter = makeLetter()
  expect(await postLetter(letter)).toEqual({ outcome: 'sent' })
  expect(arrived).toEqual([{ person: 'mine', body: letter.body }])
  expect(await listLetters()).toEqual({ letters: [], unreadable: [] })
})

test('a server in trouble is no refusal: the letter waits, says so, and goes with the next attempt', async () => {
  const letter = makeLetter()
  decide = () => ({ status: 503, code: 'overloaded' })
  const posted = await postLetter(letter)
  expect(posted).toMatchObject({ outcome: 'waiting', letter: { attempts: 1, lastError: 'overloaded' } })
  decide = () => null
  await wakeOutbox()
  expect(arrived).toHaveLength(1)
  expect(await findLetter(letter.letterId)).toBeNull()
})

test('a refusal stops it with the server’s words; a newer state at the server is asked about, and sent again when the person says so', async () => {
  const [refused, newer] = [makeLetter(), makeLetter()]
  decide = () => ({ status: 400, code: 'correction-empty' })
  expect(await postLetter(refused)).toMatchObject({
    outcome: 'refused',
    letter: { state: 'stopped', refusal: { sentence: 'câu correction-empty' } },
  })
  decide = () => ({ status: 409, code: 'data-request-open-already' })
  expect(await postLetter(newer)).toMatchObject({ outcome: 'refused', letter: { state: 'asks' } })
  decide = () => null
  await wakeOutbox()
  expect(arrived).toEqual([])
  const asked = await findLetter(newer.letterId)
  if (asked === null) throw new Error('the letter is gone')
  await writeLetter({ ...asked, state: 'waiting', refusal: null })
  await wakeOutbox()
  expect(arrived.map(({ body }) => body)).toEqual([newer.body])
})

test('who signs in next neither sees nor sends it; it is there when its person comes back', async () => {
  const letter = makeLetter()
  decide = () => ({ status: 503, code: 'overloaded' })
  await postLetter(letter)
  decide = () => null
  await forgetPerson()
  await notePerson('theirs')
  await wakeOutbox()
  expect(await listLetters()).toEqual({ letters: [], unreadable: [] })
  expect(arrived).toEqual([])
  await notePerson('mine')
  await wakeOutbox()
  expect(arrived).toEqual([{ person: 'mine', body: letter.body }])
})

test('signed out at the server it waits for its person instead of being refused', async () => {
  decide = () => ({ status: 401, code: 'not-signed-in' })
  const letter = makeLetter()
  expect(await postLetter(letter)).toMatchObject({ outcome: 'waiting', letter: { lastError: 'not-signed-in' } })
})

test('the disk holds none of it in clear, and what cannot be read any more is told', async () => {
  decide = () => ({ status: 503, code: 'overloaded' })
  const letter = makeLetter()
  await postLetter(letter)
  const database = await openDatabase()
  const stored = await database.get('sealed', `letter:${letter.letterId}`)
  expect(new TextDecoder().decode(stored?.data)).not.toContain('Mẫu')
  if (stored === undefined) throw new Error('not stored')
  await database.put('sealed', { ...stored, data: new ArrayBuffer(40) }, `letter:${letter.letterId}`)
  expect(await listLetters()).toEqual({ letters: [], unreadable: [letter.letterId] })
  await dropLetter(letter.letterId)
})

test('an attempt that ends late writes over nothing: what was thrown away stays away, what was edited stays edited', async () => {
  const letter = await keepLetter(makeLetter())
  if (letter === null) throw new Error('nobody is signed in')
  await dropLetter(letter.letterId)
  await settleLetter({ ...letter, state: 'stopped', lastError: 'correction-empty' })
  expect(await findLetter(letter.letterId)).toBeNull()

  await writeLetter({ ...letter, title: 'sửa lại', keptAt: letter.keptAt + 1 })
  await settleLetter({ ...letter, state: 'stopped', lastError: 'correction-empty' })
  expect(await findLetter(letter.letterId)).toMatchObject({ title: 'sửa lại', state: 'waiting' })

  await writeLetter(letter)
  await settleLetter({ ...letter, state: 'stopped', lastError: 'correction-empty' })
  expect(await findLetter(letter.letterId)).toMatchObject({ state: 'stopped' })
})

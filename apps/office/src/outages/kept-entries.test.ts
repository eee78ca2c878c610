// @vitest-environment node
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { keepEntries, readKeptEntries } from './kept-entries.ts'

const NOW = Date.parse('2026-11-26T08:00:00Z')
const entry = (code: string, receivedAt = '2026-11-26T07:30:00Z') => ({ entryId: `id-${code}`, code, receivedAt })

const readRaw = async (): Promise<string> => {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('an-sinh-office')
    request.addEventListener('success', () => resolve(request.result))
  })
  const all = await new Promise<{ data: ArrayBuffer }[]>((resolve) => {
    const request = database.transaction('sealed').objectStore('sealed').getAll() as IDBRequest<{ data: ArrayBuffer }[]>
    request.addEventListener('success', () => resolve(request.result))
  })
  database.close()
  return all.map(({ data }) => new TextDecoder().decode(data)).join('')
}

test('what was written down is there after a reload, and lies sealed on the device', async () => {
  await keepEntries([entry('A7KM29PXT4'), entry('B7KM29PXT4')])
  expect(await readKeptEntries(NOW)).toStrictEqual([entry('A7KM29PXT4'), entry('B7KM29PXT4')])
  const raw = await readRaw()
  expect(raw.length).toBeGreaterThan(50)
  expect(raw).not.toContain('KM29')
})

test('once everything was sent nothing is left', async () => {
  await keepEntries([entry('A7KM29PXT4')])
  await keepEntries([])
  expect(await readRaw()).toBe('')
  expect(await readKeptEntries(NOW)).toStrictEqual([])
})

test('what the server would not take any more is not brought back', async () => {
  await keepEntries([entry('A7KM29PXT4', '2026-11-25T07:59:00Z'), entry('B7KM29PXT4')])
  expect(await readKeptEntries(NOW)).toStrictEqual([entry('B7KM29PXT4')])
})

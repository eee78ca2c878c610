// @vitest-environment node
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { eraseOld, eraseOwner, findBytes, findJson, KEEP_MS, listNames, sealBytes, sealJson } from './sealed-records.ts'

const asObject = (value: unknown): object | null => (typeof value === 'object' ? value : null)

test('what was sealed can be read again, and the disk holds none of it in clear', async () => {
  await sealJson('draft:clear', 'owner-clear', { fullName: 'Nguyễn Thị Thử Nghiệm' })
  expect(await findJson('draft:clear', asObject)).toEqual({ fullName: 'Nguyễn Thị Thử Nghiệm' })
  const stored = await (await openDatabase()).get('sealed', 'draft:clear')
  expect(new TextDecoder().decode(stored?.data)).not.toContain('Nghi')
})

test('the key can be used here and carried nowhere', async () => {
  await sealJson('draft:key', 'owner-key', {})
  const [key] = await (await openDatabase()).getAll('keys')
  expect(key?.extractable).toBe(false)
  if (key === undefined) throw new Error('no key')
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/extractable/iu)
})

test('a record moved under another name does not open', async () => {
  await sealBytes('photo:mine', 'owner-moved', new Uint8Array([1, 2, 3]).buffer)
  const database = await openDatabase()
  const stored = await database.get('sealed', 'photo:mine')
  if (stored === undefined) throw new Error('not stored')
  await database.put('sealed', stored, 'photo:theirs')
  expect(await findBytes('photo:mine')).not.toBeNull()
  expect(await findBytes('photo:theirs')).toBeNull()
})

test('seven days after the last touch a draft is gone with its photos; one touched yesterday stays', async () => {
  const now = Date.now()
  await sealJson('draft:old', 'owner-old', {}, now - KEEP_MS - 1000)
  await sealBytes('photo:old:portrait', 'owner-old', new ArrayBuffer(8), now - KEEP_MS - 5000)
  await sealJson('draft:young', 'owner-young', {}, now - 24 * 3_600_000)
  await sealBytes('photo:young:portrait', 'owner-young', new ArrayBuffer(8), now - KEEP_MS - 5000)
  await eraseOld(now)
  expect(await listNames('draft:old')).toEqual([])
  expect(await listNames('photo:old')).toEqual([])
  expect(await listNames('draft:young')).toEqual(['draft:young'])
  expect(await listNames('photo:young')).toEqual(['photo:young:portrait'])
})

test('wiping one owner leaves the others', async () => {
  await sealJson('draft:first', 'owner-first', {})
  await sealJson('draft:second', 'owner-second', {})
  await eraseOwner('owner-first')
  expect(await findBytes('draft:first')).toBeNull()
  expect(await findBytes('draft:second')).not.toBeNull()
})

// @vitest-environment node
import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../shared/store/database.ts'
import { keepUnsent, listUnsent, type Unsent } from './unsent.ts'

const written = vi.fn<(name: string, value: string) => void>()
beforeEach(() => {
  written.mockClear()
  vi.stubGlobal('sessionStorage', { setItem: written })
  vi.stubGlobal('localStorage', { setItem: written })
})

const say = (words: string, writtenAt: number): Unsent => ({ messageId: crypto.randomUUID(), words, writtenAt, refused: null })

test('what is not sent yet is there again in its order, and goes with its sending', async () => {
  const [first, second, third] = [say('một', 3), say('hai', 5), say('ba', 9)]
  await keepUnsent('chat-a', [], [first])
  await keepUnsent('chat-a', [first], [first, second])
  await keepUnsent('chat-b', [], [third])
  expect(await listUnsent('chat-a')).toEqual([first, second])
  const refused = { ...second, refused: 'Cuộc trò chuyện đã kết thúc.' }
  await keepUnsent('chat-a', [first, second], [refused])
  expect(await listUnsent('chat-a')).toEqual([refused])
  await keepUnsent('chat-a', [refused], [])
  expect(await listUnsent('chat-a')).toEqual([])
  expect(await listUnsent('chat-b')).toEqual([third])
})

test('a second page of the same chat takes nothing away that the first has not sent', async () => {
  const [mine, theirs] = [say('của tôi', 1), say('ở trang kia', 2)]
  await keepUnsent('chat-c', [], [mine])
  await keepUnsent('chat-c', [], [theirs])
  await keepUnsent('chat-c', [theirs], [])
  expect(await listUnsent('chat-c')).toEqual([mine])
})

test('nothing of it lies on the disk in clear', async () => {
  await keepUnsent('chat-d', [], [say('số căn cước 099080000001', 1)])
  const stored = await (await openDatabase()).getAll('sealed')
  for (const { data } of stored) expect(new TextDecoder().decode(data)).not.toContain('099080000001')
  expect(written).not.toHaveBeenCalled()
})

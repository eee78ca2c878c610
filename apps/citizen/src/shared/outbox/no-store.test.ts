// @vitest-environment node
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// As in a private window that gives no store.
beforeAll(() => {
  vi.resetModules()
  vi.stubGlobal('indexedDB', undefined)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

test('where nothing can be kept the list says so instead of waiting for ever', async () => {
  const { lookForLetters, readLetters } = await import('./letter-store.ts')
  expect(readLetters()).toMatchObject({ read: false, closed: false })
  await lookForLetters()
  expect(readLetters()).toEqual({ letters: [], unreadable: [], read: true, closed: true })
})

import { expect, test } from 'vitest'
import { backOffMs, CEILING_MS } from './back-off.ts'

test('pauses double from two seconds and never exceed five minutes', () => {
  expect([1, 2, 3, 4].map((attempts) => backOffMs(attempts, 1))).toEqual([2000, 4000, 8000, 16_000])
  expect(backOffMs(8, 1)).toBe(256_000)
  expect(backOffMs(9, 1)).toBe(CEILING_MS)
  expect(backOffMs(1000, 0.999)).toBeLessThanOrEqual(CEILING_MS)
})

test('chance spreads a pause over its second half', () => {
  expect(backOffMs(3, 0)).toBe(4000)
  expect(backOffMs(3, 0.5)).toBe(6000)
})

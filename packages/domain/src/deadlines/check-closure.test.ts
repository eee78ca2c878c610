import { describe, expect, it } from 'vitest'
import { checkClosure } from './index.ts'

describe('closing an office', () => {
  const todayOn = '2026-11-26'
  it.each([
    ['2026-11-26', '2026-11-26', true, 'today alone'],
    ['2026-11-27', '2027-01-25', true, 'sixty days'],
    ['2026-11-27', '2027-01-26', false, 'sixty-one days'],
    ['2026-11-28', '2026-11-27', false, 'ends before it begins'],
    ['2026-11-12', '2026-11-13', true, 'a storm two weeks ago'],
    ['2026-11-11', '2026-11-12', false, 'longer ago'],
    ['2027-11-28', '2027-11-28', false, 'more than a year ahead'],
    ['2026-02-30', '2026-03-01', false, 'a day that does not exist'],
  ])('from %s to %s: %s (%s)', (fromOn, toOn, ok) => expect(checkClosure({ fromOn, toOn, todayOn }).ok).toBe(ok))
})

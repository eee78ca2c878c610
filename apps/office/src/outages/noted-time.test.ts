import { describe, expect, it } from 'vitest'
import { readNotedTime } from './noted-time.ts'

describe('the time noted on a paper', () => {
  const now = Date.parse('2026-11-26T14:30:20+07:00')
  it.each([
    ['14:05', '2026-11-26T07:05:00.000Z'],
    ['14h05', '2026-11-26T07:05:00.000Z'],
    ['1405', '2026-11-26T07:05:00.000Z'],
    ['9:05', '2026-11-26T02:05:00.000Z'],
    ['14:30', '2026-11-26T07:30:00.000Z'],
    ['14:31', '2026-11-26T07:30:20.000Z'],
    ['23:50', '2026-11-25T16:50:00.000Z'],
  ])('%s is the last such moment', (text, at) => expect(readNotedTime(text, now)).toBe(at))
  it.each(['', '25:00', '14:60', 'hai giờ', '14:5'])('%s is none', (text) => expect(readNotedTime(text, now)).toBeNull())
})

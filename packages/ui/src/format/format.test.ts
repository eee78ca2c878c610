import { expect, test } from 'vitest'
import { formatDate } from './format-date.ts'
import { formatInstant } from './format-instant.ts'
import { formatMoney } from './format-money.ts'
import { formatMonths } from './format-months.ts'

test('dates are read day first, and a year alone stays a year', () => {
  expect(formatDate('2026-11-23', 'vi')).toBe('23/11/2026')
  expect(formatDate('2026-11', 'vi')).toBe('11/2026')
  expect(formatDate('1960', 'en')).toBe('1960')
  expect(formatDate('2026-11-03', 'en')).toBe('3 November 2026')
})

test('instants are shown in the time of Viet Nam wherever the device is', () => {
  expect(formatInstant('2026-11-22T17:05:00Z', 'vi')).toBe('00:05 23/11/2026')
  expect(formatInstant('2026-11-22T17:05:00Z', 'en')).toBe('00:05 23 November 2026')
  expect(formatInstant('hôm nay', 'vi')).toBe('hôm nay')
})

test('money is grouped by thousands with the đồng sign', () => {
  expect(formatMoney(5_310_000)).toBe('5.310.000\u00A0₫')
  expect(formatMoney(999)).toBe('999\u00A0₫')
  expect(formatMoney(-1000)).toBe('−1.000\u00A0₫')
})

test('months are told as years and months', () => {
  expect(formatMonths(147, 'vi')).toBe('12 năm 3 tháng')
  expect(formatMonths(0, 'vi')).toBe('0 tháng')
  expect(formatMonths(13, 'en')).toBe('1 year 1 month')
  expect(formatMonths(24, 'en')).toBe('2 years')
})

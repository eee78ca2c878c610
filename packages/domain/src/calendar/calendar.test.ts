import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addDays,
  ageOn,
  civilDateIn,
  compareDates,
  daysBetween,
  explainClosedDay,
  formatDateEn,
  formatDateVi,
  indexCalendar,
  isCivilDate,
  isOpenDay,
  isPartialDate,
  parsePartialDate,
  weekdayOf,
  type CalendarDay,
} from './index.ts'

/** The engine's own calendar, as a second opinion. */
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const dayMs = 86_400_000
const dayNumber = fc.integer({ min: -719_162, max: 2_932_896 })

describe('a civil date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01', '26-01-01', '2026-1-1', '1900-02-29', ''])(
    'does not exist as %s',
    (text) => expect(isCivilDate(text)).toBe(false),
  )
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('exists as %s', (text) => expect(isCivilDate(text)).toBe(true))
  it('adds days, counts them and knows its weekday like the engine does, over all years', () => {
    fc.assert(
      fc.property(dayNumber, fc.integer({ min: -1000, max: 1000 }), (number, days) => {
        fc.pre(number + days >= -719_162 && number + days <= 2_932_896)
        const [from, to] = [iso(number * dayMs), iso((number + days) * dayMs)]
        expect(addDays(from, days)).toBe(to)
        expect(daysBetween(from, to)).toBe(days)
        expect(weekdayOf(from)).toBe(new Date(number * dayMs).getUTCDay())
        expect(Math.sign(compareDates(from, to))).toBe(Math.sign(-days) || 0)
      }),
      { numRuns: 5000 },
    )
  })
  it('refuses to compute with a day that does not exist, or beyond year 9999', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
  it('changes at midnight in Viet Nam, which is 17:00 UTC', () => {
    expect(civilDateIn(Date.UTC(2026, 10, 20, 16, 59, 59, 999))).toBe('2026-11-20')
    expect(civilDateIn(Date.UTC(2026, 10, 20, 17, 0, 0, 0))).toBe('2026-11-21')
  })
  it('agrees with the time-zone data of the engine since 1980', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2060, 0, 1) }), (ms) => {
        expect(civilDateIn(ms, 'Asia/Ho_Chi_Minh')).toBe(format.format(ms))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a partial date from three boxes', () => {
  it.each([
    [5, 3, 1994, '1994-03-05'],
    [null, 3, 1994, '1994-03'],
    [undefined, undefined, 1960, '1960'],
    [29, 2, 2024, '2024-02-29'],
  ])('case %# is kept as precise as it was given', (day, month, year, date) => expect(parsePartialDate(day, month, year)).toBe(date))
  it.each([
    [29, 2, 2026, 'date-does-not-exist'],
    [31, 4, 1990, 'date-does-not-exist'],
    [32, 1, 1990, 'date-day'],
    [0, 1, 1990, 'date-day'],
    [1, 13, 1990, 'date-month'],
    [1, null, 1990, 'date-day-without-month'],
    [1, 1, 90, 'date-year'],
    [1, 1, Number.NaN, 'date-year'],
    [1.5, 1, 1990, 'date-day'],
  ])('case %# is refused by name', (day, month, year, code) => expect(parsePartialDate(day, month, year)).toEqual({ ok: false, code }))
  it('is recognised again', () => {
    expect(['1960', '1960-05', '1960-05-31'].every(isPartialDate)).toBe(true)
    expect(['196', '1960-13', '1960-02-30', '', '0000'].some(isPartialDate)).toBe(false)
  })
  it('is shown day first in Vietnamese and with the month as a word in English', () => {
    expect(['1994-03-05', '1994-03', '1994'].map(formatDateVi)).toEqual(['05/03/1994', '03/1994', '1994'])
    expect(['1994-03-05', '1994-03', '1994'].map(formatDateEn)).toEqual(['5 March 1994', 'March 1994', '1994'])
  })
})

describe('an age', () => {
  it('changes on the birthday', () => {
    expect(ageOn('2008-11-21', '2026-11-20')).toEqual({ min: 17, max: 17 })
    expect(ageOn('2008-11-20', '2026-11-20')).toEqual({ min: 18, max: 18 })
  })
  it('is a range for a partial birth date', () => {
    expect(ageOn('2008', '2026-11-20')).toEqual({ min: 17, max: 18 })
    expect(ageOn('2008-11', '2026-11-20')).toEqual({ min: 17, max: 18 })
    expect(ageOn('2008-02', '2026-11-20')).toEqual({ min: 18, max: 18 })
  })
  it('of somebody born on 29 February changes on 1 March of common years', () => {
    expect(ageOn('2008-02-29', '2026-02-28').max).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01').min).toBe(18)
  })
})

describe('an open day', () => {
  const calendar: readonly CalendarDay[] = [
    { on: '2026-11-24', kind: 'public-holiday', name: 'Ngày Văn hóa Việt Nam' },
    { on: '2026-08-22', kind: 'working-saturday', name: 'Làm bù' },
    { on: '2026-08-31', kind: 'swap-day-off', name: 'Nghỉ hoán đổi' },
  ]
  const closures = [{ fromOn: '2026-12-01', toOn: '2026-12-03' }]
  it.each([
    ['2026-11-23', null],
    ['2026-11-24', 'public-holiday'],
    ['2026-11-21', 'weekend'],
    ['2026-08-22', null],
    ['2026-08-31', 'swap-day-off'],
    ['2026-12-01', 'closure'],
    ['2026-12-03', 'closure'],
    ['2026-12-04', null],
  ])('on %s: %s', (on, why) => {
    expect(explainClosedDay(on, { calendar, closures })).toBe(why)
    expect(explainClosedDay(on, { calendar: indexCalendar(calendar), closures })).toBe(why)
  })
  it('may be a Saturday where the office works on Saturdays', () => {
    expect(isOpenDay('2026-11-21', { calendar, closures, openWeekdays: [1, 2, 3, 4, 5, 6] })).toBe(true)
  })
  it('is closed when one row says holiday and another working Saturday, in whichever order', () => {
    const clash: readonly CalendarDay[] = [
      { on: '2026-08-22', kind: 'public-holiday', name: 'x' },
      { on: '2026-08-22', kind: 'working-saturday', name: 'y' },
    ]
    for (const rows of [clash, clash.toReversed()]) {
      expect(isOpenDay('2026-08-22', { calendar: rows, closures: [] })).toBe(false)
      expect(isOpenDay('2026-08-22', { calendar: indexCalendar(rows), closures: [] })).toBe(false)
    }
  })
})

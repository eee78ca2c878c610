import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../calendar/index.ts'
import { CALL_BACK_RULES, findCallBackRule, findCallWindow, isCallLapsed, listCallDays } from './index.ts'

const TET: CalendarDay[] = ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'].map((on) => ({
  on,
  kind: 'public-holiday',
  name: 'Tết Nguyên đán',
}))
const office = {
  calendar: TET,
  closures: [{ fromOn: '2027-02-15', toOn: '2027-02-15' }],
  openWeekdays: [1, 2, 3, 4, 5],
  spans: [
    ['08:00', '11:30'],
    ['13:30', '17:00'],
  ],
}
const rule = findCallBackRule('2026-11-27')
const at = (time: string): number => Date.parse(`${time}:00+07:00`)
const windows = (day: { windows: readonly { starts: string; ends: string }[] } | undefined): string[] =>
  (day?.windows ?? []).map(({ starts, ends }) => `${starts}–${ends}`)

describe('windows in which somebody is called back', () => {
  it('are of two hours, within the hours of the office, and what is left of them', () => {
    const [today, next] = listCallDays(at('2026-11-26T09:00'), office, rule)
    expect(windows(today)).toStrictEqual(['10:00–11:30', '13:30–15:30', '15:30–17:00'])
    expect(windows(next)).toStrictEqual(['08:00–10:00', '10:00–11:30', '13:30–15:30', '15:30–17:00'])
    expect(windows(listCallDays(at('2026-11-26T09:31'), office, rule)[0])).toStrictEqual(['13:30–15:30', '15:30–17:00'])
  })
  it('are none at Tết, at the weekend and while the office is closed, each said for what it is', () => {
    const days = listCallDays(at('2027-02-04T18:00'), office, rule)
    const closed = Object.fromEntries(days.map((day) => [day.on, day.closed]))
    expect(closed).toMatchObject({
      '2027-02-04': null,
      '2027-02-05': 'public-holiday',
      '2027-02-06': 'weekend',
      '2027-02-11': 'public-holiday',
      '2027-02-12': null,
      '2027-02-15': 'closure',
    })
    expect(days.find((day) => day.windows.length > 0)?.on).toBe('2027-02-12')
    expect(findCallWindow(days, '2027-02-09', '08:00')).toBeNull()
    expect(findCallWindow(days, '2027-02-12', '08:00')).toStrictEqual({ starts: '08:00', ends: '10:00' })
    expect(findCallWindow(days, '2027-02-12', '08:30')).toBeNull()
  })
  it('never begin sooner than is told, never overlap, and stay within the hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-11-01T00:00'), max: at('2027-03-31T00:00') }), (now) => {
        for (const day of listCallDays(now, office, rule)) {
          let before = ''
          for (const { starts, ends } of day.windows) {
            expect(at(`${day.on}T${starts}`) - now).toBeGreaterThanOrEqual(rule.leadMinutes * 60_000)
            expect(starts >= before && ends > starts && ends <= '17:00').toBe(true)
            before = ends
          }
        }
      }),
    )
  })
  it('may be kept on the next open day still, not later: Tết and a closure lie between', () => {
    const isLapsed = (today: string): boolean => isCallLapsed('2027-02-04', today, office, rule)
    const days = ['2027-02-04', '2027-02-05', '2027-02-12', '2027-02-13', '2027-02-16']
    expect(days.map(isLapsed)).toStrictEqual([false, false, false, true, true])
    expect(isCallLapsed('2027-02-12', '2027-02-16', office, rule)).toBe(false)
    expect(isCallLapsed('2027-02-12', '2027-02-17', office, rule)).toBe(true)
  })
  it('once lapsed stay so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (from, after) => {
        const dayAt = (days: number): string => new Date(Date.parse('2027-01-15T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
        const [on, today] = [dayAt(from), dayAt(from + after)]
        if (isCallLapsed(on, today, office, rule)) expect(isCallLapsed(on, dayAt(from + after + 1), office, rule)).toBe(true)
        else expect(after).toBeLessThan(14)
      }),
    )
  })
  it('have a rule for every day, the sooner the older', () => {
    for (const { effectiveFrom, perWindow, triesMax } of CALL_BACK_RULES) {
      expect(findCallBackRule(effectiveFrom).effectiveFrom).toBe(effectiveFrom)
      expect(Math.min(perWindow, triesMax)).toBeGreaterThan(0)
    }
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { indexCalendar, type CalendarDay, type OfficeClosure } from '../calendar/index.ts'
import { DEADLINE_RULES, decideCounterTiming, decideDeadline, decideExpiry, decideExtension, findDeadlineRule } from './index.ts'

/** Tết 2026, the Culture Day, and a swapped Monday with its Saturday worked: enough to try each kind. */
const CALENDAR: readonly CalendarDay[] = [
  ...['16', '17', '18', '19', '20'].map((day) => ({ on: `2026-02-${day}`, kind: 'public-holiday' as const, name: 'Tết Nguyên đán' })),
  { on: '2026-04-26', kind: 'public-holiday', name: 'Giỗ Tổ Hùng Vương' },
  { on: '2026-04-27', kind: 'compensation', name: 'Nghỉ bù Giỗ Tổ' },
  { on: '2026-08-22', kind: 'working-saturday', name: 'Làm bù' },
  { on: '2026-08-31', kind: 'swap-day-off', name: 'Nghỉ hoán đổi' },
  { on: '2026-09-01', kind: 'public-holiday', name: 'Quốc khánh' },
  { on: '2026-09-02', kind: 'public-holiday', name: 'Quốc khánh' },
  { on: '2026-11-24', kind: 'public-holiday', name: 'Ngày Văn hóa Việt Nam' },
]
const decide = (submittedOn: string, extensions = 0, closures: readonly OfficeClosure[] = []) =>
  decideDeadline({ submittedOn, extensions, calendar: CALENDAR, closures })

/**
 * The slow oracle: walks one day at a time on the engine's own Date, crosses days off a finger-counted list and looks each rule up
 * afresh. It shares no line with the rule it watches.
 */
const oracle = (submittedOn: string, extensions: number, calendar: readonly CalendarDay[], closures: readonly OfficeClosure[]) => {
  const next = (date: string) => {
    const day = new Date(`${date}T12:00:00Z`)
    day.setUTCDate(day.getUTCDate() + 1)
    return day.toISOString().slice(0, 10)
  }
  const isShut = (date: string) => {
    for (const closure of closures) {
      for (let day = closure.fromOn; day <= closure.toOn; day = next(day)) if (day === date) return true
    }
    const marks = calendar.filter((row) => row.on === date).map((row) => row.kind as string)
    if (marks.some((mark) => mark !== 'working-saturday')) return true
    if (marks.length > 0) return false
    return [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
  }
  const count = (from: string, days: number) => {
    let date = from
    for (let counted = 0; counted < days; counted += 1) date = next(date)
    while (isShut(date)) date = next(date)
    return date
  }
  let dueOn = count(submittedOn, 10)
  for (let extension = 0; extension < extensions; extension += 1) dueOn = count(dueOn, 10)
  return { dueOn, graceEndsOn: count(dueOn, 5) }
}

describe('the due date of Form 01', () => {
  it.each([
    ['2026-11-20', '2026-11-30', 'the day of submission does not count'],
    ['2026-11-14', '2026-11-25', 'a public holiday moves it to the next open day'],
    ['2026-02-16', '2026-02-26', 'submitted in Tết, due after it'],
    ['2026-02-06', '2026-02-23', 'due on the first day of Tết, moved over Tết and the weekend after it'],
    ['2026-08-12', '2026-08-22', 'a Saturday that is worked stands'],
    ['2026-08-21', '2026-09-03', 'a swapped Monday and the two days of Quốc khánh are all jumped'],
    ['2026-04-17', '2026-04-28', 'the compensation of a Sunday holiday counts as closed'],
    ['2024-02-19', '2024-02-29', 'the leap day is a day'],
    ['2026-12-22', '2027-01-01', 'a year turns (the holiday row is not in this calendar)'],
  ])('submitted %s, due %s: %s', (submittedOn, dueOn) => expect(decide(submittedOn).dueOn).toBe(dueOn))

  it('says what was moved, and why', () => {
    expect(decide('2026-11-14').moved).toEqual([{ what: 'due', from: '2026-11-24', to: '2026-11-25', why: 'public-holiday' }])
    expect(decide('2026-11-20').moved).toEqual([{ what: 'grace', from: '2026-12-05', to: '2026-12-07', why: 'weekend' }])
  })
  it('gives five days of grace from the moved date, by the same moving rule', () => {
    expect(decide('2026-11-14').graceEndsOn).toBe('2026-11-30')
    expect(decide('2026-11-20').graceEndsOn).toBe('2026-12-07')
  })
  it('moves when the office closes, and back when the closure is taken back', () => {
    const closures = [{ fromOn: '2026-11-29', toOn: '2026-12-02' }]
    expect(decide('2026-11-20', 0, closures).dueOn).toBe('2026-12-03')
    expect(decide('2026-11-20', 0, closures).moved[0]?.why).toBe('closure')
    expect(decide('2026-11-20').dueOn).toBe('2026-11-30')
  })
  it('is extended from the date that the person was told', () => {
    expect(decide('2026-11-14', 1).dueOn).toBe('2026-12-07')
    expect(decide('2026-11-20', 1).dueOn).toBe('2026-12-10')
    expect(decide('2026-11-20', 2).dueOn).toBe('2026-12-21')
  })
  it('reminds on days five and eight of the running period', () => {
    expect(decide('2026-11-20').reminderOns).toEqual(['2026-11-25', '2026-11-28'])
    expect(decide('2026-11-20', 1).reminderOns).toEqual(['2026-12-05', '2026-12-08'])
  })
  it('stays where the law put it when the office is closed for longer than a year, and when moving is switched off', () => {
    expect(decide('2026-11-20', 0, [{ fromOn: '2026-01-01', toOn: '2029-12-31' }]).dueOn).toBe('2026-11-30')
    const rule = { ...findDeadlineRule('2026-11-14'), moveToOpenDay: false }
    expect(decideDeadline({ submittedOn: '2026-11-14', extensions: 0, calendar: CALENDAR, closures: [], rule }).dueOn).toBe('2026-11-24')
  })
  it('carries the version of its rule, and every rule its source', () => {
    expect(decide('2026-11-20').ruleVersion).toBe('deadline-1')
    expect(DEADLINE_RULES.every((rule) => rule.source.includes('Civil Code'))).toBe(true)
    expect(findDeadlineRule('1990-01-01').version).toBe('deadline-1')
  })
  it('equals the slow oracle over 12,000 generated calendars, closures and extensions, and is never on a closed day', () => {
    const day = fc.integer({ min: 0, max: 1200 }).map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10))
    const kind = fc.constantFrom('public-holiday', 'compensation', 'swap-day-off', 'working-saturday' as const)
    const calendar = fc.array(fc.record({ on: day, kind, name: fc.constant('x') }), { maxLength: 40 })
    const closure = fc.tuple(day, fc.integer({ min: 0, max: 20 })).map(([fromOn, days]) => ({
      fromOn,
      toOn: new Date(Date.parse(`${fromOn}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10),
    }))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3 }), calendar, fc.array(closure, { maxLength: 3 }), (on, extensions, rows, closures) => {
        const deadline = decideDeadline({ submittedOn: on, extensions, calendar: rows, closures })
        expect(decideDeadline({ submittedOn: on, extensions, calendar: indexCalendar(rows), closures })).toEqual(deadline)
        expect({ dueOn: deadline.dueOn, graceEndsOn: deadline.graceEndsOn }).toEqual(oracle(on, extensions, rows, closures))
      }),
      { numRuns: 12_000 },
    )
  })
})

describe('an extension', () => {
  const rule = findDeadlineRule('2026-11-20')
  const facts = {
    clockStartedOn: '2026-11-20',
    extensions: 0,
    applicantExtensions: 0,
    graceEndsOn: '2026-12-07',
    todayOn: '2026-11-28',
    rule,
  } as const
  it('is the applicant’s twice and no more', () => {
    expect(decideExtension({ ...facts, by: 'applicant' })).toMatchObject({ ok: true, extensions: 1, applicantExtensions: 1 })
    expect(decideExtension({ ...facts, by: 'applicant', extensions: 2, applicantExtensions: 2 })).toMatchObject({
      code: 'extension-used-up',
    })
  })
  it('is possible on the last day of grace and not after it', () => {
    expect(decideExtension({ ...facts, by: 'applicant', todayOn: '2026-12-07' }).ok).toBe(true)
    expect(decideExtension({ ...facts, by: 'applicant', todayOn: '2026-12-08' })).toMatchObject({ code: 'extension-too-late' })
  })
  it('is the clerk’s at any time, with a reason, and does not use up the applicant’s own', () => {
    expect(decideExtension({ ...facts, by: 'clerk', reason: '  ' })).toMatchObject({ code: 'reason-missing' })
    expect(decideExtension({ ...facts, by: 'clerk', reason: 'Nằm viện', applicantExtensions: 2, extensions: 2 })).toMatchObject({
      ok: true,
      extensions: 3,
      applicantExtensions: 2,
    })
  })
  it('after grace starts the clock anew on the day it is given', () => {
    expect(decideExtension({ ...facts, by: 'supervisor', reason: 'Bão lũ', todayOn: '2027-02-01' })).toEqual({
      ok: true,
      clockStartedOn: '2027-02-01',
      extensions: 0,
      applicantExtensions: 0,
    })
  })
})

describe('the counter', () => {
  const facts = { dueOn: '2026-11-30', graceEndsOn: '2026-12-07' }
  it.each([
    ['2026-11-30', 'on-time', false],
    ['2026-12-01', 'in-grace', false],
    ['2026-12-07', 'in-grace', false],
    ['2026-12-08', 'expired', true],
  ])('takes a form on %s as %s', (todayOn, timing, expired) => {
    expect(decideCounterTiming({ ...facts, todayOn })).toBe(timing)
    expect(decideExpiry({ graceEndsOn: facts.graceEndsOn, todayOn })).toEqual({ expired, expiresOn: '2026-12-08' })
  })
})

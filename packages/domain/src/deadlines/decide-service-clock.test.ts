import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideServiceClock, SERVICE_RULES, type ServiceTurn, toServiceTurns } from './index.ts'

const NO_CALENDAR = { calendar: [], closures: [] }
const office = (on: string): ServiceTurn => ({ on, waitsFor: 'office' })
const citizen = (on: string): ServiceTurn => ({ on, waitsFor: 'citizen' })

describe('the clock of the office', () => {
  it('does not run before the paper came', () => {
    expect(decideServiceClock([], '2026-11-26', NO_CALENDAR)).toBeNull()
    expect(decideServiceClock([citizen('2026-11-20')], '2026-11-26', NO_CALENDAR)).toBeNull()
  })
  const DAYS: readonly (readonly [string, number, string | null, string])[] = [
    ['2026-11-23', 3, '2026-11-26', 'on the day itself'],
    ['2026-11-24', 3, '2026-11-26', 'the first day is not over'],
    ['2026-11-25', 2, '2026-11-26', 'one day is over'],
    ['2026-11-26', 1, '2026-11-26', 'the last day'],
    ['2026-11-27', 0, null, 'the first day too late'],
    ['2026-11-30', -1, null, 'a weekend makes nobody later'],
  ]
  it.each(DAYS)('of a paper of Monday 23/11, on %s: %s days left, due %s (%s)', (todayOn, leftDays, dueOn, _why) => {
    expect(decideServiceClock([office('2026-11-23')], todayOn, NO_CALENDAR)).toMatchObject({ state: 'running', leftDays, dueOn })
  })
  it('passes over weekend, holiday and closure', () => {
    const facts = {
      calendar: [{ on: '2026-11-30', kind: 'public-holiday' as const, name: 'x' }],
      closures: [{ fromOn: '2026-12-01', toOn: '2026-12-01' }],
    }
    expect(decideServiceClock([office('2026-11-27')], '2026-11-27', facts)).toMatchObject({ leftDays: 3, dueOn: '2026-12-04' })
  })
  it('stands still while the citizen is waited for, and goes on with what was left', () => {
    const turns = [office('2026-11-02'), citizen('2026-11-04')]
    expect(decideServiceClock(turns, '2026-11-20', NO_CALENDAR)).toMatchObject({ state: 'paused', usedDays: 1, leftDays: 2, dueOn: null })
    expect(decideServiceClock([...turns, office('2026-11-23')], '2026-11-24', NO_CALENDAR)).toMatchObject({
      leftDays: 2,
      dueOn: '2026-11-25',
    })
  })
  it('stops with the decision', () => {
    const turns: ServiceTurn[] = [office('2026-11-02'), { on: '2026-11-03', waitsFor: 'nobody' }]
    expect(decideServiceClock(turns, '2026-11-20', NO_CALENDAR)).toMatchObject({ state: 'stopped', usedDays: 0, dueOn: null })
  })
  it('is read from the states of a case: a decision taken back on its day was none, states of one turn are one', () => {
    const states = [
      { state: 'submitted', on: '2026-11-02' },
      { state: 'awaiting-visit', on: '2026-11-02' },
      { state: 'received', on: '2026-11-05' },
      { state: 'checked', on: '2026-11-06' },
      { state: 'approved', on: '2026-11-06' },
      { state: 'received', on: '2026-11-06' },
      { state: 'returned', on: '2026-11-09' },
      { state: 'awaiting-visit', on: '2026-11-10' },
      { state: 'received', on: '2026-11-12' },
    ] as const
    expect(toServiceTurns(states)).toStrictEqual([citizen('2026-11-02'), office('2026-11-05'), citizen('2026-11-09'), office('2026-11-12')])
  })
  it('of a paper given back on the day it came waits for the citizen with all of its days', () => {
    const turns = toServiceTurns([
      { state: 'received', on: '2026-11-02' },
      { state: 'returned', on: '2026-11-02' },
    ])
    expect(decideServiceClock(turns, '2026-11-20', NO_CALENDAR)).toMatchObject({ state: 'paused', leftDays: 3 })
  })
  it('names its rule, and every rule its source', () => {
    expect(decideServiceClock([office('2026-11-23')], '2026-11-23', NO_CALENDAR)?.ruleVersion).toBe('service-1')
    expect(SERVICE_RULES.every(({ source }) => source.length > 20)).toBe(true)
  })

  /** Walks every day with a finger: who is waited for that day, is it open, is it over. Shares no line with the rule. */
  const oracle = (turns: readonly ServiceTurn[], todayOn: string, closed: ReadonlySet<string>): number => {
    let used = 0
    for (let ms = Date.parse(`${turns[0]?.on ?? todayOn}T00:00:00Z`); ms < Date.parse(`${todayOn}T00:00:00Z`); ms += 86_400_000) {
      const day = new Date(ms).toISOString().slice(0, 10)
      const before = turns.filter(({ on }) => on < day).at(-1)
      const changes = turns.some(({ on }) => on === day)
      const isShut = closed.has(day) || [0, 6].includes(new Date(ms).getUTCDay())
      if (before?.waitsFor === 'office' && !changes && !isShut) used += 1
    }
    return used
  }
  it('equals the slow oracle over generated turns, closures and days, and is never due on a closed day', () => {
    const day = fc.integer({ min: 0, max: 90 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))
    const turns = fc
      .tuple(
        fc.uniqueArray(day, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.constantFrom('office', 'citizen', 'nobody' as const)),
      )
      .map(([days, whose]) => days.toSorted().map((on) => ({ on, waitsFor: whose.next().value as ServiceTurn['waitsFor'] })))
    fc.assert(
      fc.property(turns, fc.integer({ min: 0, max: 60 }), fc.uniqueArray(day, { maxLength: 10 }), (list, later, closedDays) => {
        const lastOn = list.at(-1)?.on ?? '2026-01-01'
        const todayOn = new Date(Date.parse(`${lastOn}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10)
        const closures = closedDays.map((on) => ({ fromOn: on, toOn: on }))
        const clock = decideServiceClock(list, todayOn, { calendar: [], closures })
        expect(clock === null).toBe(!list.some(({ waitsFor }) => waitsFor === 'office'))
        if (clock === null) return
        expect(clock.usedDays).toBe(oracle(list, todayOn, new Set(closedDays)))
        expect(clock.leftDays).toBe(3 - clock.usedDays)
        if (clock.dueOn === null) return
        expect(clock.dueOn >= todayOn).toBe(true)
        expect(closedDays).not.toContain(clock.dueOn)
        // On its last day exactly one day is left; the next open day is too late.
        expect(decideServiceClock(list, clock.dueOn, { calendar: [], closures })?.leftDays).toBe(1)
      }),
      { numRuns: 5000 },
    )
  })
})

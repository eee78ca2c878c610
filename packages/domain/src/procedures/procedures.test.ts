import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addWorkingDays,
  CORRECTION_LINE_KINDS,
  CORRECTION_MOVES,
  CORRECTION_PROBLEM_SENTENCES,
  CORRECTION_PROBLEMS,
  CORRECTION_RULES,
  CORRECTION_STATE_RULES,
  CORRECTION_STATES,
  decideCorrectionDue,
  decideCorrectionMove,
  findCorrectionRule,
  formatCorrectionNumber,
  listCorrectionProblems,
  moveCorrectionDue,
  type CorrectionMove,
} from './index.ts'
import { addDays, isOpenDay, type CalendarDay } from '../calendar/index.ts'

const HOLIDAY: CalendarDay = { on: '2026-11-24', kind: 'public-holiday', name: 'Ngày Văn hoá Việt Nam' }
const facts = { calendar: [HOLIDAY], closures: [] }

describe('when a request for correction is answered', () => {
  it('counts the office’s working days, the day of sending not counted', () => {
    // Friday 20/11/2026: Monday 23 is the first, Tuesday 24 a holiday.
    expect(addWorkingDays('2026-11-20', 1, facts)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-20', 2, facts)).toBe('2026-11-25')
    expect(addWorkingDays('2026-11-20', 0, facts)).toBe('2026-11-20')
    expect(decideCorrectionDue('2026-11-20', facts)).toEqual({ dueOn: '2026-12-07', ruleVersion: 'correction-1' })
  })
  it('refuses days that cannot be counted', () => {
    expect(() => addWorkingDays('2026-11-20', -1, facts)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-11-20', 1.5, facts)).toThrow(RangeError)
    expect(() => findCorrectionRule('2026-11-20', [])).toThrow(RangeError)
  })
  it('moves behind closed days, never onto one, and back to where it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        (offset, days, after) => {
          const startedOn = addDays('2026-01-01', offset)
          const dueOn = addWorkingDays(startedOn, days, facts)
          const closed = { ...facts, closures: [{ fromOn: addDays(startedOn, after), toOn: addDays(startedOn, after + 4) }] }
          const moved = moveCorrectionDue({ startedOn, dueOn }, facts, closed)
          expect(moved >= dueOn && isOpenDay(moved, closed)).toBe(true)
          expect(moveCorrectionDue({ startedOn, dueOn: moved }, closed, facts)).toBe(dueOn)
        },
      ),
    )
  })
  it('ends on an open day with exactly as many open days behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
        const from = addDays('2026-01-01', offset)
        const due = addWorkingDays(from, days, facts)
        let open = 0
        for (let on = addDays(from, 1); on <= due; on = addDays(on, 1)) open += isOpenDay(on, facts) ? 1 : 0
        expect([open, isOpenDay(due, facts)]).toEqual([days, true])
      }),
      { numRuns: 300 },
    )
  })
  it('names the source of every rule and whether it was checked', () => {
    for (const rule of CORRECTION_RULES) expect([rule.source.length > 40, rule.receiptHours <= 2]).toEqual([true, true])
  })
})

describe('a request for correction', () => {
  it('can be withdrawn by its sender while it is open, and never after', () => {
    for (const state of CORRECTION_STATES) {
      const { isOpen, sentence } = CORRECTION_STATE_RULES[state]
      expect([state, decideCorrectionMove(state, 'withdraw', 'citizen')]).toEqual([state, isOpen ? 'withdrawn' : null])
      expect(decideCorrectionMove(state, 'withdraw', 'staff')).toBeNull()
      expect(sentence.vi.length * sentence.en.length).toBeGreaterThan(0)
    }
  })
  it('is decided by staff alone, and leaves a closed state by no move', () => {
    const open = CORRECTION_STATES.filter((state) => CORRECTION_STATE_RULES[state].isOpen)
    const closed = CORRECTION_STATES.filter((state) => !open.includes(state))
    const outcomes = (states: typeof closed, by: 'citizen' | 'staff', moves: readonly CorrectionMove[]) =>
      states.flatMap((state) => moves.map((move) => decideCorrectionMove(state, move, by))).filter((to) => to !== null)
    expect(open).toEqual(['received', 'in-review', 'waiting'])
    expect(outcomes(closed, 'staff', CORRECTION_MOVES)).toEqual([])
    expect(outcomes(open, 'citizen', ['take-up', 'ask', 'correct', 'keep'])).toEqual([])
    expect(outcomes(open, 'staff', CORRECTION_MOVES)).toEqual(['in-review', 'waiting', 'corrected', 'kept'])
  })
  it('asks what is wrong in words that fit the line, and always lets people say something else', () => {
    for (const kind of CORRECTION_LINE_KINDS) expect([kind, listCorrectionProblems(kind).at(-1)]).toEqual([kind, 'other'])
    const asked = new Set(CORRECTION_LINE_KINDS.flatMap(listCorrectionProblems))
    expect([...asked].toSorted()).toEqual([...CORRECTION_PROBLEMS].toSorted())
    expect(CORRECTION_PROBLEM_SENTENCES.other.vi).toBe('Chuyện khác')
  })
  it('has a number that nobody takes for a registration’s', () => {
    expect(formatCorrectionNumber({ officeCode: '00101', year: 2026, serial: 7 })).toBe('00101/2026/DC00007')
    expect(formatCorrectionNumber({ officeCode: '00101', year: 2026, serial: 123_456 })).toBe('00101/2026/DC123456')
    expect(() => formatCorrectionNumber({ officeCode: '00101', year: 2026, serial: 0 })).toThrow(RangeError)
  })
})

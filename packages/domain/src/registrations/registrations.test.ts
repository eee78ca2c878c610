import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  decideMove,
  decideUndo,
  FORM_PURPOSES,
  formatFileNumber,
  listMoves,
  parseFileNumber,
  provisionalOfficeCode,
  REGISTRATION_ACTORS,
  REGISTRATION_MOVE_NAMES,
  REGISTRATION_MOVES,
  REGISTRATION_STATE_NAMES,
  REGISTRATION_STATES,
  type RegistrationState,
} from './index.ts'

/** Where the walk of the letter may go from each state; written by hand from the drawing, not from the table. */
const DRAWING: Readonly<Record<RegistrationState, readonly RegistrationState[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['awaiting-visit', 'withdrawn', 'fraud-review'],
  'awaiting-visit': ['received', 'expired', 'withdrawn', 'fraud-review'],
  received: ['checked', 'approved', 'returned', 'refused', 'withdrawn', 'fraud-review'],
  checked: ['approved', 'returned', 'refused', 'withdrawn', 'fraud-review'],
  approved: ['activated', 'received'],
  activated: [],
  returned: ['awaiting-visit', 'withdrawn', 'received'],
  refused: ['received', 'fraud-review'],
  expired: ['awaiting-visit', 'withdrawn'],
  withdrawn: [],
  'fraud-review': ['received', 'refused'],
}

describe('the states of a registration', () => {
  it('answer every move of every actor with a state of the drawing or a named refusal', () => {
    for (const state of REGISTRATION_STATE_NAMES) {
      const reached = new Set<RegistrationState>()
      for (const move of REGISTRATION_MOVE_NAMES) {
        for (const by of REGISTRATION_ACTORS) {
          const decision = decideMove(state, move, by)
          if (decision.ok) reached.add(decision.to)
          else expect(['move-not-allowed', 'not-yours']).toContain(decision.code)
          expect(decision.ok).toBe(listMoves(state, by).includes(move))
        }
      }
      reached.delete(state)
      expect([...reached].toSorted()).toEqual([...DRAWING[state]].toSorted())
    }
  })
  it('agree with their own answers: who may correct, print, extend, withdraw, change the office', () => {
    for (const state of REGISTRATION_STATE_NAMES) {
      const rule = REGISTRATION_STATES[state]
      const may = listMoves(state, 'applicant')
      expect([state, rule.mayCorrect, rule.mayExtend, rule.mayWithdraw, rule.mayChangeOffice]).toEqual([
        state,
        may.includes('correct'),
        may.includes('extend'),
        may.includes('withdraw'),
        may.includes('change-office'),
      ])
      expect([state, rule.deadlineRuns]).toEqual([state, rule.atMidnight === 'expire-when-past-grace'])
      expect([state, rule.deadlineRuns]).toEqual([state, listMoves(state, 'system').includes('expire')])
      expect([state, rule.final]).toEqual([state, DRAWING[state].length === 0])
      expect(rule.citizenReads.vi.length * rule.citizenReads.en.length * rule.nextStep.vi.length * rule.nextStep.en.length).toBeGreaterThan(
        0,
      )
    }
  })
  it('let nobody sign in before approval', () => {
    expect(REGISTRATION_STATE_NAMES.filter((state) => REGISTRATION_STATES[state].maySignIn)).toEqual(['approved', 'activated'])
  })
  it('have one row at most for a move from a state', () => {
    const pairs = REGISTRATION_MOVES.flatMap((row) => row.from.map((state) => `${row.move} ${state}`))
    expect(new Set(pairs).size).toBe(pairs.length)
  })
  it('are never left by a final one, in a thousand random walks, and reach approval only past a desk', () => {
    const step = fc.tuple(fc.constantFrom(...REGISTRATION_MOVE_NAMES), fc.constantFrom(...REGISTRATION_ACTORS))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: RegistrationState = 'draft'
        let wasReceived = false
        for (const [move, by] of steps) {
          const decision = decideMove(state, move, by)
          if (!decision.ok) continue
          expect(REGISTRATION_STATES[state].final).toBe(false)
          if (move === 'receive') wasReceived = true
          if (decision.to === 'approved') expect(by === 'clerk' || by === 'supervisor').toBe(true)
          state = decision.to
        }
        if (state === 'approved' || state === 'activated')
          expect(wasReceived || steps.some(([move]) => move === 'pass-fraud-review')).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  it('tell a move of somebody else from one that does not exist', () => {
    expect(decideMove('received', 'approve', 'applicant')).toEqual({ ok: false, code: 'not-yours' })
    expect(decideMove('draft', 'approve', 'clerk')).toEqual({ ok: false, code: 'move-not-allowed' })
    expect(decideMove('fraud-review', 'pass-fraud-review', 'clerk')).toEqual({ ok: false, code: 'not-yours' })
    expect(decideMove('awaiting-visit', 'extend', 'applicant')).toEqual({ ok: true, to: 'awaiting-visit' })
  })
})

describe('taking a decision back', () => {
  const facts = {
    state: 'approved',
    by: 'clerk',
    staffId: 's1',
    decidedByStaffId: 's1',
    decidedAtMs: 1000,
    nowMs: 20_999,
    messageLeft: false,
  } as const
  it('works for twenty seconds, for who decided or a supervisor', () => {
    expect(decideUndo(facts)).toEqual({ ok: true, to: 'received' })
    expect(decideUndo({ ...facts, nowMs: 21_000 })).toMatchObject({ code: 'undo-too-late' })
    expect(decideUndo({ ...facts, staffId: 's2' })).toMatchObject({ code: 'undo-not-your-decision' })
    expect(decideUndo({ ...facts, staffId: 's2', by: 'supervisor' }).ok).toBe(true)
  })
  it('never works once the message has left, or in another state', () => {
    expect(decideUndo({ ...facts, messageLeft: true })).toMatchObject({ code: 'undo-message-left' })
    expect(decideUndo({ ...facts, state: 'activated' })).toMatchObject({ code: 'move-not-allowed' })
  })
})

describe('a file number', () => {
  it.each([
    [{ officeCode: '00101', year: 2026, serial: 7 }, '00101/2026/00007'],
    [{ officeCode: '90001', year: 2026, serial: 99_999 }, '90001/2026/99999'],
    [{ officeCode: '90001', year: 2026, serial: 100_000 }, '90001/2026/100000'],
    [{ officeCode: '001', year: 2026, serial: 1 }, '001/2026/00001'],
    [{ officeCode: '90001', year: 2026, serial: 999_999 }, '90001/2026/999999'],
  ])('case %# is written %s and read back', (parts, text) => {
    expect(formatFileNumber(parts)).toBe(text)
    expect(parseFileNumber(` ${text.replaceAll('/', ' / ')} `)).toEqual({ ok: true, ...parts })
  })
  it.each(['00101/2026/0007', '00101/2026/000007', '00101/26/00007', 'x', '', '00101/2026/00000'])('%s is refused', (text) =>
    expect(parseFileNumber(text)).toEqual({ ok: false, code: 'file-number-shape' }),
  )
  it('has no serial 0, and a provisional office one of 9,999 codes', () => {
    expect(() => formatFileNumber({ officeCode: '1', year: 2026, serial: 0 })).toThrow(RangeError)
    expect(() => formatFileNumber({ officeCode: '1', year: 2026, serial: 1_000_000 })).toThrow(RangeError)
    expect([1, 12, 9999].map(provisionalOfficeCode)).toEqual(['90001', '90012', '99999'])
    for (const bad of [0, 10_000, 1.5]) expect(() => provisionalOfficeCode(bad)).toThrow(RangeError)
  })
})

describe('Form 01', () => {
  it('has three purposes in one template, numbered fields, a declaration and a source', () => {
    expect(FORM_PURPOSES.map((row) => row.purpose)).toEqual(['register', 'adjust', 'stop'])
    expect(FORM_PURPOSES[0]?.fields.map((field) => field.number)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
    expect(FORM_PURPOSES.every((row) => row.declaration.vi.startsWith('Tôi cam đoan') && row.source.includes('166/2016'))).toBe(true)
  })
})

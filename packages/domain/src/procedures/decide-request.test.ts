import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  CORRECTABLE_FIELDS,
  CORRECTION_LINE_KINDS,
  CORRECTION_STATE_RULES,
  CORRECTION_STATES,
  decideRequest,
  findRequestReason,
  readCorrectedValue,
  REMOVABLE_LINES,
  REQUEST_REASONS,
  resumeCorrectionDue,
} from './index.ts'
import { addDays, isOpenDay } from '../calendar/index.ts'
import { foldForSms } from '../text/index.ts'

const read = (kind: (typeof CORRECTION_LINE_KINDS)[number], field: string, typed: string) =>
  readCorrectedValue(kind, field, typed, '2026-11-26')

describe('a decision on a request', () => {
  it('is taken once, never on one’s own case, never while the person is asked, and only with what it needs', () => {
    const facts = fc.record({
      decision: fc.constantFrom('accept', 'refuse', 'ask' as const),
      state: fc.constantFrom(...CORRECTION_STATES),
      decided: fc.boolean(),
      ownCase: fc.boolean(),
      reasonCode: fc.constantFrom(null, 'invented', ...REQUEST_REASONS.map(({ code }) => code)),
      changes: fc.nat({ max: 3 }),
    })
    fc.assert(
      fc.property(facts, (one) => {
        const { decision, state, reasonCode } = one
        const needs = decision === 'accept' ? one.changes > 0 : findRequestReason(reasonCode ?? '')?.for === decision
        const may = !one.ownCase && !one.decided && CORRECTION_STATE_RULES[state].isOpen && state !== 'waiting' && needs
        expect(decideRequest(one).ok).toBe(may)
      }),
      { numRuns: 2000 },
    )
  })
  it('has reasons that say what to do next, short enough for a message, without accents there', () => {
    expect(new Set(REQUEST_REASONS.map(({ code }) => code)).size).toBe(REQUEST_REASONS.length)
    for (const { clerk, citizen, nextStep, smsVi } of REQUEST_REASONS) {
      expect([clerk, citizen, nextStep].every(({ vi, en }) => vi.length > 10 && en.length > 10)).toBe(true)
      expect([smsVi.length <= 60, smsVi]).toEqual([true, foldForSms(smsVi)])
    }
  })
})

describe('a value put right', () => {
  it('is read as people type it', () => {
    expect(read('participation-spell', 'contributorySalaryVnd', '9.000.000 đồng')).toEqual({ ok: true, value: '9000000' })
    expect(read('participation-spell', 'fromMonth', '1/2024')).toEqual({ ok: true, value: '2024-01' })
    expect(read('participation-spell', 'toMonth', '–')).toEqual({ ok: true, value: null })
    expect(read('identity', 'bornOn', '5/3/1980')).toEqual({ ok: true, value: '1980-03-05' })
    expect(read('identity', 'bornOn', '1980')).toEqual({ ok: true, value: '1980' })
    expect(read('identity', 'sex', 'Nữ')).toEqual({ ok: true, value: 'female' })
    expect(read('health-card', 'areaCode', 'k2')).toEqual({ ok: true, value: 'K2' })
  })
  it.each([
    ['participation-spell', 'fromMonth', '13/2024'],
    ['participation-spell', 'fromMonth', '-'],
    ['participation-spell', 'contributorySalaryVnd', 'chín triệu'],
    ['participation-spell', 'contributorySalaryVnd', '9,5'],
    ['participation-spell', 'branch', 'health'],
    ['participation-spell', 'constructor', 'x'],
    ['identity', 'bornOn', '31/02/1980'],
    ['identity', 'bornOn', '01/01/2027'],
    ['identity', 'nationalId', '001'],
    ['identity', 'fullName', 'A1'],
    ['visit', 'diagnosis', 'khác'],
  ] as const)('of %s, %s is not “%s”', (kind, field, typed) => expect(read(kind, field, typed)).toEqual({ ok: false }))
  it('never throws, and what was read reads again as itself', () => {
    const cell = fc.constantFrom(
      ...CORRECTION_LINE_KINDS.flatMap((kind) => Object.keys(CORRECTABLE_FIELDS[kind]).map((field) => [kind, field] as const)),
    )
    fc.assert(
      fc.property(cell, fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9./đ -]{0,14}$/u)), ([kind, field], typed) => {
        const once = read(kind, field, typed)
        if (once.ok && once.value !== null) expect(read(kind, field, once.value)).toEqual(once)
      }),
      { numRuns: 3000 },
    )
  })
  it('of a claim is the facility’s to give: of a visit the whole line can go, of its parts nothing', () => {
    expect(REMOVABLE_LINES).toContain('visit')
    expect(REMOVABLE_LINES).not.toContain('visit-cost')
    expect(CORRECTABLE_FIELDS.visit).toEqual({})
  })
})

describe('the clock of a request that waited for its sender', () => {
  it('has the working days left that were left, at least one', () => {
    const facts = { calendar: [], closures: [] }
    const countOpen = (from: string, to: string): number => {
      let open = 0
      for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) open += isOpenDay(on, facts) ? 1 : 0
      return open
    }
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), fc.nat({ max: 90 }), (left, waited) => {
        const askedOn = '2026-03-04'
        const [dueOn, answeredOn] = [addDays(askedOn, left), addDays(askedOn, waited)]
        const due = resumeCorrectionDue({ askedOn, dueOn, answeredOn }, facts)
        expect(countOpen(answeredOn, due)).toBe(Math.max(1, countOpen(askedOn, dueOn)))
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, type CalendarDay, isOpenDay } from '../calendar/index.ts'
import {
  CONSENT_PURPOSES,
  currentConsentText,
  DATA_REQUEST_KINDS,
  DATA_REQUEST_RULES,
  DATA_REQUEST_STATE_RULES,
  DATA_REQUEST_STATES,
  decideDataRequestDue,
  decideDataRequestMove,
  describeRows,
  findConsentText,
  findDataRequestRule,
  formatDataRequestNumber,
  isConsentStanding,
  writeDataExport,
} from './index.ts'

const HOLIDAY: CalendarDay = { on: '2026-11-24', kind: 'public-holiday', name: 'Ngày Văn hoá Việt Nam' }
/** Differs whenever a letter does. */
const sumOf = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7)
const facts = { calendar: [HOLIDAY], closures: [] }

describe('when a request about data is due', () => {
  it('is answered within two working days and done within the days of its kind', () => {
    // Friday 20/11/2026: Monday 23 is the first working day, Tuesday 24 a holiday; the tenth day is Monday 30.
    expect(decideDataRequestDue('copy', '2026-11-20', facts)).toEqual({
      answerBy: '2026-11-25',
      dueOn: '2026-11-30',
      ruleVersion: 'data-request-1',
    })
    expect(decideDataRequestDue('restrict', '2026-11-20', facts).dueOn).toBe('2026-12-07')
    expect(decideDataRequestDue('delete', '2026-11-20', facts).dueOn).toBe('2026-12-10')
  })
  it('never ends on a day off, never before its days are over, and at most one holiday weekend after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom(...DATA_REQUEST_KINDS), (offset, kind) => {
        const sentOn = addDays('2026-01-01', offset)
        const { answerBy, dueOn } = decideDataRequestDue(kind, sentOn, facts)
        const last = addDays(sentOn, findDataRequestRule(sentOn).days[kind])
        expect([isOpenDay(dueOn, facts), isOpenDay(answerBy, facts), dueOn >= last, dueOn <= addDays(last, 4), answerBy <= dueOn]).toEqual(
          Array(5).fill(true),
        )
      }),
      { numRuns: 300 },
    )
  })
  it('names the source of every rule and whether it was checked', () => {
    for (const { source, standing } of DATA_REQUEST_RULES) expect([source.length > 60, standing]).toEqual([true, 'unverified'])
    expect(() => findDataRequestRule('2026-11-20', [])).toThrow(RangeError)
  })
  it('has a number of a series of its own', () => {
    expect(formatDataRequestNumber({ officeCode: '00101', year: 2026, serial: 7 })).toBe('00101/2026/DL00007')
    expect(() => formatDataRequestNumber({ officeCode: '00101', year: 2026, serial: 0 })).toThrow(RangeError)
  })
})

describe('a request about data', () => {
  it('can be withdrawn by its sender while it is open, and never after', () => {
    for (const state of DATA_REQUEST_STATES) {
      expect(decideDataRequestMove(state, 'withdraw', 'citizen')).toBe(DATA_REQUEST_STATE_RULES[state].isOpen ? 'withdrawn' : null)
      expect(decideDataRequestMove(state, 'withdraw', 'staff')).toBeNull()
    }
  })
  it('is answered, done and refused by staff alone, in that order', () => {
    expect(decideDataRequestMove('received', 'answer', 'staff')).toBe('answered')
    expect(decideDataRequestMove('received', 'answer', 'citizen')).toBeNull()
    expect(decideDataRequestMove('received', 'finish', 'staff')).toBeNull()
    expect(decideDataRequestMove('answered', 'refuse', 'staff')).toBe('refused')
  })
})

describe('a consent', () => {
  it('does not stand before somebody gave it, nor after it was withdrawn', () => {
    for (const purpose of CONSENT_PURPOSES) {
      const { version } = currentConsentText(purpose)
      expect(isConsentStanding(purpose, null)).toBe(false)
      expect(isConsentStanding(purpose, { decision: 'withdrawn', textVersion: version })).toBe(false)
      expect(isConsentStanding(purpose, { decision: 'given', textVersion: version })).toBe(true)
    }
  })
  it('given to another wording does not stand for this one', () => {
    expect(isConsentStanding('survey', { decision: 'given', textVersion: 'survey-0' })).toBe(false)
    expect(findConsentText('survey', 'survey-0')).toBeNull()
  })
  it('keeps its wording: what somebody agreed to reads today as it read then', () => {
    const pinned = CONSENT_PURPOSES.map((purpose) => {
      const { version, text } = currentConsentText(purpose)
      return [version, sumOf(text.vi + text.en)]
    })
    // Another sum is another wording: give it another version and leave the earlier one where it is.
    expect(pinned).toEqual([
      ['survey-1', 458_825_298],
      ['research-1', 952_595_745],
      ['problem-details-1', 656_551_084],
    ])
  })
})

describe('an export on paper', () => {
  const spell = {
    branch: 'social',
    from_month: '2020-01-01',
    to_month: null,
    employer_name: 'Công ty Kiểm Thử',
    contributory_salary_vnd: 8_000_000,
  }
  const sections = [
    { table: 'sessions', about: '', rows: [] },
    { table: 'participation_spells', about: '', rows: [spell] },
    { table: 'unheard_of', about: '', rows: [{ a: 1 }, { a: 2 }] },
  ]
  const paper = writeDataExport({
    fullName: 'Trần Thị Mẫu',
    bornOn: '1990-01-02',
    insuranceNumber: '9900000300',
    today: '2026-11-26',
    fileHash: 'ab'.repeat(32),
    sections,
  })
  it('spells out what it knows and counts everything', () => {
    const [spells, all] = paper.tables
    expect(spells?.rows[0]?.map(({ vi }) => vi)).toEqual(['BHXH', '01/2020', '–', 'Công ty Kiểm Thử', '8.000.000 đồng'])
    expect(all?.rows.map((row) => row.map(({ vi }) => vi))).toEqual([
      ['participation_spells', '1'],
      ['unheard_of', '2'],
    ])
  })
  it('tells the newest first', () => {
    const rows = ['2024-01-01', '2026-01-01', '2025-01-01'].map((on) => ({ valid_from: on, health_card_number: '9900000300' }))
    const told = describeRows({ table: 'health_cards', about: '', rows })
    expect(told?.rows.map((row) => row[2]?.vi)).toEqual(['01/01/2026', '01/01/2025', '01/01/2024'])
  })
  it('shares no name and no number on the check page', () => {
    const told = JSON.stringify(paper.shared)
    expect(told).toContain('T. T. M.')
    expect(told).not.toContain('Mẫu')
    expect(told).not.toContain('9900000300')
  })
  it('says that corrected lines are among them when they are', () => {
    expect(
      describeRows({ table: 'health_cards', about: '', rows: [{ valid_from: '2026-01-01', ended_at: '2026-02-01' }] })?.note,
    ).not.toBeNull()
    expect(describeRows({ table: 'unheard_of', about: '', rows: [{ a: 1 }] })).toBeNull()
  })
})

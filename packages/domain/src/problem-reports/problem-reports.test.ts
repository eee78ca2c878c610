import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../calendar/index.ts'
import {
  addWorkingHours,
  ANSWER_RULES,
  answerHoursOf,
  ASKER_KINDS,
  checkReportMove,
  DEPARTMENT_NAMES,
  findReportCategory,
  listCategoriesOf,
  makeTicketCode,
  parseTicketCode,
  REPORT_CATEGORIES,
  TICKET_RULE,
  titleOfWords,
} from './index.ts'

const calendar: CalendarDay[] = [{ on: '2026-11-24', kind: 'public-holiday', name: 'Ngày Văn hoá' }]
const office = {
  calendar,
  closures: [{ fromOn: '2026-12-01', toOn: '2026-12-02' }],
  openWeekdays: [1, 2, 3, 4, 5],
  spans: [
    ['08:00', '11:30'],
    ['13:30', '17:00'],
  ],
}
const at = (time: string): number => Date.parse(`${time}:00+07:00`)
const after = (time: string, hours: number): string =>
  new Date(addWorkingHours(at(time), hours, office) + 7 * 3_600_000).toISOString().slice(0, 16)

describe('working hours', () => {
  it.each([
    ['2026-11-26T08:00', 1, '2026-11-26T09:00'],
    ['2026-11-26T11:00', 1, '2026-11-26T14:00'],
    ['2026-11-26T10:30', 1, '2026-11-26T11:30'],
    ['2026-11-26T12:15', 1, '2026-11-26T14:30'],
    ['2026-11-26T22:00', 7, '2026-11-27T17:00'],
    ['2026-11-27T16:00', 2, '2026-11-30T09:00'],
    ['2026-11-23T16:00', 2, '2026-11-25T09:00'],
    ['2026-11-30T16:00', 2, '2026-12-03T09:00'],
    ['2026-11-26T16:00', 16, '2026-12-03T09:00'],
  ])('from %s on, %s of them, are over at %s', (from, hours, due) => expect(after(from, hours)).toBe(due))
  it('never end outside the hours, never before they began, and add up', () => {
    const instant = fc.integer({ min: at('2026-11-01T00:00'), max: at('2026-12-31T00:00') })
    const hours = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(instant, hours, hours, (from, first, second) => {
        const due = addWorkingHours(from, first, office)
        expect(due).toBeGreaterThan(from)
        expect(addWorkingHours(due, second, office)).toBe(addWorkingHours(from, first + second, office))
        const time = new Date(due + 7 * 3_600_000).toISOString().slice(11, 16)
        expect((time > '08:00' && time <= '11:30') || (time > '13:30' && time <= '17:00')).toBe(true)
      }),
    )
  })
  it('of an office that never opens are an error, not an endless search', () => {
    expect(() => addWorkingHours(at('2026-11-26T08:00'), 1, { ...office, openWeekdays: [] })).toThrow(RangeError)
  })
})

describe('a report', () => {
  const facts = { state: 'open', department: 'collection', daysAnswered: 0, reopenDays: 30, abusive: false } as const
  it('is answered once, reopened while the answer is fresh, and forwarded to another department only', () => {
    expect(checkReportMove(facts, { move: 'answer', words: 'Đã sửa' })).toBeNull()
    expect(checkReportMove({ ...facts, state: 'answered' }, { move: 'answer', words: 'Đã sửa' })).toBe('report-answered')
    expect(checkReportMove(facts, { move: 'reopen', words: 'Chưa được' })).toBe('report-not-answered')
    expect(checkReportMove({ ...facts, state: 'answered', daysAnswered: 31 }, { move: 'reopen', words: 'Chưa được' })).toBe(
      'report-too-late',
    )
    expect(checkReportMove(facts, { move: 'forward', words: 'Nhầm', to: 'collection' })).toBe('report-same-department')
    expect(checkReportMove(facts, { move: 'forward', words: ' ', to: 'communication' })).toBe('report-words')
    expect(checkReportMove(facts, { move: 'assign', words: '' })).toBeNull()
  })
  it('has a category of its asker, each of a department with hours of its own', () => {
    for (const { code, askers, department } of REPORT_CATEGORIES)
      for (const asker of askers) expect(findReportCategory(code, asker)?.department).toBe(department)
    expect(findReportCategory('roster', 'citizen')).toBeNull()
    for (const { workingHours } of ANSWER_RULES)
      for (const department of DEPARTMENT_NAMES) expect(workingHours[department]).toBeGreaterThan(0)
  })
  it('is told more of while it waits, closed by its asker and called abusive once', () => {
    expect(checkReportMove(facts, { move: 'add', words: 'Thêm' })).toBeNull()
    expect(checkReportMove({ ...facts, state: 'answered' }, { move: 'add', words: 'Thêm' })).toBe('report-answered')
    expect(checkReportMove(facts, { move: 'close', words: '' })).toBeNull()
    expect(checkReportMove({ ...facts, state: 'closed' }, { move: 'close', words: '' })).toBe('report-closed')
    expect(checkReportMove({ ...facts, state: 'closed' }, { move: 'reopen', words: 'Vẫn cần' })).toBeNull()
    expect(checkReportMove({ ...facts, abusive: true }, { move: 'mark', words: '' })).toBe('report-marked')
  })
  it('of every asker has something else to choose, a code meaning one thing, and hours that a category may shorten', () => {
    const codes = REPORT_CATEGORIES.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const asker of ASKER_KINDS) expect(listCategoriesOf(asker).map(({ code }) => code)).toContain('other')
    for (const rule of ANSWER_RULES) {
      for (const code of Object.keys(rule.ofCategory)) expect(codes).toContain(code)
      expect(answerHoursOf(rule, { department: 'communication', category: 'fraud' })).toBe(4)
      expect(answerHoursOf(rule, { department: 'communication', category: 'other' })).toBe(8)
    }
  })
})

describe('a ticket', () => {
  it('is listed by the beginning of its first words, cut between words and never longer', () => {
    expect(titleOfWords(' \n  Thẻ   hết hạn \n gấp')).toBe('Thẻ hết hạn')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (words) => {
        fc.pre(words.trim() !== '')
        const title = titleOfWords(words)
        expect(title).not.toBe('')
        expect(Array.from(title).length).toBeLessThanOrEqual(TICKET_RULE.titleLength + 1)
        expect(title).not.toContain('\n')
      }),
    )
  })
  it('is found by its code as it was given out, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 11, maxLength: 11 }), (bytes) => {
        const code = makeTicketCode(bytes)
        if (code === null) return
        expect(parseTicketCode(` ${code.toLowerCase().replaceAll('-', '')}`)).toBe(code)
      }),
    )
    expect(parseTicketCode('không có')).toBeNull()
  })
})

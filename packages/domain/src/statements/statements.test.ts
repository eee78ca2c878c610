import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideStatement,
  decideStatementState,
  formatStatementCode,
  listStatementYears,
  makeStatementCode,
  parseStatementCode,
  STATEMENT_FIELDS,
  STATEMENT_KIND_RULES,
  type StatementFacts,
  type StatementSpell,
  sumYear,
  validUntilOf,
  writeStatement,
} from './index.ts'
import { maskInsuranceNumber, toInitials } from './statement-words.ts'

const spell = (branch: StatementSpell['branch'], fromMonth: string, toMonth: string | null, more: Partial<StatementSpell> = {}) => ({
  branch,
  scheme: 'compulsory' as const,
  fromMonth,
  toMonth,
  employerName: 'Công ty A',
  jobTitle: 'Thợ may',
  contributorySalaryVnd: 8_000_000,
  lateMonths: 0,
  ...more,
})
const facts: StatementFacts = {
  fullName: 'Trần Thị Ánh Mẫu',
  bornOn: '1990-01-02',
  sex: 'female',
  insuranceNumber: '9900000301',
  spells: [
    spell('social', '2024-07', '2025-12', { contributorySalaryVnd: 6_000_000 }),
    spell('social', '2026-01', null, { lateMonths: 2 }),
    spell('unemployment', '2026-01', null),
    spell('health', '2020-01', '2023-12', { contributorySalaryVnd: null, scheme: 'voluntary', employerName: 'Hộ gia đình' }),
  ],
  healthCard: { validFrom: '2026-01-01', validTo: null },
  benefits: [],
  today: '2026-11-15',
  throughMonth: '2026-11',
}
const branchOf = (year: number, branch: string, given = facts) =>
  sumYear(given.spells, year, given.throughMonth).find((one) => one.branch === branch)

describe('a year', () => {
  it('adds up what was paid and leaves late months out of it', () => {
    // 2026-01…2026-11 are eleven months, two of them late: nine × 8 million × 8 % and 17 %.
    expect(branchOf(2026, 'social')).toMatchObject({ months: 11, lateMonths: 2, employeeVnd: 5_760_000, employerVnd: 12_240_000 })
  })
  it('takes of a spell only the months of the year', () => {
    expect(branchOf(2024, 'social')).toMatchObject({ months: 6, lateMonths: 0, employeeVnd: 6 * 480_000 })
    expect(branchOf(2025, 'social')?.rows).toMatchObject([{ fromMonth: '2025-01', toMonth: '2025-12', paidMonths: 12 }])
  })
  it('has the rates of each month: employers were free of the injury branch until June 2022', () => {
    const given = { ...facts, spells: [spell('employment-injury', '2022-01', '2022-12')] }
    expect(branchOf(2022, 'employment-injury', given)).toMatchObject({ employeeVnd: 0, employerVnd: 6 * 40_000, rates: { length: 2 } })
  })
  it('has no amount where nothing is a share of a salary', () => {
    expect(branchOf(2023, 'health')).toMatchObject({ months: 12, employeeVnd: null, employerVnd: null, rates: [] })
  })
  it('counts every month of participation in one year and one alone', () => {
    const month = fc.integer({ min: 0, max: 240 })
    const toName = (at: number): string => `${String(2005 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`
    fc.assert(
      fc.property(month, month, fc.integer({ min: 0, max: 30 }), (one, other, lateMonths) => {
        const given = [spell('social', toName(Math.min(one, other)), toName(Math.max(one, other)), { lateMonths })]
        const years = listStatementYears(given, '2026-11').map((year) => sumYear(given, year, '2026-11')[0])
        const sum = (pick: (year: (typeof years)[number]) => number): number => years.reduce((total, year) => total + pick(year), 0)
        expect(sum((year) => year?.months ?? 0)).toBe(Math.abs(one - other) + 1)
        expect(sum((year) => year?.lateMonths ?? 0)).toBe(Math.min(lateMonths, Math.abs(one - other) + 1))
      }),
    )
  })
  it('lists the years, newest first, none that has not begun', () => {
    expect(listStatementYears(facts.spells, facts.throughMonth)).toEqual([2026, 2025, 2024, 2023, 2022, 2021, 2020])
    expect(listStatementYears([spell('social', '2027-01', null)], '2026-11')).toEqual([])
  })
})

describe('what a letter says', () => {
  it('never holds what was not ticked, whatever is ticked', () => {
    const secrets: Record<string, string> = {
      'full-name': 'Ánh Mẫu',
      'birth-date': '02/01/1990',
      'insurance-number': '990000',
      'total-time': 'Tổng thời gian',
      'current-employer': 'Công ty A',
      'health-card': 'Thẻ BHYT',
      'recent-salaries': '8.000.000',
      'current-participation': 'Đang tham gia',
    }
    fc.assert(
      fc.property(fc.subarray([...STATEMENT_FIELDS]), (fields) => {
        const content = writeStatement(facts, { kind: 'confirmation', year: null, fields, validDays: 30 })
        const text = JSON.stringify(content)
        for (const [field, secret] of Object.entries(secrets))
          expect([field, text.includes(secret)]).toEqual([field, fields.some((one) => one === field)])
        expect(content.shared).toEqual(content.lines)
      }),
    )
  })
  it('folds months of one salary, and says when there was none', () => {
    const spells = [spell('social', '2026-06', '2026-08'), spell('social', '2026-10', null, { contributorySalaryVnd: 9_000_000 })]
    const content = writeStatement({ ...facts, spells }, { kind: 'confirmation', year: null, fields: ['recent-salaries'], validDays: 30 })
    expect(content.lines.slice(1).map(({ label, value }) => `${label.vi}: ${value.vi}`)).toEqual([
      'Tiền lương đóng BHXH 06/2026 – 08/2026: 8.000.000 đ/tháng',
      'Tiền lương đóng BHXH 09/2026: Không đóng',
      'Tiền lương đóng BHXH 10/2026 – 11/2026: 9.000.000 đ/tháng',
    ])
  })
  it('says so when there is nothing to say', () => {
    const nothing = { ...facts, spells: [], healthCard: null }
    const content = writeStatement(nothing, { kind: 'confirmation', year: null, fields: [...STATEMENT_FIELDS], validDays: 30 })
    expect(content.lines.slice(3).map(({ value }) => value.vi)).toEqual([
      'Không tham gia loại bảo hiểm nào',
      '0 tháng',
      'Không có',
      'Không có thẻ còn giá trị',
      'Không đóng',
      'Chưa hưởng chế độ nào',
    ])
  })
})

describe('notice and book', () => {
  it('share only the ticked parts of a whole paper', () => {
    for (const kind of ['yearly-notice', 'participation-book'] as const) {
      const content = writeStatement(facts, { kind, year: kind === 'yearly-notice' ? 2026 : null, fields: [], validDays: null })
      expect(content.shared.map(({ value }) => value.vi)).toEqual(['T. T. Á. M.'])
      expect(content.lines.map(({ value }) => value.vi)).toContain('Trần Thị Ánh Mẫu')
    }
  })
  it('have rows as wide as their heads', () => {
    for (const kind of ['yearly-notice', 'participation-book'] as const)
      for (const table of writeStatement(facts, { kind, year: kind === 'yearly-notice' ? 2026 : null, fields: [], validDays: null }).tables)
        for (const row of [...table.rows, table.total ?? []]) expect(row).toHaveLength(table.columns.length)
  })
  it('a year that is not over says until when', () => {
    const periodOf = (year: number): string => writeStatement(facts, { kind: 'yearly-notice', year, fields: [], validDays: null }).period.vi
    expect([periodOf(2026), periodOf(2025)]).toEqual(['năm 2026, tính đến tháng 11/2026', 'năm 2025'])
    expect(() => writeStatement(facts, { kind: 'yearly-notice', year: null, fields: [], validDays: null })).toThrow(RangeError)
  })
})

describe('the rules around', () => {
  it('let through what a kind offers, and nothing else', () => {
    const order = { kind: 'confirmation', year: null, fields: ['total-time'], validDays: 90 } as const
    expect(decideStatement(order, [])).toEqual({ ok: true })
    expect(decideStatement({ ...order, year: 2026 }, [2026])).toEqual({ ok: false, code: 'statement-year' })
    expect(decideStatement({ ...order, validDays: null }, [])).toEqual({ ok: false, code: 'statement-validity' })
    expect(decideStatement({ ...order, kind: 'participation-book', validDays: 30 }, [])).toEqual({ ok: false, code: 'statement-validity' })
    expect(STATEMENT_KIND_RULES.confirmation.validDays).toEqual([30, 90, 180])
  })
  it('count the last day, and a withdrawal before everything', () => {
    expect(validUntilOf('2026-11-15', 30)).toBe('2026-12-15')
    const state = { withdrawn: false, validUntil: '2026-12-15' }
    expect(decideStatementState(state, '2026-12-15')).toBe('valid')
    expect(decideStatementState(state, '2026-12-16')).toBe('expired')
    expect(decideStatementState({ ...state, withdrawn: true }, '2026-12-01')).toBe('withdrawn')
    expect(decideStatementState({ withdrawn: false, validUntil: null }, '2099-01-01')).toBe('valid')
  })
  it('make codes that read back in any fashion and find every single error', () => {
    const bytes = fc.uint8Array({ minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(
        bytes.map(makeStatementCode).filter((code) => code !== null),
        fc.nat(11),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (code, at, wrong) => {
          expect(parseStatementCode(` ${formatStatementCode(code).toLowerCase()} `)).toEqual({ ok: true, statementCode: code })
          expect(parseStatementCode(`https://an-sinh.example.invalid/kiem-tra/${code}`)).toEqual({ ok: true, statementCode: code })
          expect(parseStatementCode(code.slice(0, at) + wrong + code.slice(at + 1)).ok).toBe(code[at] === wrong)
        },
      ),
    )
    expect(parseStatementCode('123')).toEqual({ ok: false, code: 'statement-code-length' })
    expect(parseStatementCode('!23456789012')).toEqual({ ok: false, code: 'statement-code-character' })
    expect(() => makeStatementCode(new Uint8Array(10))).toThrow(RangeError)
  })
  it('show initials of any name, and four digits of a number', () => {
    expect(toInitials('  Nguyễn   Đình Ưng ')).toBe('N. Đ. Ư.')
    expect(toInitials('Ánh'.normalize('NFD'))).toBe('Á.')
    expect(maskInsuranceNumber('9900000301')).toBe('••••••0301')
  })
})

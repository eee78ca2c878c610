import { assert, constant, oneof, property, record, shuffledSubarray, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHeader } from '../imports/index.ts'
import {
  checkRosterRow,
  LEAVING_CODES,
  readRosterLine,
  ROSTER_COLUMNS,
  ROSTER_LINE_FIELDS,
  ROSTER_TEMPLATE_COLUMNS,
  type RosterLineField,
  rosterRulesOn,
  withChosenHeadings,
} from './index.ts'

const parse = (name: string, cell: string) => ROSTER_COLUMNS.find((column) => column.name === name)?.parse(cell)
const EMPTY = Object.fromEntries(ROSTER_LINE_FIELDS.map((field) => [field, ''])) as Record<RosterLineField, string>
const SOMEBODY = { ...EMPTY, fullName: 'Trần Thị Mẫu', bornOn: '05/03/1994', insuranceNumber: '9900000019' }
const ADULTS = { kind: 'employee', today: '2026-11-26' } as const

describe('headings', () => {
  it('of the template name every column once, in any order', () => {
    const headings = ROSTER_TEMPLATE_COLUMNS.map(({ headers }) => headers[0])
    assert(
      property(shuffledSubarray(headings, { minLength: headings.length }), (shuffled) => {
        const found = findHeader([shuffled], ROSTER_COLUMNS)
        expect(found?.mapping.map(({ column }) => column).toSorted()).toEqual(ROSTER_TEMPLATE_COLUMNS.map(({ name }) => name).toSorted())
      }),
    )
  })

  it('mean what a person chose, whatever they would mean otherwise, and nothing when they are not read', () => {
    const columns = withChosenHeadings(ROSTER_COLUMNS, [
      { heading: 'Nhân sự', column: 'fullName' },
      { heading: 'Điện thoại', column: null },
      { heading: 'Ngày hết hạn', column: 'leftOn' },
    ])
    const found = findHeader([['Nhân sự', 'Họ và tên', 'Ngày sinh', 'Điện thoại', 'Ngày hết hạn']], columns)
    expect(found?.mapping.map(({ column, at }) => `${column} ${at}`)).toEqual(['fullName 0', 'bornOn 2', 'leftOn 4'])
  })

  it('left alone are those of the columns', () => {
    expect(withChosenHeadings(ROSTER_COLUMNS, [])).toBe(ROSTER_COLUMNS)
  })
})

describe('cells', () => {
  it.each([
    ['sex', '1', 'male'],
    ['sex', '0', 'female'],
    ['sex', '2', 'female'],
    ['sex', '3', null],
    ['sex', 'NỮ', 'female'],
    ['bornOn', '1994', '1994'],
    ['bornOn', '34398', '1994-03-05'],
    ['fullName', 'NGUYỄN THỊ HOÀ', 'Nguyễn Thị Hoà'],
    ['fullName', 'Nguyễn thị Hoà', 'Nguyễn thị Hoà'],
    ['nationalId', 'C1234567', null],
    ['idExpiresOn', 'Không thời hạn', null],
    ['department', '- ', null],
  ] as const)('%s “%s” is read as %s', (name, cell, text) => {
    expect(parse(name, cell)).toEqual({ ok: true, text })
  })

  it.each([
    ['insuranceNumber', '990000019', 'lost-zeros'],
    ['nationalId', '99194000019', 'lost-zeros'],
    ['bornOn', '03/25/1994', 'not-a-date'],
    ['bornOn', '05/03/94', 'not-a-date'],
    ['bornOn', '03/1994', 'not-a-date'],
    ['department', '=HYPERLINK("x")', 'formula'],
    ['department', '@SUM(A1)', 'formula'],
    ['shift', '+A1', 'formula'],
  ] as const)('%s “%s” is turned down as %s', (name, cell, code) => {
    expect(parse(name, cell)).toEqual({ ok: false, code })
  })
})

describe('a line', () => {
  it('without any number is turned down in a file and taken by hand', () => {
    expect(checkRosterRow({ bornOn: '1994-03-05' })).toEqual([{ column: 'insuranceNumber', code: 'no-number', value: null }])
    expect(readRosterLine({ ...SOMEBODY, insuranceNumber: '' }, ADULTS)).toMatchObject({ ok: true })
  })

  it('with swapped dates has a start before its birth', () => {
    const swapped = { bornOn: '2020-06-01', joinedOn: '1994-03-05', insuranceNumber: '9900000019' }
    expect(checkRosterRow(swapped)).toEqual([{ column: 'joinedOn', code: 'outside-life', value: '1994-03-05' }])
  })

  it('is for somebody of 15 from that birthday on, and for pupils at any age', () => {
    const born = (bornOn: string, kind: 'employee' | 'pupil') => readRosterLine({ ...SOMEBODY, bornOn }, { ...ADULTS, kind }).ok
    expect([born('26/11/2011', 'employee'), born('27/11/2011', 'employee'), born('27/11/2018', 'pupil')]).toEqual([true, false, true])
  })

  it('typed by hand never throws, and a good one is canonical: read again it stays', () => {
    assert(
      property(
        record(Object.fromEntries(ROSTER_LINE_FIELDS.map((field) => [field, oneof(string(), constant(SOMEBODY[field]))]))),
        (typed) => {
          const read = readRosterLine(typed as Record<RosterLineField, string>, ADULTS)
          if (!read.ok) return
          const again = Object.fromEntries(ROSTER_LINE_FIELDS.map((field) => [field, read.line[field] ?? ''])) as Record<
            RosterLineField,
            string
          >
          expect(readRosterLine(again, ADULTS)).toEqual(read)
        },
      ),
    )
  })
})

it('people leave under codes that end every branch', () => {
  expect(LEAVING_CODES).toEqual(['GH', 'GD', 'GC'])
})

it('has rules for every day since the Labour Code, and none before', () => {
  expect(rosterRulesOn('2026-11-26').matchedShare).toBe(0.7)
  expect(() => rosterRulesOn('2020-12-31')).toThrow('no rules of rosters')
})

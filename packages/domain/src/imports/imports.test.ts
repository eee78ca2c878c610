import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '../calendar/index.ts'
import {
  booleanCell,
  choiceCell,
  codeCell,
  dateCell,
  decimalCell,
  insuranceNumberCell,
  integerCell,
  moneyCell,
  monthCell,
  nameCell,
  nationalIdCell,
  partialDateCell,
  sexCell,
  textCell,
} from './index.ts'

const read = (parse: (cell: string) => { ok: boolean; text?: string | null; code?: string }, cell: string) => {
  const parsed = parse(cell)
  return parsed.ok ? parsed.text : parsed.code
}

describe('a cell of a file', () => {
  it.each([
    ['05/03/1994', '1994-03-05'],
    ['5.3.1994', '1994-03-05'],
    ['1994-03-05', '1994-03-05'],
    ['1994-03-05T00:00:00.000Z', '1994-03-05'],
    ['19940305', '1994-03-05'],
    ['34398', '1994-03-05'],
    ['31/02/1994', 'not-a-date'],
    ['05/03/94', 'not-a-date'],
    ['', null],
    [' - ', null],
  ])('date %s → %s', (cell, due) => expect(read(dateCell, cell)).toBe(due))
  it.each([
    ['1990', '1990'],
    ['03/1990', '1990-03'],
    ['29/02/1992', '1992-02-29'],
    ['13/1990', 'not-a-date'],
  ])('birth date %s → %s', (cell, due) => expect(read(partialDateCell, cell)).toBe(due))
  it.each([
    ['03/2026', '2026-03'],
    ['3/2026', '2026-03'],
    ['032026', '2026-03'],
    ['202603', '2026-03'],
    ['2026-03', '2026-03'],
    ['01/03/2026', '2026-03'],
    ['46082', '2026-03'],
    ['13/2026', 'not-a-month'],
    ['202613', 'not-a-month'],
  ])('month %s → %s', (cell, due) => expect(read(monthCell, cell)).toBe(due))
  it.each([
    ['9500000', '9500000'],
    ['9.500.000', '9500000'],
    ['9,500,000', '9500000'],
    ['9.500.000 ₫', '9500000'],
    ['9500000.0', '9500000'],
    ['9.5E6', '9500000'],
    ['9500000,5', 'not-a-number'],
    ['-1', 'out-of-range'],
    ['chín triệu', 'not-a-number'],
  ])('money %s → %s', (cell, due) => expect(read(moneyCell(), cell)).toBe(due))
  it.each([
    [insuranceNumberCell, '9900000019', '9900000019'],
    [insuranceNumberCell, '9900000019.0', '9900000019'],
    [insuranceNumberCell, '990 000 0019', '9900000019'],
    [insuranceNumberCell, '12345678', 'lost-zeros'],
    [insuranceNumberCell, '99000000190', 'not-an-insurance-number'],
    [nationalIdCell, '099194000019', '099194000019'],
    [nationalIdCell, '99194000019', 'lost-zeros'],
    [nationalIdCell, '05/03/1994', 'not-a-national-id'],
    [sexCell(), 'NỮ', 'female'],
    [sexCell(), '2', 'female'],
    [sexCell({ '0': 'female' }), '0', 'female'],
    [sexCell(), '0', 'not-a-sex'],
    [nameCell, 'Trần  Đạt ', 'Trần Đạt'],
    [nameCell, 'Trần 2', 'not-a-name'],
    [nameCell, 'Tr�n', 'bad-character'],
    [textCell(5), 'dài quá mức', 'too-long'],
    [codeCell(/^[A-Z]{2}$/u), 'dn', 'DN'],
    [codeCell(/^[A-Z]{2}$/u), 'd1', 'not-in-list'],
    [decimalCell(0, 100), '2,34', '2.34'],
    [integerCell(1, 5), '6', 'out-of-range'],
    [booleanCell, 'Có', 'true'],
    [choiceCell({ 'Tự nguyện': 'voluntary' }), 'TU NGUYEN', 'voluntary'],
  ] as const)('%s: %s → %s', (parse, cell, due) => expect(read(parse, cell)).toBe(due))

  it('never throws and never takes long, whatever stands in it', () => {
    const parsers = [
      dateCell,
      partialDateCell,
      monthCell,
      moneyCell(),
      insuranceNumberCell,
      nationalIdCell,
      nameCell,
      sexCell(),
      textCell(100),
    ]
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'binary' }), (cell) => {
        for (const parse of parsers) expect(typeof parse(cell).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
  it('gives a day back from each of its spellings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = addDays('1900-03-01', days)
        const [year = '', month = '', date = ''] = day.split('-')
        for (const cell of [`${date}/${month}/${year}`, day, `${days + 61}`]) expect(read(dateCell, cell)).toBe(day)
      }),
    )
  })
})

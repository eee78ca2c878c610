import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findHeader, type HeaderColumn } from './find-header.ts'

const COLUMNS: readonly HeaderColumn[] = [
  { name: 'insuranceNumber', headers: ['Mã số BHXH', 'Số sổ BHXH'], required: 'file' },
  { name: 'fullName', headers: ['Họ và tên', 'Họ tên'], required: 'file' },
  { name: 'bornOn', headers: ['Ngày sinh', 'Ngày, tháng, năm sinh'], required: 'file' },
  { name: 'sex', headers: ['Giới tính'], required: 'none' },
  { name: 'address', headers: ['Địa chỉ', 'Nơi ở'], required: 'none' },
]
type Placed = { column: string | null; heading: string }

const spelled = (heading: string): fc.Arbitrary<string> =>
  fc.constantFrom(heading, heading.toUpperCase(), ` ${heading} (*)`, heading.replaceAll(' ', '\n'), `${heading} (dd/mm/yyyy)`)
const known = ({ name, headers }: HeaderColumn): fc.Arbitrary<Placed> =>
  fc.constantFrom(...headers).chain((heading) => spelled(heading).map((text) => ({ column: name, heading: text })))
const unknown = fc.constantFrom('STT', 'Ghi chú', 'Cột thêm').map((heading): Placed => ({ column: null, heading }))

const heading = fc
  .tuple(fc.tuple(...COLUMNS.map(known)), fc.array(unknown, { maxLength: 4 }))
  .chain(([columns, more]) => fc.shuffledSubarray([...columns, ...more], { minLength: columns.length + more.length }))
const titles = fc.array(fc.constantFrom<string[]>([], ['DANH SÁCH'], ['Đơn vị: Công ty Mẫu', '', 'Tháng 10'], ['', '']), { maxLength: 20 })
const DATA = ['9900000019', 'Trần Văn Mẫu', '05/03/1980', 'Nam', 'Số 1']

describe('the heading of a file', () => {
  it('is found under any titles, in any order, in its spellings, between columns that nobody knows, over its numbering row', () => {
    fc.assert(
      fc.property(heading, titles, fc.boolean(), (placed, above, numbered) => {
        const numbering = placed.map((_one, at) => `(${at + 1})`)
        const rows = [...above, placed.map((one) => one.heading), ...(numbered ? [numbering] : []), DATA]
        const found = findHeader(rows, COLUMNS)
        expect(found).toMatchObject({ headingRow: above.length, firstDataRow: above.length + (numbered ? 2 : 1), missing: [] })
        const due = placed.flatMap(({ column }, at) => (column === null ? [] : [{ column, at }]))
        expect(found?.mapping.map(({ column, at }) => ({ column, at }))).toEqual(due)
      }),
    )
  })
  it('says which needed columns are missing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...COLUMNS], { minLength: 1 }), (columns) => {
        const found = findHeader([columns.map(({ headers }) => headers[0] ?? ''), DATA], COLUMNS)
        const due = COLUMNS.filter((column) => column.required === 'file' && !columns.includes(column)).map(({ name }) => name)
        expect(found?.missing).toEqual(due)
      }),
    )
  })
  it('never maps one column twice nor two columns to one place, whatever stands in the rows', () => {
    const cell = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom(...COLUMNS.flatMap(({ headers }) => [...headers]), '(1)', ''))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 40 }), (rows) => {
        const found = findHeader(rows, COLUMNS)
        const { mapping, firstDataRow } = found ?? { mapping: [], firstDataRow: 0 }
        expect(new Set(mapping.map(({ column }) => column)).size).toBe(mapping.length)
        expect(new Set(mapping.map(({ at }) => at)).size).toBe(mapping.length)
        expect(firstDataRow).toBeLessThanOrEqual(rows.length)
      }),
    )
  })
})

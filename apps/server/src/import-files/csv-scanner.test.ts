import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { CsvScanner } from './csv-scanner.ts'

/** Letters that mean something to CSV come often. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', ' ', 'a', 'ữ', '😀'), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const file = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  quoted: fc.boolean(),
  cuts: fc.array(fc.nat({ max: 2000 }), { maxLength: 40 }),
})

const scan = (text: string, delimiter: string, cuts: readonly number[]) => {
  const scanner = new CsvScanner(delimiter)
  const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted((a, b) => a - b)
  let from = 0
  const rows = ends.flatMap((end) => {
    const read = scanner.push(text.slice(from, end))
    from = end
    return read
  })
  return [...rows, ...scanner.end()]
}

describe('the CSV scanner', () => {
  it('gives back every cell that another program wrote, with the number of its row, wherever the file is cut', () => {
    fc.assert(
      fc.property(file, ({ rows, delimiter, end, quoted, cuts }) => {
        const text = stringify(rows, { delimiter, record_delimiter: end, quoted, quoted_match: /[\r\n]/u })
        const due = rows.map((cells, at) => ({ rowNo: at + 1, cells })).filter(({ cells }) => cells.length > 1 || cells[0] !== '')
        expect(scan(text, delimiter, cuts)).toEqual(due)
        expect(scan(text, delimiter, [])).toEqual(due)
      }),
      { numRuns: 1000 },
    )
  })
  it('reads the same rows out of any text, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', ' '), maxLength: 60 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 20 }),
        (text, cuts) => {
          const read = (at: readonly number[]) => {
            try {
              return scan(text, ',', at)
            } catch (error) {
              return String(error)
            }
          }
          expect(read(cuts)).toEqual(read([]))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

import { textCell } from '../imports/index.ts'
import type { Claim, ClaimFault, ClaimRecord } from './claim.ts'
import { formatHundredths, type Hundredths, parseHundredths, parseMeasured } from './claim-money.ts'

/** Reads fields of one record by their names and keeps what is wrong with them under the column they end in. */
export type RecordReader = {
  /** The first of the fields that is filled, one line, trimmed; '' when none is. */
  raw(names: readonly string[]): string
  text(names: readonly string[], max: number): string | null
  amount(names: readonly string[]): Hundredths
  measured(names: readonly string[]): string
  /** Read by a parser that says null for what it cannot read; an empty field is null without a fault. */
  parsed(names: readonly string[], parse: (text: string) => string | null, code?: ClaimFault['code']): string | null
  integer(names: readonly string[], max: number): number | null
}

const SHOWN = 60

export const makeRecordReader = (record: ClaimRecord, column: keyof Claim, faults: ClaimFault[]): RecordReader => {
  const fail = (code: ClaimFault['code'], value: string): null => {
    faults.push({ column, code, value: value.slice(0, SHOWN) })
    return null
  }
  const raw = (names: readonly string[]): string => {
    for (const name of names) {
      const text = (Object.hasOwn(record, name) ? (record[name] ?? '') : '').replaceAll(/\s+/gu, ' ').trim()
      if (text !== '') return text
    }
    return ''
  }
  const parsed: RecordReader['parsed'] = (names, parse, code = 'not-a-date') => {
    const text = raw(names)
    return text === '' ? null : (parse(text) ?? fail(code, text))
  }
  return {
    raw,
    parsed,
    text: (names, max) => {
      const cell = textCell(max)(raw(names))
      // The field's name instead of its text: a diagnosis must not stand in a list of faults.
      return cell.ok ? cell.text : fail(cell.code, names[0] ?? '')
    },
    amount: (names) => parseHundredths(raw(names)) ?? Number(fail('not-a-number', raw(names))),
    measured: (names) => (raw(names) === '' ? '0' : (parseMeasured(raw(names)) ?? fail('not-a-number', raw(names)) ?? '0')),
    integer: (names, max) => {
      const text = raw(names)
      if (text === '') return null
      return /^\d{1,6}(?:\.0+)?$/u.test(text) && Number(text) <= max ? Number(text) : Number(fail('out-of-range', text))
    },
  }
}

export const formatAmount = (reader: RecordReader, names: readonly string[]): string => formatHundredths(reader.amount(names))

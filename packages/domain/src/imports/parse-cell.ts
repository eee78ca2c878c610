import { addDays, type CivilDate, isCivilDate, parsePartialDate } from '../calendar/index.ts'
import { parseNationalId, parsePersonName } from '../identity/index.ts'
import { findForbiddenCharacter, foldText, normaliseText } from '../text/index.ts'
import type { ImportFaultCode } from './import-faults.ts'

/** A cell read: its canonical text (null when empty), or the fault. */
export type ParsedCell = { readonly ok: true; readonly text: string | null } | { readonly ok: false; readonly code: ImportFaultCode }
/** Outside text of one cell → canonical text. Never throws, linear in the length of the cell. */
export type CellParser = (cell: string) => ParsedCell

const EMPTY: ParsedCell = { ok: true, text: null }
const good = (text: string): ParsedCell => ({ ok: true, text })
const bad = (code: ImportFaultCode): ParsedCell => ({ ok: false, code })

/** Plain ASCII without double or outer spaces: the usual cell, which needs no normalising. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/u

/** A parser that sees trimmed NFC text only; empty and `-` cells are null, hidden and broken characters a fault. */
const parser =
  (max: number, parse: (text: string) => ParsedCell): CellParser =>
  (cell) => {
    if (cell === '' || cell === '-') return EMPTY
    if (cell.length > max * 4 + 64) return bad('too-long')
    if (PLAIN.test(cell) && !cell.includes('  ')) return cell.length > max ? bad('too-long') : parse(cell)
    if (cell.includes('�') || findForbiddenCharacter(cell)) return bad('bad-character')
    const text = normaliseText(cell)
    if (text === '' || text === '-') return EMPTY
    return text.length > max ? bad('too-long') : parse(text)
  }

/** Free text up to `max` UTF-16 units. */
export const textCell = (max: number): CellParser => parser(max, good)

/** Text that must have a shape; letters come out in upper case. */
export const codeCell = (shape: RegExp, code: ImportFaultCode = 'not-in-list'): CellParser =>
  parser(60, (text) => (shape.test(text.toUpperCase()) ? good(text.toUpperCase()) : bad(code)))

/** One of a list of words, compared folded; `words` maps what may stand in the file to what we keep. */
export const choiceCell = (words: Readonly<Record<string, string>>): CellParser => {
  const folded = new Map(Object.entries(words).map(([word, kept]) => [foldText(word), kept]))
  return parser(200, (text) => {
    const kept = folded.get(foldText(text))
    return kept === undefined ? bad('not-in-list') : good(kept)
  })
}

/** Full name as the register writes it (`parsePersonName`). */
export const nameCell: CellParser = parser(100, (text) => {
  const parsed = parsePersonName(text)
  return parsed.ok ? good(parsed.fullName) : bad(parsed.code === 'name-too-long' ? 'too-long' : 'not-a-name')
})

/** A number out of a spreadsheet may carry `.0` or be written 9.9E9; only the first is undone, digits lost are lost. */
const digitsOf = (text: string): string => text.replaceAll(/[\s.'-]/gu, '')

/** Ten digits; nine or eight look like lost zeros. */
export const insuranceNumberCell: CellParser = parser(30, (text) => {
  const digits = /^\d+\.0$/u.test(text) ? text.slice(0, -2) : digitsOf(text)
  if (/^\d{10}$/u.test(digits)) return good(digits)
  return bad(/^\d{7,9}$/u.test(digits) ? 'lost-zeros' : 'not-an-insurance-number')
})

/** Twelve digits by the rule of the number; ten or eleven look like lost zeros. */
export const nationalIdCell: CellParser = parser(30, (text) => {
  const digits = /^\d+\.0$/u.test(text) ? text.slice(0, -2) : digitsOf(text)
  if (/^\d{10,11}$/u.test(digits)) return bad('lost-zeros')
  return parseNationalId(digits).ok ? good(digits) : bad('not-a-national-id')
})

/** Nam/Nữ in any spelling, and 1 male, 2 female. Layouts with 1 male, 0 female pass `{ '0': 'female' }` as more. */
export const sexCell = (more: Readonly<Record<string, 'male' | 'female'>> = {}): CellParser => {
  const words = new Map<string, string>([
    ['nam', 'male'],
    ['nu', 'female'],
    ['male', 'male'],
    ['female', 'female'],
    ['m', 'male'],
    ['f', 'female'],
    ['1', 'male'],
    ['2', 'female'],
    ...Object.entries(more),
  ])
  return parser(20, (text) => {
    const sex = words.get(foldText(text))
    return sex === undefined ? bad('not-a-sex') : good(sex)
  })
}

/** Day 60 of the 1900 date system never existed (Lotus 1-2-3 took 1900 for a leap year; ECMA-376 part 1, 18.17.4.1). */
const SERIAL_EPOCH: CivilDate = '1899-12-30'
const MAX_SERIAL = 109_574
const fromSerial = (text: string): CivilDate | null => {
  const serial = Math.floor(Number(text))
  return serial >= 61 && serial <= MAX_SERIAL ? addDays(SERIAL_EPOCH, serial) : null
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00?:00(?::00)?)?$/u
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/u

const readDate = (text: string): CivilDate | null => {
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) {
    const parsed = parsePartialDate(Number(dayFirst[1]), Number(dayFirst[2]), Number(dayFirst[3]))
    return typeof parsed === 'string' ? parsed : null
  }
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) {
    const day = `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`
    return isCivilDate(day) ? day : null
  }
  if (/^(?:19|20)\d{6}$/u.test(text)) {
    const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    return isCivilDate(day) ? day : null
  }
  return /^\d{2,6}(?:\.\d+)?$/u.test(text) ? fromSerial(text) : null
}

/** A day: dd/MM/yyyy, yyyy-MM-dd, yyyyMMdd or a spreadsheet serial of the 1900 system → `YYYY-MM-DD`. */
export const dateCell: CellParser = parser(40, (text) => {
  const day = readDate(text)
  return day === null ? bad('not-a-date') : good(day)
})

/** A birth date as far as it is known: also MM/yyyy and yyyy → partial date. */
export const partialDateCell: CellParser = parser(40, (text) => {
  if (/^(?:18|19|20)\d{2}$/u.test(text)) return good(text)
  const month = /^(\d{1,2})[/.-](\d{4})$/u.exec(text)
  if (month !== null) {
    const parsed = parsePartialDate(null, Number(month[1]), Number(month[2]))
    return typeof parsed === 'string' ? good(parsed) : bad('not-a-date')
  }
  const day = readDate(text)
  return day === null ? bad('not-a-date') : good(day)
})

/** A month: MM/yyyy, yyyy-MM, MMyyyy, yyyyMM, or a whole date of which the month is taken → `YYYY-MM`. */
export const monthCell: CellParser = parser(40, (text) => {
  const parts =
    /^(?<m>\d{1,2})[/.-](?<y>\d{4})$/u.exec(text) ??
    /^(?<y>\d{4})-(?<m>\d{2})$/u.exec(text) ??
    /^(?<m>0[1-9]|1[0-2])(?<y>(?:19|20)\d{2})$/u.exec(text)
  if (parts?.groups !== undefined) {
    const { m = '', y = '' } = parts.groups
    return Number(m) >= 1 && Number(m) <= 12 ? good(`${y}-${m.padStart(2, '0')}`) : bad('not-a-month')
  }
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/u.test(text)) return good(`${text.slice(0, 4)}-${text.slice(4)}`)
  const day = readDate(text)
  return day === null ? bad('not-a-month') : good(day.slice(0, 7))
})

/**
 * A number with thousands separators of either tradition: `9.500.000`, `9,500,000`, `9500000`, `2,34`, `2.34`. A single separator before
 * exactly three digits groups thousands; any other single one is the decimal sign.
 */
const readNumber = (text: string): number | null => {
  const bare = text.replace(/\s*(?:₫|đ|đồng|vnd|vnđ)$/iu, '').replaceAll(/[\s']/gu, '')
  if (/^[+-]?\d+$/u.test(bare)) return Number(bare)
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(bare)) return Number(bare.replaceAll(',', ''))
  if (/^[+-]?\d+[.,]\d+$/u.test(bare)) return Number(bare.replace(',', '.'))
  return /^[+-]?\d(?:\.\d+)?E[+-]?\d{1,2}$/iu.test(bare) ? Number(bare) : null
}

/** Whole đồng, 0 to `max`; a fraction is rounded only when it is a spreadsheet's .0…; else `not-a-number`. */
export const moneyCell = (max = 1_000_000_000_000): CellParser =>
  parser(40, (text) => {
    const amount = readNumber(text)
    if (amount === null || !Number.isFinite(amount)) return bad('not-a-number')
    const whole = Math.round(amount)
    if (Math.abs(whole - amount) > 0.001) return bad('not-a-number')
    return whole < 0 || whole > max ? bad('out-of-range') : good(String(whole))
  })

/** A decimal number between `min` and `max`, written with a point. */
export const decimalCell = (min: number, max: number): CellParser =>
  parser(40, (text) => {
    const value = readNumber(text)
    if (value === null || !Number.isFinite(value)) return bad('not-a-number')
    return value < min || value > max ? bad('out-of-range') : good(String(value))
  })

/** A whole number between `min` and `max`. */
export const integerCell = (min: number, max: number): CellParser =>
  parser(40, (text) => {
    const value = readNumber(text)
    if (value === null || !Number.isInteger(value)) return bad('not-a-number')
    return value < min || value > max ? bad('out-of-range') : good(String(value))
  })

/** Yes and no as spreadsheets write them → `true` / `false`. */
export const booleanCell: CellParser = choiceCell({
  true: 'true',
  false: 'false',
  có: 'true',
  không: 'false',
  x: 'true',
  '1': 'true',
  '0': 'false',
  yes: 'true',
  no: 'false',
})

import { isCivilDate, type CivilDate } from '../calendar/index.ts'
import { refused, type Refused } from '../values/index.ts'
import { parseNationalId } from './parse-national-id.ts'
import type { Sex } from './sex.ts'

/** The check digits of the lines: of the document number, the national id, the birth date, the expiry, and of all together. */
export const MRZ_CHECKS = [
  'mrz-document-check',
  'mrz-national-id-check',
  'mrz-birth-check',
  'mrz-expiry-check',
  'mrz-composite-check',
] as const
export type MrzCheck = (typeof MRZ_CHECKS)[number]

export type Mrz = {
  /** Nine characters: on Vietnamese cards the last nine digits of the national id. */
  readonly documentNumber: string
  readonly nationalId: string
  /** Capitals without diacritics; the whole name stands on the card's front and in its QR. */
  readonly surname: string
  readonly givenNames: string
  readonly bornOn: CivilDate
  readonly sex: Sex
  /** Null where the card has no expiry (holders over 60). */
  readonly expiresOn: CivilDate | null
  /** Which check digits do not fit; none on a good card. */
  readonly failedChecks: readonly MrzCheck[]
}

export type MrzRefusalCode = 'mrz-shape' | 'mrz-not-vietnamese' | 'mrz-national-id' | 'mrz-birth-date' | 'mrz-expiry' | 'mrz-sex'

const WEIGHTS = [7, 3, 1] as const
const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SEXES: Readonly<Record<string, Sex>> = { M: 'male', F: 'female' }

/** ICAO Doc 9303-3 §4.9: weights 7, 3, 1 repeating, sum modulo ten, filler counts 0. */
const checkDigit = (text: string): string => {
  const sum = Array.from(text).reduce((total, sign, at) => total + Math.max(0, VALUES.indexOf(sign)) * (WEIGHTS[at % 3] ?? 0), 0)
  return String(sum % 10)
}

const unfill = (text: string): string => text.replace(/</gu, ' ').trim().replace(/ +/gu, ' ')

const toDate = (yymmdd: string, century: string): CivilDate | null => {
  const date = `${century}${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`
  return isCivilDate(date) ? date : null
}

/** The failing checks of the five, in the order of the lines. A card without expiry has fillers there, and its check may be one too. */
const listFailedChecks = (first: string, second: string): MrzCheck[] => {
  const expiry = second.slice(8, 14)
  const composite = first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29)
  const holds: Readonly<Record<MrzCheck, boolean>> = {
    'mrz-document-check': checkDigit(first.slice(5, 14)) === first[14],
    'mrz-national-id-check': checkDigit(first.slice(15, 29)) === first[29],
    'mrz-birth-check': checkDigit(second.slice(0, 6)) === second[6],
    'mrz-expiry-check': checkDigit(expiry) === second[14] || (expiry === '<<<<<<' && second[14] === '<'),
    'mrz-composite-check': checkDigit(composite) === second[29],
  }
  return MRZ_CHECKS.filter((check) => !holds[check])
}

const readFields = (
  first: string,
  second: string,
  third: string,
): { readonly ok: true; readonly mrz: Omit<Mrz, 'failedChecks'> } | Refused<MrzRefusalCode> => {
  const nationalId = parseNationalId(first.slice(15, 27))
  if (!nationalId.ok) return refused('mrz-national-id')
  const bornOn = toDate(second.slice(0, 6), nationalId.birthYear < 2000 ? '19' : '20')
  if (bornOn === null) return refused('mrz-birth-date')
  const sex = SEXES[second[7] ?? '']
  if (sex === undefined) return refused('mrz-sex')
  const noExpiry = second.slice(8, 14) === '<<<<<<'
  const expiresOn = noExpiry ? null : toDate(second.slice(8, 14), '20')
  if (!noExpiry && expiresOn === null) return refused('mrz-expiry')
  const [surname = '', givenNames = ''] = third.split(/<<(.*)/u)
  const names = { surname: unfill(surname), givenNames: unfill(givenNames) }
  return { ok: true, mrz: { documentNumber: first.slice(5, 14), nationalId: nationalId.nationalId, ...names, bornOn, sex, expiresOn } }
}

type Lines = readonly string[] | string

const toLines = (lines: Lines): readonly [string, string, string] | Refused<MrzRefusalCode> => {
  const text = (typeof lines === 'string' ? lines : lines.join('')).replace(/\s+/gu, '').toUpperCase()
  if (!/^[A-Z0-9<]{90}$/u.test(text)) return refused('mrz-shape')
  const [first, second, third] = [text.slice(0, 30), text.slice(30, 60), text.slice(60)]
  const isVietnamese = first[0] === 'I' && first.slice(2, 5) === 'VNM' && second.slice(15, 18) === 'VNM'
  return isVietnamese ? [first, second, third] : refused('mrz-not-vietnamese')
}

/**
 * The machine-readable zone of a Vietnamese identity card: TD1, three lines of 30 (ICAO Doc 9303-5). Takes the lines as an array or
 * as one text; spaces are dropped and small letters lifted, as scanners and OCR leave them. The birth century comes from the id.
 * A check digit that does not fit is told, not refused: it is a hint that the card was misread, worn or altered.
 */
export const parseMrz = (lines: Lines): { readonly ok: true; readonly mrz: Mrz } | Refused<MrzRefusalCode> => {
  const parts = toLines(lines)
  if ('code' in parts) return parts
  const read = readFields(...parts)
  return read.ok ? { ok: true, mrz: { ...read.mrz, failedChecks: listFailedChecks(parts[0], parts[1]) } } : read
}

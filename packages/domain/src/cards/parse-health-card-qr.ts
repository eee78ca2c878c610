import { isCivilDate, isPartialDate, type CivilDate, type PartialDate } from '../calendar/index.ts'
import type { AreaCode } from './health-card.ts'
import { refused, type Refused } from '../values/index.ts'
import type { CoverageLevel } from './coverage-levels.ts'
import { AREA_DIGITS, type HealthCardQr } from './health-card-qr.ts'
import { parseHexText } from './hex-text.ts'
import { parseHealthCardNumber15 } from './parse-health-card-number.ts'

export type ScannedHealthCard = HealthCardQr & {
  /** Fifteen characters on cards printed until 03/2021, null on today's. */
  readonly healthCardNumber15: string | null
  readonly address: string | null
  /** As printed; nobody outside can verify it. */
  readonly check: string | null
}

export type HealthCardQrRefusalCode =
  | 'health-card-qr-too-long'
  | 'health-card-qr-too-short'
  | 'health-card-qr-number'
  | 'health-card-qr-name'
  | 'health-card-qr-birth-date'
  | 'health-card-qr-sex'

/** What version 40 of the symbol carries. */
const RAW_MAX = 2953
/** Prints cut off after the issue date occur; what is before it is enough to know the person. */
const FEWEST_FIELDS = 9
const LEVELS: readonly CoverageLevel[] = [1, 2, 3, 4, 5]
const SEXES: Readonly<Record<string, 'male' | 'female'>> = { '1': 'male', '2': 'female' }

const filled = (field: string | undefined): string | null => {
  const text = (field ?? '').trim()
  return ['', '-', '0-', '$', '#'].includes(text) ? null : text
}

/** `d/M/yyyy`, `MM/yyyy` or `yyyy`; null when no such day exists. */
const readDate = (field: string | undefined): PartialDate | null => {
  const match = /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/u.exec(filled(field) ?? '')
  if (!match) return null
  const [, day, month, year] = match
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  return isPartialDate(date) ? date : null
}
const readDay = (field: string | undefined): CivilDate | null => {
  const date = readDate(field)
  return date !== null && isCivilDate(date) ? date : null
}
const readText = (field: string | undefined): string | null => {
  const text = filled(field)
  return text === null ? null : parseHexText(text)
}
const readFacility = (field: string | undefined): string | null => {
  const code = (filled(field) ?? '').replace(/[\s–-]/gu, '').toUpperCase()
  return /^[0-9A-Z]{5}$/u.test(code) ? code : null
}
const AREAS: readonly AreaCode[] = ['K1', 'K2', 'K3']
const readArea = (field: string | undefined): AreaCode | null => AREAS.find((area) => AREA_DIGITS[area] === filled(field)) ?? null
const readLevel = (field: string | undefined): CoverageLevel | null => LEVELS.find((level) => String(level) === filled(field)) ?? null

const readNumber = (field: string) => {
  const old = parseHealthCardNumber15(field)
  if (old.ok) return { insuranceNumber: old.insuranceNumber, healthCardNumber15: old.healthCardNumber, level: old.coverageLevel }
  return /^\d{10}$/u.test(field) ? { insuranceNumber: field, healthCardNumber15: null, level: null } : null
}

/** The QR of a health-insurance card, today's layout and the one before. Typed data, proof of nothing: the check string cannot be verified. */
export const parseHealthCardQr = (
  raw: string,
): { readonly ok: true; readonly card: ScannedHealthCard } | Refused<HealthCardQrRefusalCode> => {
  if (raw.length > RAW_MAX) return refused('health-card-qr-too-long')
  const fields = raw.trim().split('|')
  if (fields.length < FEWEST_FIELDS) return refused('health-card-qr-too-short')
  const number = readNumber((fields[0] ?? '').trim())
  if (number === null) return refused('health-card-qr-number')
  const fullName = readText(fields[1])
  if (fullName === null) return refused('health-card-qr-name')
  const bornOn = readDate(fields[2])
  if (bornOn === null) return refused('health-card-qr-birth-date')
  const sex = SEXES[filled(fields[3]) ?? '']
  if (sex === undefined) return refused('health-card-qr-sex')
  const isToday = number.healthCardNumber15 === null
  return {
    ok: true,
    card: {
      insuranceNumber: number.insuranceNumber,
      healthCardNumber15: number.healthCardNumber15,
      fullName,
      bornOn,
      sex,
      address: readText(fields[4]),
      registeredFacilityCode: readFacility(fields[5]),
      validFrom: readDay(fields[6]),
      validTo: readDay(fields[7]),
      issuedOn: readDay(fields[8]),
      managingCode: filled(fields[9]),
      guardianName: readText(fields[10]),
      areaCode: readArea(fields[11]),
      continuousSince: readDay(fields[12]),
      check: filled(fields[13]),
      coverageLevel: isToday ? readLevel(fields[14]) : number.level,
      issuingOfficeName: isToday ? readText(fields[15]) : null,
    },
  }
}

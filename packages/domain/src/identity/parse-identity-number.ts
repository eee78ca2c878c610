import { refused, type Refused } from '../values/index.ts'
import { parseNationalId, type NationalIdRefusalCode } from './parse-national-id.ts'

/** `unknown` is the box "tôi không nhớ". */
export const IDENTITY_NUMBER_KINDS = ['insurance-number', 'national-id', 'passport', 'unknown'] as const
export type IdentityNumberKind = (typeof IDENTITY_NUMBER_KINDS)[number]

export type IdentityNumber = { readonly ok: true; readonly kind: IdentityNumberKind; readonly value: string | null }

export type IdentityNumberRefusalCode =
  | NationalIdRefusalCode
  | 'identity-number-empty'
  | 'insurance-number-character'
  | 'insurance-number-length'
  | 'insurance-number-is-national-id'
  | 'insurance-number-is-card-number'
  | 'national-id-is-old-id'
  | 'national-id-is-insurance-number'
  | 'passport-character'
  | 'passport-length'

type Outcome = IdentityNumber | Refused<IdentityNumberRefusalCode>

/** A person who types another paper's number is told which box it belongs to, not just "wrong length". */
const parseInsurance = (value: string): Outcome => {
  if (/^[A-Z]{2}\d{13}$/u.test(value)) return refused('insurance-number-is-card-number')
  if (!/^\d+$/u.test(value)) return refused('insurance-number-character')
  if (value.length === 12 && parseNationalId(value).ok) return refused('insurance-number-is-national-id')
  return value.length === 10 ? { ok: true, kind: 'insurance-number', value } : refused('insurance-number-length')
}

const parseNational = (value: string): Outcome => {
  if (/^\d{9}$/u.test(value)) return refused('national-id-is-old-id')
  if (/^\d{10}$/u.test(value)) return refused('national-id-is-insurance-number')
  const parsed = parseNationalId(value)
  return parsed.ok ? { ok: true, kind: 'national-id', value: parsed.nationalId } : parsed
}

/** Document number of ICAO Doc 9303-4: up to nine letters and digits; no State issues fewer than five. */
const parsePassport = (value: string): Outcome => {
  if (!/^[A-Z0-9]+$/u.test(value)) return refused('passport-character')
  return value.length >= 5 && value.length <= 9 ? { ok: true, kind: 'passport', value } : refused('passport-length')
}

/**
 * The number a person registers with. Only its shape is judged, at once and offline: whether it is known is told at the
 * counter and nowhere before. White space, dots and hyphens between digits are dropped, letters become capitals.
 */
export const parseIdentityNumber = (kind: IdentityNumberKind, value: string): Outcome => {
  if (kind === 'unknown') return { ok: true, kind, value: null }
  const compact = value
    .normalize('NFC')
    .replace(/[\s.–-]/gu, '')
    .toUpperCase()
  if (compact === '') return refused('identity-number-empty')
  if (kind === 'insurance-number') return parseInsurance(compact)
  return kind === 'national-id' ? parseNational(compact) : parsePassport(compact)
}

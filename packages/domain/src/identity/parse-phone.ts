import type { CivilDate } from '../calendar/index.ts'
import { validOn } from '../reference/index.ts'
import { refused, type Refused } from '../values/index.ts'
import { MOBILE_PREFIXES } from './mobile-prefixes.ts'

export type PhoneRefusalCode =
  | 'phone-empty'
  | 'phone-character'
  | 'phone-foreign'
  | 'phone-length'
  | 'phone-landline'
  | 'phone-prefix'
  | 'phone-eleven-digits'

type PhoneOutcome =
  | { readonly ok: true; readonly phone: string }
  | (Refused<PhoneRefusalCode> & {
      /** For an eleven-digit number of before 2018: the number it became. */
      readonly suggestion?: string
    })

const rowsOn = (on: CivilDate | undefined) =>
  on === undefined ? MOBILE_PREFIXES.filter((row) => row.validTo === null) : validOn(MOBILE_PREFIXES, on)

/** `01621234567` became `0321234567`. */
const modernise = (national: string, on: CivilDate | undefined): string | null => {
  for (const row of rowsOn(on)) {
    const prefix = row.prefixes[row.formerly?.indexOf(national.slice(0, 3)) ?? -1]
    if (prefix) return `+84${prefix}${national.slice(3)}`
  }
  return null
}

/** The digits after the country code or the leading zero; a refusal for a number of another country. */
const toNational = (compact: string): string | Refused<PhoneRefusalCode> => {
  if (/^(?:\+|00)84/u.test(compact)) return compact.replace(/^(?:\+|00)840?/u, '')
  if (/^(?:\+|00)/u.test(compact)) return refused('phone-foreign')
  if (/^84\d{9,10}$/u.test(compact)) return compact.slice(2)
  return compact.replace(/^0/u, '')
}

/**
 * A Vietnamese mobile number as people write it (`095 123 4567`, `+84 95…`, `84…`, dots, hyphens, brackets) → E.164 `+84951234567`.
 * Mobile only: the codes and the first password travel by SMS. `on` picks the numbering plan; today's when left out.
 */
export const parsePhone = (text: string, on?: CivilDate): PhoneOutcome => {
  const compact = text.normalize('NFKC').replace(/[\s.()–-]/gu, '')
  if (compact === '') return refused('phone-empty')
  if (!/^\+?\d+$/u.test(compact)) return refused('phone-character')
  const national = toNational(compact)
  if (typeof national !== 'string') return national
  if (/^2\d{8,9}$/u.test(national)) return refused('phone-landline')
  const suggestion = national.length === 10 ? modernise(national, on) : null
  if (suggestion !== null) return { ...refused('phone-eleven-digits'), suggestion }
  if (national.length !== 9) return refused('phone-length')
  const isMobile = rowsOn(on).some((row) => row.prefixes.includes(national.slice(0, 2)))
  return isMobile ? { ok: true, phone: `+84${national}` } : refused('phone-prefix')
}

/** `+84951234567` → `095 123 4567`. */
export const formatPhoneVi = (phone: string): string => phone.replace(/^\+84(\d{2})(\d{3})(\d{4})$/u, '0$1 $2 $3')

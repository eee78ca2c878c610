import {
  type DateRefusalCode,
  findForbiddenCharacter,
  type IdentityNumberRefusalCode,
  parseIdentityNumber,
  parsePartialDate,
  parsePersonName,
  type PersonNameRefusalCode,
} from '@an-sinh/domain'
import type { DraftFields } from '../draft/draft.ts'

export type IdentityFault =
  | PersonNameRefusalCode
  | IdentityNumberRefusalCode
  | DateRefusalCode
  | 'number-missing'
  | 'nationality-missing'
  | 'date-empty'
  | 'date-in-future'
  | 'sex-missing'
  | 'bad-text'

export type FieldFault<Code extends string> = { readonly field: string; readonly code: Code }

export type Identity = {
  readonly fullName: string
  readonly nationalId: string | null
  readonly passportNumber: string | null
  readonly nationality: string
  readonly insuranceNumber: string | null
  readonly insuranceNumberForgotten: boolean
  readonly bornOn: string
  readonly sex: 'male' | 'female'
}

type Faults = FieldFault<IdentityFault>[]

const readName = (typed: string, faults: Faults): string => {
  if (findForbiddenCharacter(typed) !== null) {
    faults.push({ field: 'fullName', code: 'bad-text' })
    return ''
  }
  const name = parsePersonName(typed)
  if (!name.ok) faults.push({ field: 'fullName', code: name.code })
  return name.ok ? name.fullName : ''
}

/** A number that may be left empty; null then. */
const readNumber = (kind: 'national-id' | 'passport' | 'insurance-number', field: string, typed: string, faults: Faults): string | null => {
  if (typed.trim() === '') return null
  const number = parseIdentityNumber(kind, typed)
  if (!number.ok) faults.push({ field, code: number.code })
  return number.ok ? number.value : null
}

const toNumber = (typed: string): number | null => {
  const compact = typed.normalize('NFKC').trim()
  if (compact === '') return null
  return /^\d+$/u.test(compact) ? Number(compact) : Number.NaN
}

/** Three boxes → partial date. `today` is Viet Nam's civil date: nobody was born after it. */
const readBirth = ({ birth, birthYearOnly }: DraftFields, today: string, faults: Faults): string => {
  const year = toNumber(birth.year)
  const day = birthYearOnly ? null : toNumber(birth.day)
  const month = birthYearOnly ? null : toNumber(birth.month)
  const isShort = !birthYearOnly && (day === null || month === null)
  const date = year === null || isShort ? null : parsePartialDate(day, month, year)
  if (date === null) faults.push({ field: 'birth', code: 'date-empty' })
  else if (typeof date !== 'string') faults.push({ field: 'birth', code: date.code })
  else if (date > today.slice(0, date.length)) faults.push({ field: 'birth', code: 'date-in-future' })
  return typeof date === 'string' ? date : ''
}

const readNumbers = (fields: DraftFields, faults: Faults) => {
  const before = faults.length
  const nationalId = fields.paper === 'national-id' ? readNumber('national-id', 'nationalId', fields.nationalId, faults) : null
  const passportNumber = fields.paper === 'passport' ? readNumber('passport', 'passportNumber', fields.passportNumber, faults) : null
  const typed = fields.insuranceNumberForgotten ? '' : fields.insuranceNumber
  const insuranceNumber = readNumber('insurance-number', 'insuranceNumber', typed, faults)
  const isMissing = nationalId === null && passportNumber === null && insuranceNumber === null
  if (isMissing && faults.length === before)
    faults.push({ field: fields.paper === 'passport' ? 'passportNumber' : 'nationalId', code: 'number-missing' })
  return { nationalId, passportNumber, insuranceNumber, insuranceNumberForgotten: insuranceNumber === null }
}

/**
 * The first question group as typed → the person's identity, or everything that is wrong with it, at once. Only shapes are judged: whether a
 * number is known is said at the counter and nowhere before.
 */
export const readIdentity = (
  fields: DraftFields,
  today: string,
): { readonly ok: true; readonly identity: Identity } | { readonly ok: false; readonly faults: readonly FieldFault<IdentityFault>[] } => {
  const faults: Faults = []
  const fullName = readName(fields.fullName, faults)
  const numbers = readNumbers(fields, faults)
  const nationality = fields.paper === 'passport' ? fields.nationality : 'VN'
  if (fields.paper === 'passport' && (nationality === '' || nationality === 'VN'))
    faults.push({ field: 'nationality', code: 'nationality-missing' })
  const bornOn = readBirth(fields, today, faults)
  if (fields.sex === null) faults.push({ field: 'sex', code: 'sex-missing' })
  if (faults.length > 0 || fields.sex === null) return { ok: false, faults }
  return { ok: true, identity: { fullName, ...numbers, nationality, bornOn, sex: fields.sex } }
}

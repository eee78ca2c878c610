import type { CivilDate, PartialDate } from '../calendar/index.ts'
import { refused, type Refused } from '../values/index.ts'
import { findForbiddenCharacter, foldText, normaliseText } from '../text/index.ts'
import { parseNationalId } from './parse-national-id.ts'
import { parsePersonName } from './parse-person-name.ts'
import { parseCompactDate, repairDigits } from './scanned-text.ts'
import type { Sex } from './sex.ts'

export type IdCard = {
  readonly nationalId: string
  /** The former 9-digit number, or a former 12-digit one. */
  readonly legacyId: string | null
  readonly fullName: string
  readonly bornOn: PartialDate
  readonly sex: Sex
  /** As printed: cards made before 01/07/2025 name units that have since been merged. */
  readonly address: string
  readonly issuedOn: CivilDate | null
}

export type IdCardQrRefusalCode =
  | 'id-card-qr-empty'
  | 'id-card-qr-too-long'
  | 'id-card-qr-forbidden-character'
  | 'id-card-qr-fields'
  | 'id-card-qr-national-id'
  | 'id-card-qr-name'
  | 'id-card-qr-birth-date'
  | 'id-card-qr-sex'

/** Version 40 carries at most 2,953 bytes; real cards hold under 300. */
const RAW_MAX = 2953
const SEXES: Readonly<Record<string, Sex>> = { nam: 'male', nu: 'female' }

/** Fields by pipe; a wedge scanner set to another keyboard layout types `\` for it. Addresses use commas, never either. */
const splitFields = (raw: string): string[] =>
  raw
    .replace(/^\uFEFF/u, '')
    .trim()
    .split(raw.includes('|') ? '|' : '\\')

const parseLegacyId = (text: string): string | null => {
  const digits = repairDigits(text)
  return /^(?:\d{9}|\d{12})$/u.test(digits) ? digits : null
}

const parseIssuedOn = (text: string): CivilDate | null => {
  const date = parseCompactDate(text)
  return date?.length === 10 ? date : null
}

/**
 * The QR of the chip identity card: `id12|oldId|name|ddMMyyyy|Nam/Nữ|address|issued ddMMyyyy`, UTF-8. Six fields suffice (what the
 * e-identity app shows) and more than seven are tolerated (the 2024 card's layout is unpublished). Typed data, proof of nothing.
 */
export const parseIdCardQr = (raw: string): { readonly ok: true; readonly idCard: IdCard } | Refused<IdCardQrRefusalCode> => {
  if (raw.length > RAW_MAX) return refused('id-card-qr-too-long')
  if (raw.trim() === '') return refused('id-card-qr-empty')
  if (findForbiddenCharacter(raw)) return refused('id-card-qr-forbidden-character')
  const fields = splitFields(raw)
  if (fields.length < 6) return refused('id-card-qr-fields')
  const [idField = '', legacyField = '', nameField = '', birthField = '', sexField = '', addressField = '', issuedField = ''] = fields
  const nationalId = parseNationalId(repairDigits(idField))
  if (!nationalId.ok) return refused('id-card-qr-national-id')
  const name = parsePersonName(nameField)
  if (!name.ok) return refused('id-card-qr-name')
  const bornOn = parseCompactDate(birthField)
  if (bornOn === null) return refused('id-card-qr-birth-date')
  const sex = SEXES[foldText(sexField)]
  if (sex === undefined) return refused('id-card-qr-sex')
  return {
    ok: true,
    idCard: {
      nationalId: nationalId.nationalId,
      legacyId: parseLegacyId(legacyField),
      fullName: name.fullName,
      bornOn,
      sex,
      address: normaliseText(addressField),
      issuedOn: parseIssuedOn(issuedField),
    },
  }
}

import type { PartialDate } from '../calendar/index.ts'
import { refused, type Refused } from '../values/index.ts'
import type { Sex } from './sex.ts'

export type NationalId = {
  readonly ok: true
  readonly nationalId: string
  /** Three digits: province of birth registration, or from 100 the country of birth. */
  readonly provinceCode: string
  readonly sex: Sex
  readonly birthYear: number
}

export type NationalIdRefusalCode = 'national-id-character' | 'national-id-length' | 'national-id-province' | 'national-id-century'
export type NationalIdFinding = { readonly code: 'national-id-birth-year-differs' | 'national-id-sex-differs' }

/** The 63 province codes of Decision 124/2004/QĐ-TTg, which stay in numbers issued before and after the mergers of 2025. */
const PROVINCE_CODES =
  ' 01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96 '
/** Assigned to no province: synthetic people only, so that no test number belongs to anybody. */
const SYNTHETIC_PROVINCE = '099'

const isKnownBirthplace = (code: string): boolean =>
  code >= '100' || code === SYNTHETIC_PROVINCE || PROVINCE_CODES.includes(` ${code.slice(1)} `)

/**
 * A 12-digit personal number: 3 province or country + 1 century and sex (0/1 male/female of 19xx, 2/3 of 20xx) + 2 year + 6.
 * Source: Decree 137/2015/NĐ-CP art. 13, Circular 59/2021/TT-BCA art. 4. The number has no check digit. White space inside is dropped.
 */
export const parseNationalId = (text: string): NationalId | Refused<NationalIdRefusalCode> => {
  const nationalId = text.replace(/\s+/gu, '')
  if (!/^\d*$/u.test(nationalId)) return refused('national-id-character')
  if (nationalId.length !== 12) return refused('national-id-length')
  const provinceCode = nationalId.slice(0, 3)
  if (!isKnownBirthplace(provinceCode)) return refused('national-id-province')
  const century = Number(nationalId[3])
  if (century > 3) return refused('national-id-century')
  const birthYear = (century < 2 ? 1900 : 2000) + Number(nationalId.slice(4, 6))
  return { ok: true, nationalId, provinceCode, sex: century % 2 === 0 ? 'male' : 'female', birthYear }
}

/**
 * What in a number disagrees with the facts beside it. Findings for the clerk, never a refusal: a corrected birth date or sex
 * leaves the number as it was issued. An unreadable number gives no findings; `parseNationalId` says why.
 */
export const checkNationalId = (
  nationalId: string,
  facts: { readonly bornOn?: PartialDate; readonly sex?: Sex },
): readonly NationalIdFinding[] => {
  const parsed = parseNationalId(nationalId)
  if (!parsed.ok) return []
  const findings: NationalIdFinding[] = []
  if (facts.bornOn !== undefined && Number(facts.bornOn.slice(0, 4)) !== parsed.birthYear) {
    findings.push({ code: 'national-id-birth-year-differs' })
  }
  if (facts.sex !== undefined && facts.sex !== parsed.sex) findings.push({ code: 'national-id-sex-differs' })
  return findings
}

import type { CivilDate, PartialDate } from '../calendar/index.ts'
import type { Sex } from '../identity/index.ts'
import type { CoverageLevel } from './coverage-levels.ts'
import type { AreaCode } from './health-card.ts'

/** What the QR of today's card says (10-digit cards since 01/04/2021, Decision 1666/QĐ-BHXH of 3/12/2020: "layout B"). */
export type HealthCardQr = {
  /** Ten digits. */
  readonly insuranceNumber: string
  readonly fullName: string
  readonly bornOn: PartialDate
  readonly sex: Sex
  /** Five characters: province and facility. */
  readonly registeredFacilityCode: string | null
  readonly validFrom: CivilDate | null
  readonly validTo: CivilDate | null
  readonly issuedOn: CivilDate | null
  /** Four characters of the office and the insurance number. */
  readonly managingCode: string | null
  readonly guardianName: string | null
  readonly areaCode: AreaCode | null
  readonly continuousSince: CivilDate | null
  readonly coverageLevel: CoverageLevel | null
  readonly issuingOfficeName: string | null
}

/** The living area as one digit; everyone outside K1–K3 is `4`. */
export const AREA_DIGITS = { K1: '1', K2: '2', K3: '3' } as const satisfies Readonly<Record<AreaCode, string>>
export const NO_AREA_DIGIT = '4'

import type { CivilDate } from '../calendar/index.ts'
import type { CoverageLevel } from './coverage-levels.ts'

/** K1 mountainous or minority, K2 very difficult, K3 islands: the code printed on the card, null for everyone else. */
export type AreaCode = 'K1' | 'K2' | 'K3'

/** A health card as it is valid from one day to another; a change of facility or level is another card. */
export type HealthCard = {
  /** Ten digits since 01/04/2021 (Decision 1666/QĐ-BHXH of 3/12/2020), fifteen characters before. */
  readonly healthCardNumber: string
  /** Two letters: HN, DN, TE, … (Decision 1351/QĐ-BHXH of 2015). */
  readonly participantGroup: string
  readonly coverageLevel: CoverageLevel
  /** Five characters: province and facility. */
  readonly registeredFacilityCode: string
  readonly validFrom: CivilDate
  readonly validTo: CivilDate | null
  /** Day on which five continuous years are reached or were. */
  readonly continuousSince: CivilDate | null
  readonly areaCode: AreaCode | null
}

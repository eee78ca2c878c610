import { refused, type Refused } from '../values/index.ts'
import type { CoverageLevel } from './coverage-levels.ts'

export type HealthCardNumber15 = {
  readonly ok: true
  readonly healthCardNumber: string
  readonly participantGroup: string
  readonly coverageLevel: CoverageLevel
  readonly provinceCode: string
  readonly insuranceNumber: string
}

export type HealthCardNumberRefusalCode = 'health-card-number-length' | 'health-card-number-shape' | 'health-card-number-level'

const LEVELS: readonly CoverageLevel[] = [1, 2, 3, 4, 5]

/**
 * The 15-character number of cards printed until 03/2021: 2 letters of the group + 1 level + 2 province + 10 insurance number
 * (Decision 1351/QĐ-BHXH of 2015). White space and hyphens are dropped, letters lifted.
 */
export const parseHealthCardNumber15 = (text: string): HealthCardNumber15 | Refused<HealthCardNumberRefusalCode> => {
  const healthCardNumber = text.replace(/[\s-]/gu, '').toUpperCase()
  if (healthCardNumber.length !== 15) return refused('health-card-number-length')
  const match = /^([A-Z]{2})(\d)(\d{2})(\d{10})$/u.exec(healthCardNumber)
  if (!match) return refused('health-card-number-shape')
  const [, participantGroup = '', level, provinceCode = '', insuranceNumber = ''] = match
  const coverageLevel = LEVELS.find((candidate) => candidate === Number(level))
  if (coverageLevel === undefined) return refused('health-card-number-level')
  return { ok: true, healthCardNumber, participantGroup, coverageLevel, provinceCode, insuranceNumber }
}

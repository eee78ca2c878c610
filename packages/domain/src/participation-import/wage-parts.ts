import type { CivilMonth } from '../contributions/index.ts'
import { referenceLevelOf } from './reference-levels.ts'

/** A wage as employers declare it. `base` and `positionAllowance` up to 100 are coefficients of the reference level, above that đồng. */
export type DeclaredWage = {
  readonly base: number
  readonly positionAllowance: number
  /** Percent of the base. */
  readonly overFrameSeniorityPercent: number
  /** Percent of base, position allowance and over-frame seniority together. */
  readonly occupationalSeniorityPercent: number
  /** Đồng. */
  readonly wageAllowance: number
  /** Đồng. */
  readonly supplements: number
}

/** Wages up to this are coefficients (D02 electronic layout). */
export const HIGHEST_COEFFICIENT = 100
export const isCoefficient = (wage: number): boolean => wage <= HIGHEST_COEFFICIENT

/**
 * The contributory salary of a month in đồng, rounded to whole đồng. null: a coefficient of a month whose reference level is not in the list.
 * Seniority allowances as in Decision 595/QĐ-BHXH article 6 (unverified against the text).
 */
export const sumWage = (wage: DeclaredWage, month: CivilMonth): number | null => {
  const level = referenceLevelOf(month)
  const hasCoefficient =
    (isCoefficient(wage.base) && wage.base > 0) || (isCoefficient(wage.positionAllowance) && wage.positionAllowance > 0)
  if (hasCoefficient && level === null) return null
  const inVnd = (part: number): number => (isCoefficient(part) ? part * (level ?? 0) : part)
  const base = inVnd(wage.base)
  const framed = base + inVnd(wage.positionAllowance) + (base * wage.overFrameSeniorityPercent) / 100
  const whole = framed + (framed * wage.occupationalSeniorityPercent) / 100 + wage.wageAllowance + wage.supplements
  return Math.round(Number(whole.toFixed(4)))
}

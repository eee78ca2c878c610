import { compareDates, type CivilDate } from '../calendar/index.ts'
import { referenceLevelOf } from '../participation-import/index.ts'
import { sorted } from '../values/index.ts'

/** Law on Health Insurance art. 22(1) as amended by Law 46/2014/QH13 and Law 51/2024/QH15: more than six reference levels in the year. */
const CEILING_MONTHS = 6

export type Copayment = { readonly on: CivilDate; readonly amountVnd: number }

export type CopaymentYear = {
  readonly year: number
  /** What was paid, as paid. */
  readonly totalVnd: number
  /** The same in the measure of the reference level of the day asked about. */
  readonly convertedVnd: number
  readonly referenceLevelVnd: number
  readonly ceilingVnd: number
  readonly isOverCeiling: boolean
  readonly hasFiveYears: boolean
  /** From this day to 31 December the fund pays everything; null while a condition is missing. */
  readonly exemptFrom: CivilDate | null
  readonly exemptTo: CivilDate | null
}

/** Base salary, since July 2025 the reference level; it changes with a month. */
const levelOn = (on: CivilDate): number => {
  const amountVnd = referenceLevelOf(on.slice(0, 7))
  if (amountVnd === null) throw new RangeError(`no reference level on ${on}`)
  return amountVnd
}

/** A payment made under an earlier level weighs as many levels as it weighed then; whole đồng, rounded down. */
const convert = ({ on, amountVnd }: Copayment, toLevel: number): number => Math.floor((amountVnd * toLevel) / levelOn(on))

const sumTo = (copayments: readonly Copayment[], on: CivilDate): number =>
  copayments.filter((one) => one.on <= on).reduce((sum, one) => sum + convert(one, levelOn(on)), 0)

const isOver = (copayments: readonly Copayment[], on: CivilDate): boolean => sumTo(copayments, on) > CEILING_MONTHS * levelOn(on)

/**
 * Copayment of the calendar year up to `on`, and whether the exemption is reached: five continuous years and more than six reference levels
 * paid; it holds from the day on which both are true to 31 December. `fiveYearsOn` is the day on which five years are complete.
 */
export const decideCopayment = (all: readonly Copayment[], fiveYearsOn: CivilDate | null, on: CivilDate): CopaymentYear => {
  const year = on.slice(0, 4)
  const copayments = all.filter((one) => one.on.startsWith(year) && one.on <= on)
  const days = [...copayments.map((one) => one.on), ...(fiveYearsOn?.startsWith(year) === true ? [fiveYearsOn] : [])]
  const exemptFrom =
    fiveYearsOn === null
      ? null
      : (sorted(days, compareDates).find((day) => day <= on && fiveYearsOn <= day && isOver(copayments, day)) ?? null)
  const referenceLevelVnd = levelOn(on)
  return {
    year: Number(year),
    totalVnd: copayments.reduce((sum, one) => sum + one.amountVnd, 0),
    convertedVnd: sumTo(copayments, on),
    referenceLevelVnd,
    ceilingVnd: CEILING_MONTHS * referenceLevelVnd,
    isOverCeiling: isOver(copayments, on),
    hasFiveYears: fiveYearsOn !== null && fiveYearsOn <= on,
    exemptFrom,
    exemptTo: exemptFrom === null ? null : `${year}-12-31`,
  }
}

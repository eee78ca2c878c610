import type { PartialDate, Sex } from '@an-sinh/domain'

/**
 * Numbers of synthetic people: insurance numbers begin with 99, national ids with 099 (neither was ever given to a province), phones
 * with 095 (a withdrawn prefix). Each counter runs through its whole range without repeating; SQL continues the same arithmetic where
 * people are multiplied (persons/person-multiply-queries.ts).
 */
export type NumberMaker = {
  insuranceNumber(): string
  householdCode(): string
  /** Agrees with birth year and sex, as real ones do. */
  nationalId(bornOn: PartialDate, sex: Sex): string
  legacyId(): string
  phone(): string
}

/** `after`: how many people came before. `identifiedBefore`: how many ids their first six digits (099, century and sex, year) have already. */
export type NumbersGiven = { after: number; identifiedBefore: ReadonlyMap<string, number> }

/** Multiplying by a number coprime to the range visits every value once, without looking counted. */
const scatter = (at: number, range: number, by: number): number => (at * by) % range

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

export function makeNumbers(given: NumbersGiven = { after: 0, identifiedBefore: new Map() }): NumberMaker {
  let [insured, household, legacy, phones] = [given.after, given.after, given.after, given.after]
  const identified = new Map(given.identifiedBefore)
  return {
    // 9900000000 to 9909999999 are kept for the people named in the demo.
    insuranceNumber: () => `99${digits(10_000_000 + scatter((insured += 1), 90_000_000, 7_368_787), 8)}`,
    householdCode: () => `99${digits(scatter((household += 1), 99_999_999, 5_015_011), 8)}`,
    nationalId: (bornOn, sex) => {
      const year = Number(bornOn.slice(0, 4))
      const first = `099${(year < 2000 ? 0 : 2) + (sex === 'male' ? 0 : 1)}${digits(year % 100, 2)}`
      const at = (identified.get(first) ?? 0) + 1
      identified.set(first, at)
      return `${first}${digits(100_000 + scatter(at, 900_000, 53_881), 6)}`
    },
    legacyId: () => `99${digits(scatter((legacy += 1), 9_999_999, 614_657), 7)}`,
    phone: () => `+8495${digits(1_000_000 + scatter((phones += 1), 9_000_000, 738_197), 7)}`,
  }
}

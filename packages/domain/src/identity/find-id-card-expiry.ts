import { type CivilDate, isCivilDate, type PartialDate } from '../calendar/index.ts'

/** A card is changed at these ages; one issued within two years before them holds until the next (Law on Identity 26/2023/QH15, art. 21). */
const CHANGE_AGES = [14, 25, 40, 60] as const
const SPARED_YEARS = 2

/** The same day so many years on; of 29 February in a common year the day after. */
const addYears = (date: CivilDate, years: number): CivilDate => {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`
  return isCivilDate(moved) ? moved : `${moved.slice(0, 4)}-03-01`
}

/**
 * The day on which an identity card runs out, from its holder's birth and its day of issue; null where it never does (after the last age) or
 * one of the two is not known to the day. A hint: what is printed on the card holds.
 */
export const findIdCardExpiry = (card: { readonly bornOn: PartialDate; readonly issuedOn: CivilDate | null }): CivilDate | null => {
  const { bornOn, issuedOn } = card
  if (issuedOn === null || !isCivilDate(bornOn)) return null
  const age = CHANGE_AGES.find((years) => issuedOn < addYears(bornOn, years - SPARED_YEARS))
  return age === undefined ? null : addYears(bornOn, age)
}

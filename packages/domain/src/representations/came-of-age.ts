import { addDays, ageOn, type CivilDate, isCivilDate, type PartialDate } from '../calendar/index.ts'

const ADULT_AGE = 18

/** The earliest day that a partial birth date allows: what is not known is held for the child's privacy. */
const earliestOf = (bornOn: PartialDate): CivilDate =>
  bornOn.length === 4 ? `${bornOn}-01-01` : bornOn.length === 7 ? `${bornOn}-01` : bornOn

/** The 18th birthday: from this day a person acts alone (Civil Code 91/2015/QH13 art. 20); born on 29 February, 1 March of common years. */
export const adultFrom = (bornOn: PartialDate): CivilDate => {
  const earliest = earliestOf(bornOn)
  const [year, rest] = [Number(earliest.slice(0, 4)) + ADULT_AGE, earliest.slice(4)]
  const birthday = `${year}${rest}`
  return isCivilDate(birthday) ? birthday : `${year}-03-01`
}

/** The last day on which a guardian sees a child's data. */
export const lastDayAsChild = (bornOn: PartialDate): CivilDate => addDays(adultFrom(bornOn), -1)

/** Whether somebody born then is surely under 18 on that day, and born already. */
export const isChildOn = (bornOn: PartialDate, on: CivilDate): boolean => earliestOf(bornOn) <= on && ageOn(bornOn, on).max < ADULT_AGE

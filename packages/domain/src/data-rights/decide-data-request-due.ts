import { addDays, type CivilDate, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'
import { addWorkingDays } from '../procedures/index.ts'
import { type DataRequestKind, findDataRequestRule } from './data-request-rules.ts'

type OpenDays = {
  readonly calendar: WorkingCalendar
  readonly closures: readonly OfficeClosure[]
  readonly openWeekdays?: readonly number[]
}

export type DataRequestDue = { readonly answerBy: CivilDate; readonly dueOn: CivilDate; readonly ruleVersion: string }

/** Until when a request sent on a day is answered and done, until 24:00 each, and the rule that says so. */
export const decideDataRequestDue = (kind: DataRequestKind, sentOn: CivilDate, facts: OpenDays): DataRequestDue => {
  const { answerWorkingDays, days, version } = findDataRequestRule(sentOn)
  return {
    answerBy: addWorkingDays(sentOn, answerWorkingDays, facts),
    // The first working day at or after the last day of the time.
    dueOn: addWorkingDays(addDays(sentOn, days[kind] - 1), 1, facts),
    ruleVersion: version,
  }
}

/** `{office code}/{yyyy}/DL{5 digits, 6 from the 100,000th}` (DL: "dữ liệu"). Throws RangeError on a bad serial. */
export const formatDataRequestNumber = ({ officeCode, year, serial }: { officeCode: string; year: number; serial: number }): string => {
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) throw new RangeError(`serial ${serial} is not within 1–999,999`)
  return `${officeCode}/${year}/DL${String(serial).padStart(5, '0')}`
}

import { type CorrectionSeries, decideCorrectionDue, formatCorrectionNumber } from '@an-sinh/domain'
import type { Transaction } from '../platform/transaction.ts'
import { listClosures, loadCalendar } from '../reference/index.ts'
import { chooseOffice } from './choose-office.ts'
import { readToday, takeCorrectionSerial } from './correction-queries.ts'

/** Number and date by the office that answers: its series, its working days. */
export async function numberRequest(
  transaction: Transaction,
  personId: number,
  series: CorrectionSeries = 'DC',
): Promise<{ officeId: number; fileNumber: string; dueOn: string; dueRuleVersion: string }> {
  const office = await chooseOffice(transaction, personId)
  const { officeId, openingHours } = office
  const today = await readToday(transaction)
  const { dueOn, ruleVersion } = decideCorrectionDue(today, {
    calendar: await loadCalendar(transaction),
    closures: await listClosures(transaction, officeId),
    openWeekdays: openingHours.weekdays,
  })
  const year = Number(today.slice(0, 4))
  const serial = await takeCorrectionSerial(transaction, officeId, year)
  const officeCode = office.officialCode ?? office.provisionalCode ?? ''
  return { officeId, fileNumber: formatCorrectionNumber({ officeCode, year, serial, series }), dueOn, dueRuleVersion: ruleVersion }
}

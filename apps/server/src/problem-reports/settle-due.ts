import { addWorkingHours, answerHoursOf, civilDateIn, type Department, findAnswerRule } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, listClosures, loadCalendar } from '../reference/index.ts'
import { readNow } from './report-job-queries.ts'

/** Until when a department has to answer what reaches it now: the hours of its kind, counted in those of the office; an incident shuts none of them. */
export async function settleDue(
  sql: Queryable,
  officeId: number,
  about: { department: Department; category: string },
): Promise<{ dueAt: Date; dueRuleVersion: string }> {
  const [now, office, closures, calendar] = [
    await readNow(sql),
    await findStandingOffice(sql, officeId),
    (await listClosures(sql, officeId)).filter(({ cause }) => cause === 'closed'),
    await loadCalendar(sql),
  ]
  const rule = findAnswerRule(civilDateIn(now.getTime()))
  const hours = office?.openingHours ?? { weekdays: [1, 2, 3, 4, 5], spans: [['08:00', '17:00']] }
  const dueMs = addWorkingHours(now.getTime(), answerHoursOf(rule, about), {
    calendar,
    closures,
    openWeekdays: hours.weekdays,
    spans: hours.spans,
  })
  return { dueAt: new Date(dueMs), dueRuleVersion: rule.version }
}

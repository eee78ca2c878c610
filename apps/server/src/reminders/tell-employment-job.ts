import { tellPerson } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'
import { listEmploymentFacts } from './employment-queries.ts'
import { tellAll } from './tell-all.ts'

/** One month late happens between pay day and the office's books; the second is news. */
const LATE_MONTHS = 2

/** Daily: an employer did not pay for two months, or reported that the employment ended; once per spell. Answers how many were told. */
export function tellEmployment(platform: Platform): Promise<number> {
  return tellAll(
    platform,
    (limit) => listEmploymentFacts(platform.sql, LATE_MONTHS, limit),
    async (transaction, { spellKey, what, employerName, lateMonths, lastMonth, ...reach }) =>
      tellPerson(platform, transaction, reach, {
        key: `employment-${what}/${spellKey}`,
        content:
          what === 'unpaid'
            ? { event: 'employer-unpaid', employerName, months: lateMonths }
            : { event: 'employment-ended', employerName, lastMonth },
      }),
  )
}

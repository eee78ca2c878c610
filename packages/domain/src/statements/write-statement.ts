import type { StatementRequest } from './decide-statement.ts'
import type { StatementContent } from './statement-content.ts'
import type { StatementFacts } from './statement-facts.ts'
import { writeConfirmation } from './write-confirmation.ts'
import { writeParticipationBook } from './write-participation-book.ts'
import { writeYearlyNotice } from './write-yearly-notice.ts'

/** The words of a statement whose request `decideStatement` let through. Throws RangeError on a notice without a year. */
export const writeStatement = (facts: StatementFacts, { kind, year, fields }: StatementRequest): StatementContent => {
  if (kind === 'confirmation') return writeConfirmation(facts, fields)
  if (kind === 'participation-book') return writeParticipationBook(facts, fields)
  if (year === null) throw new RangeError('a yearly notice needs its year')
  return writeYearlyNotice(facts, fields, year)
}

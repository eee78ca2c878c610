import { type CounterTiming, type Difference, civilDateIn, decideCounterTiming, findDifferences, parsePhone } from '@an-sinh/domain'
import { findPersonCandidates, type PersonCandidate, type PersonRow } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'

/** More than this on a desk's screen is no comparison any more; a number is asked for instead. */
const MOST_CANDIDATES = 8

const isByNumber = ({ foundBy }: PersonCandidate): boolean => foundBy.includes('insurance-number') || foundBy.includes('national-id')

/** Whom the declaration may mean: everybody its numbers lead to, and namesakes of the same birth as far as there is room. */
export async function listCandidates(sql: Queryable, { declared }: SubmittedRegistration): Promise<PersonCandidate[]> {
  const found = await findPersonCandidates(sql, declared)
  return [...found.filter(isByNumber), ...found.filter((person) => !isByNumber(person))].slice(0, MOST_CANDIDATES)
}

const toE164 = (phone: string | null): string | null => {
  if (phone === null) return null
  const parsed = parsePhone(phone)
  return parsed.ok ? parsed.phone : phone
}

/** Field by field, by the domain's rules. */
export const compareWithPerson = ({ declared, provedPhone }: SubmittedRegistration, person: PersonRow): Difference[] =>
  findDifferences({ ...declared, phone: provedPhone }, { ...person, phone: toE164(person.phoneOnFile) })

/** In time or not: on the day the paper came, or today while it has not. */
export function timingOf(row: SubmittedRegistration, today: string): CounterTiming {
  const { dueOn, graceEndsOn, receivedAt } = row
  if (dueOn === null || graceEndsOn === null) return 'on-time'
  return decideCounterTiming({ dueOn, graceEndsOn, todayOn: receivedAt === null ? today : civilDateIn(receivedAt.getTime()) })
}

import {
  type CounterTiming,
  type Difference,
  civilDateIn,
  decideCounterTiming,
  findDifferences,
  parsePhone,
  type RegistrationState,
} from '@an-sinh/domain'
import { findPerson, findPersonCandidates, type PersonCandidate, type PersonRow } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'

/** More than this on a desk's screen is no comparison any more; a number is asked for instead. */
const MOST_CANDIDATES = 8

const isByNumber = ({ foundBy }: PersonCandidate): boolean => foundBy.includes('insurance-number') || foundBy.includes('national-id')

/** A number that was merged away leads to who bears the other one now: shown as well, found by the same rule. */
const listSurvivors = async (sql: Queryable, found: readonly PersonCandidate[]): Promise<PersonCandidate[]> => {
  const survivors: PersonCandidate[] = []
  for (const { mergedIntoPersonId, foundBy } of found) {
    if (mergedIntoPersonId === null || found.some(({ personId }) => personId === mergedIntoPersonId)) continue
    const survivor = await findPerson(sql, mergedIntoPersonId)
    if (survivor !== null) survivors.push({ ...survivor, foundBy })
  }
  return survivors
}

/** Whom the declaration may mean: everybody its numbers lead to, and namesakes of the same birth as far as there is room. */
export async function listCandidates(sql: Queryable, { declared }: SubmittedRegistration): Promise<PersonCandidate[]> {
  const found = await findPersonCandidates(sql, declared)
  const byNumber = found.filter(isByNumber)
  return [...byNumber, ...(await listSurvivors(sql, found)), ...found.filter((person) => !isByNumber(person))].slice(0, MOST_CANDIDATES)
}

const toE164 = (phone: string | null): string | null => {
  if (phone === null) return null
  const parsed = parsePhone(phone)
  return parsed.ok ? parsed.phone : phone
}

/** Field by field, by the domain's rules. */
export const compareWithPerson = ({ declared, provedPhone }: SubmittedRegistration, person: PersonRow): Difference[] =>
  findDifferences({ ...declared, phone: provedPhone }, { ...person, phone: toE164(person.phoneOnFile) })

/** States in which the paper is still (or again) on its way: an earlier receipt no longer counts. */
const AWAITING: readonly RegistrationState[] = ['awaiting-visit', 'expired']

/** When the paper came that is being worked on; null while it is awaited. */
export const paperReceivedAt = (row: SubmittedRegistration): Date | null => (AWAITING.includes(row.state) ? null : row.receivedAt)

/** In time or not: on the day the paper came, or today while it has not. */
export function timingOf(row: SubmittedRegistration, today: string): CounterTiming {
  const { dueOn, graceEndsOn } = row
  if (dueOn === null || graceEndsOn === null) return 'on-time'
  const receivedAt = paperReceivedAt(row)
  return decideCounterTiming({ dueOn, graceEndsOn, todayOn: receivedAt === null ? today : civilDateIn(receivedAt.getTime()) })
}

import { compareBirthDates, isPartialDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { findPersonByInsuranceNumber, findPersonByNationalId, type PersonRow } from './person-queries.ts'
import { listAlikeBornOn, listPersonsByIds, listPersonsByNameAndYear } from './person-search-queries.ts'

/** Which rule found the person. */
export type FoundBy = 'insurance-number' | 'national-id' | 'name-and-birth'
export type PersonCandidate = PersonRow & { foundBy: FoundBy[] }

/** `bornOn`: yyyy, yyyy-MM or yyyy-MM-dd, as declared. */
export type PersonQuestion = { insuranceNumber: string | null; nationalId: string | null; fullName: string; bornOn: string }

/** More namesakes than this help no clerk: a number is asked for instead. */
const MOST_BY_NAME = 20

/**
 * By name only together with a birth date. A slip in the name is tolerated inside one whole birthday (a few hundred people, by index);
 * with the year alone the folded name must be the same, since a fuzzy name without a birthday would read the whole register.
 */
async function listByNameAndBirth(sql: Queryable, { fullName, bornOn }: PersonQuestion): Promise<PersonRow[]> {
  if (!isPartialDate(bornOn)) return []
  const sameYear = await listPersonsByNameAndYear(sql, fullName, Number(bornOn.slice(0, 4)))
  const agreeing = sameYear.filter((person) => ['same', 'partial'].includes(compareBirthDates(bornOn, person.bornOn).verdict))
  if (bornOn.length < 10) return agreeing.slice(0, MOST_BY_NAME)
  const { personIds } = await listAlikeBornOn(sql, fullName, bornOn)
  const alike = await listPersonsByIds(sql, personIds.slice(0, MOST_BY_NAME * 2))
  return [...agreeing, ...alike].slice(0, MOST_BY_NAME * 2)
}

/** Everybody the declared facts may mean, each with the rules that found them; the surest first. Staff only: the citizen is never told. */
export async function findPersonCandidates(sql: Queryable, question: PersonQuestion): Promise<PersonCandidate[]> {
  const byNumber = question.insuranceNumber === null ? null : await findPersonByInsuranceNumber(sql, question.insuranceNumber)
  const byId = question.nationalId === null ? null : await findPersonByNationalId(sql, question.nationalId)
  const byName = await listByNameAndBirth(sql, question)
  const found: [FoundBy, PersonRow][] = [
    ...(byNumber === null ? [] : [['insurance-number', byNumber] as [FoundBy, PersonRow]]),
    ...(byId === null ? [] : [['national-id', byId] as [FoundBy, PersonRow]]),
    ...byName.map((person): [FoundBy, PersonRow] => ['name-and-birth', person]),
  ]
  const candidates = new Map<number, PersonCandidate>()
  for (const [rule, person] of found) {
    const known = candidates.get(person.personId)
    if (known === undefined) candidates.set(person.personId, { ...person, foundBy: [rule] })
    else if (!known.foundBy.includes(rule)) known.foundBy.push(rule)
  }
  return [...candidates.values()].toSorted((first, second) => second.foundBy.length - first.foundBy.length)
}

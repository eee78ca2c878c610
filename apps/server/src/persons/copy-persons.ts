import type { PartialDate, Sex } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { insertHouseholds, insertPersons } from './person-copy-queries.ts'

export type NewPerson = {
  fullName: string
  bornOn: PartialDate
  sex: Sex
  insuranceNumber: string
  nationalId: string | null
  legacyId: string | null
  passportNumber: string | null
  nationality: string
  wardCode: string | null
  address: string | null
  householdId: number | null
  /** Code of the household relationship list: 00 head, 01 wife, 08 child, … */
  householdRelation: string | null
  phoneOnFile: string | null
  diedOn: string | null
  mergedIntoPersonId: number | null
}
export type NewHousehold = { householdId: number; householdCode: string; wardCode: string; address: string }

/** Rows of one statement: large enough to be set-based, small enough for one message. */
const BATCH = 5000

/**
 * Adds many persons with their households at once. Answers the new ids in the order of `persons`.
 * `source` says where the rows come from and stays with each of them.
 */
export async function copyPersons(
  sql: Queryable,
  rows: { persons: NewPerson[]; households: NewHousehold[] },
  source: string,
): Promise<number[]> {
  for (let at = 0; at < rows.households.length; at += BATCH) await insertHouseholds(sql, rows.households.slice(at, at + BATCH))
  const personIds: number[] = []
  for (let at = 0; at < rows.persons.length; at += BATCH)
    personIds.push(...(await insertPersons(sql, rows.persons.slice(at, at + BATCH), source)))
  return personIds
}

import { foldText, type PartialDate, type Sex } from '@an-sinh/domain'

import { copyRows } from '../platform/copy-rows.ts'
import type { Queryable } from '../platform/sql.ts'

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

/** `count` ids that nobody else gets, ascending. */
async function drawPersonIds(sql: Queryable, count: number): Promise<number[]> {
  const rows = await sql<{ personId: number }[]>`SELECT nextval('person_ids') AS "personId" FROM generate_series(1, ${count}::int)`
  return rows.map((row) => row.personId)
}

async function copyHouseholdRows(sql: Queryable, households: Iterable<NewHousehold>): Promise<void> {
  function* rows() {
    for (const { householdId, householdCode, wardCode, address } of households) yield [householdId, householdCode, wardCode, address]
  }
  await copyRows(sql`COPY households (household_id, household_code, ward_code, address) FROM STDIN`, rows())
}

/** People under ids drawn before, in the same order. */
async function copyPersonRows(sql: Queryable, persons: readonly NewPerson[], personIds: readonly number[], source: string): Promise<void> {
  function* rows() {
    for (const [at, person] of persons.entries())
      yield [
        personIds[at] ?? null,
        person.fullName,
        person.bornOn,
        person.bornOn.length === 10 ? person.bornOn : null,
        person.bornOn.slice(0, 4),
        person.sex,
        person.insuranceNumber,
        person.nationalId,
        person.legacyId,
        person.passportNumber,
        person.nationality,
        person.wardCode,
        person.address,
        person.householdId,
        person.householdRelation,
        person.phoneOnFile,
        person.diedOn,
        person.mergedIntoPersonId,
        source,
      ]
  }
  const statement = sql`COPY persons (person_id, full_name, born_on_partial, born_on, birth_year, sex, insurance_number, national_id, legacy_id, passport_number,
    nationality, ward_code, address, household_id, household_relation, phone_on_file, died_on, merged_into_person_id, source) FROM STDIN`
  await copyRows(statement, rows())
}

/** By what name and birth these people are found. */
async function copyNameRows(sql: Queryable, persons: readonly NewPerson[], personIds: readonly number[]): Promise<void> {
  function* rows() {
    for (const [at, { fullName, bornOn }] of persons.entries())
      yield [personIds[at] ?? null, foldText(fullName), bornOn.slice(0, 4), bornOn.length === 10 ? bornOn : null]
  }
  await copyRows(sql`COPY person_names (person_id, name_folded, birth_year, born_on) FROM STDIN`, rows())
}

/** Where the numbers of these people lead: unique by keys of their own. */
async function copyNumberRows(sql: Queryable, persons: readonly NewPerson[], personIds: readonly number[]): Promise<void> {
  function* insured() {
    for (const [at, person] of persons.entries()) yield [person.insuranceNumber, personIds[at] ?? null]
  }
  function* identified() {
    for (const [at, person] of persons.entries()) if (person.nationalId !== null) yield [person.nationalId, personIds[at] ?? null]
  }
  await copyRows(sql`COPY insurance_numbers (insurance_number, person_id) FROM STDIN`, insured())
  await copyRows(sql`COPY national_ids (national_id, person_id) FROM STDIN`, identified())
}

type People = {
  persons: NewPerson[]
  households: NewHousehold[]
  /** Ids drawn before, one a person; drawn here where none are given. */
  personIds?: number[]
}

/**
 * Adds many persons with their households at once. Answers the new ids in the order of `persons`.
 * `source` says where the rows come from and stays with each of them.
 */
export async function copyPersons(sql: Queryable, people: People, source: string): Promise<number[]> {
  const { persons, households } = people
  const personIds = people.personIds ?? (await drawPersonIds(sql, persons.length))
  await copyHouseholdRows(sql, households)
  await copyPersonRows(sql, persons, personIds, source)
  await copyNameRows(sql, persons, personIds)
  await copyNumberRows(sql, persons, personIds)
  return personIds
}

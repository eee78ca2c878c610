import type { PartialDate, Sex } from '@an-sinh/domain'

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

export async function insertHouseholds(sql: Queryable, households: NewHousehold[]): Promise<void> {
  await sql`INSERT INTO households (household_id, household_code, ward_code, address)
    SELECT "householdId", "householdCode", "wardCode", address
    FROM jsonb_to_recordset(${sql.json(households)}) AS r("householdId" bigint, "householdCode" text, "wardCode" text, address text)`
}

/** Ids are drawn first, so that they come back in the order of the rows; numbers lead to their person by unique keys of their own. */
export async function insertPersons(sql: Queryable, persons: NewPerson[], source: string): Promise<number[]> {
  const rows = await sql<{ personId: number }[]>`
    WITH incoming AS MATERIALIZED (
      SELECT nextval('person_ids') AS person_id, r.*
      FROM ROWS FROM (jsonb_to_recordset(${sql.json(persons)}) AS ("fullName" text, "bornOn" text, sex text, "insuranceNumber" text, "nationalId" text, "legacyId" text,
        "passportNumber" text, nationality text, "wardCode" text, address text, "householdId" bigint, "householdRelation" text, "phoneOnFile" text, "diedOn" date, "mergedIntoPersonId" bigint)) WITH ORDINALITY AS r
    ), added AS (
      INSERT INTO persons (person_id, full_name, born_on_partial, born_on, birth_year, sex, insurance_number, national_id, legacy_id, passport_number, nationality,
        ward_code, address, household_id, household_relation, phone_on_file, died_on, merged_into_person_id, source)
      SELECT person_id, "fullName", "bornOn", CASE WHEN length("bornOn") = 10 THEN "bornOn"::date END, left("bornOn", 4)::smallint, sex, "insuranceNumber", "nationalId", "legacyId",
        "passportNumber", nationality, "wardCode", address, "householdId", "householdRelation", "phoneOnFile", "diedOn", "mergedIntoPersonId", ${source}
      FROM incoming
    ), numbered AS (
      INSERT INTO insurance_numbers (insurance_number, person_id) SELECT "insuranceNumber", person_id FROM incoming
    ), identified AS (
      INSERT INTO national_ids (national_id, person_id) SELECT "nationalId", person_id FROM incoming WHERE "nationalId" IS NOT NULL
    )
    SELECT person_id AS "personId" FROM incoming ORDER BY ordinality`
  return rows.map((row) => row.personId)
}

import type { CivilDate, PartialDate, Sex } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type PersonRow = {
  personId: number
  fullName: string
  nameFolded: string
  bornOn: PartialDate
  sex: Sex
  insuranceNumber: string
  nationalId: string | null
  legacyId: string | null
  passportNumber: string | null
  /** ISO 3166-1 alpha-2. */
  nationality: string
  wardCode: string | null
  address: string | null
  householdId: number | null
  householdRelation: string | null
  phoneOnFile: string | null
  diedOn: CivilDate | null
  mergedIntoPersonId: number | null
}

export const personColumns = (sql: Queryable) => sql`
  p.person_id AS "personId", p.full_name AS "fullName", p.name_folded AS "nameFolded", p.born_on_partial AS "bornOn", p.sex,
  p.insurance_number AS "insuranceNumber", p.national_id AS "nationalId", p.legacy_id AS "legacyId", p.passport_number AS "passportNumber", p.nationality,
  p.ward_code AS "wardCode", p.address, p.household_id AS "householdId", p.household_relation AS "householdRelation", p.phone_on_file AS "phoneOnFile",
  p.died_on AS "diedOn", p.merged_into_person_id AS "mergedIntoPersonId"`

/** One person by our id, or null. */
export async function findPerson(sql: Queryable, personId: number): Promise<PersonRow | null> {
  const [row] = await sql<PersonRow[]>`SELECT ${personColumns(sql)} FROM persons p WHERE p.person_id = ${personId}`
  return row ?? null
}

/** Where an insurance number leads. */
export async function findPersonByInsuranceNumber(sql: Queryable, insuranceNumber: string): Promise<PersonRow | null> {
  const [row] = await sql<PersonRow[]>`SELECT ${personColumns(sql)} FROM insurance_numbers n JOIN persons p ON p.person_id = n.person_id
    WHERE n.insurance_number = ${insuranceNumber}`
  return row ?? null
}

/** Where a 12-digit id leads. */
export async function findPersonByNationalId(sql: Queryable, nationalId: string): Promise<PersonRow | null> {
  const [row] = await sql<PersonRow[]>`SELECT ${personColumns(sql)} FROM national_ids n JOIN persons p ON p.person_id = n.person_id
    WHERE n.national_id = ${nationalId}`
  return row ?? null
}

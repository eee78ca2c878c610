import type { Queryable } from '../platform/sql.ts'

const COLUMNS = `person_id, full_name, born_on_partial, sex, insurance_number, national_id, legacy_id, passport_number, nationality, ward_code, address,
  household_id, household_relation, phone_on_file, died_on, merged_into_person_id, recorded_at, source, import_batch_id`

/** The columns that a person and its versions share, of the table named `alias` where one is needed. */
export const versionColumns = (sql: Queryable, alias = '') =>
  sql.unsafe(alias === '' ? COLUMNS : COLUMNS.replaceAll(/\b(?=[a-z])/gu, `${alias}.`))

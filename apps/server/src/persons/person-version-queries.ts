import type { Queryable } from '../platform/sql.ts'

const COLUMNS = `person_id, full_name, born_on_partial, sex, insurance_number, national_id, legacy_id, passport_number, nationality, ward_code, address,
  household_id, household_relation, phone_on_file, died_on, merged_into_person_id, recorded_at, source, import_batch_id`

/** The columns that a person and its versions share, of the table named `alias` where one is needed. */
export const versionColumns = (sql: Queryable, alias = '') =>
  sql.unsafe(alias === '' ? COLUMNS : COLUMNS.replaceAll(/\b(?=[a-z])/gu, `${alias}.`))

/** Part of a statement that changes persons (`changed`): where the name or the birth became another one, it is found by the new one. */
export const renamed = (sql: Queryable) => sql`
  renamed AS (
    UPDATE person_names n SET name_folded = c.name_folded, birth_year = c.birth_year, born_on = c.born_on FROM changed c
    WHERE n.person_id = c.person_id AND (n.name_folded, n.birth_year, n.born_on) IS DISTINCT FROM (c.name_folded, c.birth_year, c.born_on)
  )`

import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { renamed, versionColumns } from './person-version-queries.ts'

/** Persons that the batch added: theirs is no older version that it ended. */
const addedBy = (sql: Queryable, { batchId }: ImportBatch) => sql`(SELECT p.person_id FROM persons p WHERE p.import_batch_id = ${batchId}
  AND NOT EXISTS (SELECT FROM person_versions v WHERE v.person_id = p.person_id AND v.ended_by_batch_id = ${batchId}))`

/** What hangs on a person, in whatever feature: read from the catalogue, so that a table made tomorrow is not forgotten. */
const listTablesOfPersons = (sql: Queryable): Promise<{ name: string }[]> => sql<{ name: string }[]>`
  SELECT quote_ident(c.relname) AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'person_id' AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND has_table_privilege(c.oid, 'SELECT')
    AND c.relname NOT IN ('persons', 'person_versions', 'person_names', 'insurance_numbers', 'national_ids', 'import_rows', 'audit_lines')`

/** Facts of the batch that something later stands on: persons changed since, and added persons about whom anything else is known by now. */
export async function countPersonsBuiltUpon(sql: Queryable, batch: ImportBatch): Promise<number> {
  const tables = await listTablesOfPersons(sql)
  const used = tables.map(({ name }) => `SELECT person_id FROM ${name} WHERE person_id IN (SELECT person_id FROM added)`).join(' UNION ')
  const [row] = await sql<{ count: number }[]>`
    WITH added AS MATERIALIZED ${addedBy(sql, batch)}
    SELECT ((SELECT count(DISTINCT v.person_id) FROM person_versions v LEFT JOIN persons p ON p.person_id = v.person_id
        WHERE v.import_batch_id = ${batch.batchId} AND p.import_batch_id IS DISTINCT FROM ${batch.batchId})
      + (SELECT count(*) FROM (${sql.unsafe(used)}) u))::integer AS count`
  return row?.count ?? 0
}

const withdrawAdded = async (sql: Queryable, batch: ImportBatch, compensation: ImportBatch): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    WITH added AS MATERIALIZED ${addedBy(sql, batch)}, kept AS (
      INSERT INTO person_versions (${versionColumns(sql)}, kind, ended_by_batch_id, ended_source)
      SELECT ${versionColumns(sql, 'p')}, 'withdrawal', ${compensation.batchId}, ${compensation.source} FROM persons p JOIN added ON added.person_id = p.person_id
    ), unnumbered AS (DELETE FROM insurance_numbers n USING added WHERE n.person_id = added.person_id),
    unnamed AS (DELETE FROM person_names n USING added WHERE n.person_id = added.person_id),
    unidentified AS (DELETE FROM national_ids i USING added WHERE i.person_id = added.person_id),
    gone AS (DELETE FROM persons p USING added WHERE p.person_id = added.person_id)
    SELECT count(*)::integer AS count FROM added`
  return row?.count ?? 0
}

const restoreChanged = async (sql: Queryable, batch: ImportBatch, compensation: ImportBatch): Promise<number> => {
  await sql`DELETE FROM national_ids i USING persons p, person_versions v WHERE v.ended_by_batch_id = ${batch.batchId} AND p.person_id = v.person_id
    AND p.import_batch_id = ${batch.batchId} AND i.national_id = p.national_id AND p.national_id IS DISTINCT FROM v.national_id AND i.person_id = p.person_id`
  await sql`
    INSERT INTO person_versions (${versionColumns(sql)}, kind, ended_by_batch_id, ended_source)
    SELECT ${versionColumns(sql, 'p')}, 'withdrawal', ${compensation.batchId}, ${compensation.source} FROM persons p
    JOIN person_versions v ON v.person_id = p.person_id AND v.ended_by_batch_id = ${batch.batchId} WHERE p.import_batch_id = ${batch.batchId}`
  const [row] = await sql<{ count: number }[]>`
    WITH changed AS (UPDATE persons p SET full_name = v.full_name, born_on_partial = v.born_on_partial, born_on = CASE WHEN length(v.born_on_partial) = 10 THEN v.born_on_partial::date END,
      sex = v.sex, national_id = v.national_id, legacy_id = v.legacy_id, passport_number = v.passport_number, nationality = v.nationality, ward_code = v.ward_code,
      address = v.address, household_id = v.household_id, household_relation = v.household_relation, phone_on_file = v.phone_on_file, died_on = v.died_on,
      merged_into_person_id = v.merged_into_person_id, recorded_at = now(), source = v.source, import_batch_id = v.import_batch_id
    FROM person_versions v WHERE v.ended_by_batch_id = ${batch.batchId} AND p.person_id = v.person_id AND p.import_batch_id = ${batch.batchId} RETURNING p.person_id, p.name_folded, p.birth_year, p.born_on),
    ${renamed(sql)}
    SELECT count(*)::integer AS count FROM changed`
  return row?.count ?? 0
}

/** Added persons are withdrawn (their facts stay as versions, their numbers are free), changed ones get back what was known before. */
export async function undoPersons(sql: Queryable, batch: ImportBatch, compensation: ImportBatch): Promise<ImportCounts> {
  const ended = await withdrawAdded(sql, batch, compensation)
  const written = await restoreChanged(sql, batch, compensation)
  return { written, ended: ended + written, unchanged: 0 }
}

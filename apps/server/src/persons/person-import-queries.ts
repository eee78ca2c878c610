import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import { personColumns } from './person-import-columns.ts'
import { renamed, versionColumns } from './person-version-queries.ts'

const staged = (sql: Queryable, batch: ImportBatch) => stagedRows(sql, { columns: personColumns }, batch)

/** What the file says and the register does not; an empty cell says nothing. `s` staged, `p` the person. */
const differs = (sql: Queryable) => sql`(s."fullName" <> p.full_name OR s.sex <> p.sex OR length(s."bornOn") > length(p.born_on_partial)
  OR s."nationalId" IS DISTINCT FROM p.national_id AND s."nationalId" IS NOT NULL OR s."legacyId" IS DISTINCT FROM p.legacy_id AND s."legacyId" IS NOT NULL
  OR s."passportNumber" IS DISTINCT FROM p.passport_number AND s."passportNumber" IS NOT NULL OR s.nationality <> p.nationality
  OR s."wardCode" IS DISTINCT FROM p.ward_code AND s."wardCode" IS NOT NULL OR s.address IS DISTINCT FROM p.address AND s.address IS NOT NULL
  OR s.phone IS DISTINCT FROM p.phone_on_file AND s.phone IS NOT NULL OR s."diedOn" IS DISTINCT FROM p.died_on AND s."diedOn" IS NOT NULL)`

/** Each row's group, in the order in which the rules ask; a rejected row with its reason. */
export async function matchPersons(sql: Queryable, batch: ImportBatch): Promise<void> {
  await sql`
    WITH s AS MATERIALIZED (
      SELECT r.*, fold_text("fullName") AS folded, row_number() OVER (PARTITION BY "insuranceNumber" ORDER BY row_no) AS number_place,
        CASE WHEN "nationalId" IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY "nationalId" ORDER BY row_no) END AS id_place
      FROM ${staged(sql, batch)} r WHERE row_group IS NULL
    ), namesakes AS (
      SELECT s.row_no, min(q.person_id) AS person_id FROM s JOIN person_names n ON n.name_folded = s.folded AND n.birth_year = left(s."bornOn", 4)::smallint
        JOIN persons q ON q.person_id = n.person_id AND (q.born_on_partial = s."bornOn" OR q.born_on_partial LIKE s."bornOn" || '%' OR s."bornOn" LIKE q.born_on_partial || '%')
      WHERE NOT EXISTS (SELECT FROM insurance_numbers n WHERE n.insurance_number = s."insuranceNumber") GROUP BY s.row_no
    ), compared AS (
      SELECT s.row_no, s.number_place, s.id_place, s."diedOn" > ansinh_today() AS dies_later, p.person_id AS known_id, i.person_id AS id_owner, k.person_id AS namesake_id,
        s."wardCode" IS NOT NULL AND NOT EXISTS (SELECT FROM administrative_units u WHERE u.unit_level IN ('ward', 'old-ward') AND u.unit_code = s."wardCode") AS ward_unknown,
        s."wardCode" AS ward, s."insuranceNumber" AS number, s."nationalId" AS id, s."fullName" AS name, s."bornOn" AS born,
        p.name_folded = s.folded AS same_name, differs_by_one_letter(p.name_folded, s.folded) AS near_name, ${differs(sql)} AS says_more,
        p.born_on_partial LIKE s."bornOn" || '%' OR s."bornOn" LIKE p.born_on_partial || '%' AS same_birth
      FROM s LEFT JOIN insurance_numbers n ON n.insurance_number = s."insuranceNumber" LEFT JOIN persons p ON p.person_id = n.person_id
        LEFT JOIN national_ids i ON i.national_id = s."nationalId" LEFT JOIN namesakes k ON k.row_no = s.row_no
    ), judged AS MATERIALIZED (
      SELECT row_no, coalesce(known_id, id_owner, namesake_id) AS person_id,
        CASE WHEN number_place > 1 THEN ARRAY['rejected', 'row-doubled', 'insuranceNumber', number]
          WHEN ward_unknown THEN ARRAY['rejected', 'unknown-code', 'wardCode', ward]
          WHEN dies_later THEN ARRAY['rejected', 'in-the-future', 'diedOn', NULL]
          WHEN id_place > 1 THEN ARRAY['rejected', 'number-taken', 'nationalId', id]
          WHEN known_id IS NOT NULL AND id_owner <> known_id THEN ARRAY['rejected', 'number-taken', 'nationalId', id]
          WHEN known_id IS NOT NULL AND same_name AND same_birth THEN CASE WHEN says_more THEN ARRAY['moved'] ELSE ARRAY['known'] END
          WHEN known_id IS NOT NULL AND (near_name AND same_birth OR same_name) THEN ARRAY['close-match']
          WHEN known_id IS NOT NULL THEN ARRAY['rejected', 'person-differs', CASE WHEN same_birth THEN 'fullName' ELSE 'bornOn' END, CASE WHEN same_birth THEN name ELSE born END]
          WHEN namesake_id IS NOT NULL AND (id_owner IS NULL OR id_owner = namesake_id) THEN ARRAY['close-match']
          WHEN id_owner IS NOT NULL THEN ARRAY['rejected', 'number-taken', 'nationalId', id]
          ELSE ARRAY['new'] END AS verdict
      FROM compared
    ), told AS (
      INSERT INTO import_row_faults (batch_id, row_no, code, column_name, value)
      SELECT ${batch.batchId}, row_no, verdict[2], verdict[3], verdict[4] FROM judged WHERE verdict[1] = 'rejected'
    )
    UPDATE import_rows r SET row_group = j.verdict[1], person_id = CASE WHEN j.verdict[1] IN ('known', 'moved', 'close-match') THEN j.person_id END
    FROM judged j WHERE r.batch_id = ${batch.batchId} AND r.row_no = j.row_no`
}

const addNew = async (sql: Queryable, batch: ImportBatch): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    WITH incoming AS MATERIALIZED (SELECT nextval('person_ids') AS new_id, s.* FROM ${staged(sql, batch)} s WHERE row_group = 'new'),
    added AS (
      INSERT INTO persons (person_id, full_name, born_on_partial, born_on, birth_year, sex, insurance_number, national_id, legacy_id, passport_number, nationality,
        ward_code, address, phone_on_file, died_on, source, import_batch_id)
      SELECT new_id, "fullName", "bornOn", CASE WHEN length("bornOn") = 10 THEN "bornOn"::date END, left("bornOn", 4)::smallint, sex, "insuranceNumber", "nationalId", "legacyId",
        "passportNumber", coalesce(nationality, 'VN'), "wardCode", address, phone, "diedOn", ${batch.source}, ${batch.batchId} FROM incoming
      RETURNING person_id, name_folded, birth_year, born_on
    ), named AS (INSERT INTO person_names (person_id, name_folded, birth_year, born_on) SELECT person_id, name_folded, birth_year, born_on FROM added),
    numbered AS (INSERT INTO insurance_numbers (insurance_number, person_id) SELECT "insuranceNumber", new_id FROM incoming),
    identified AS (INSERT INTO national_ids (national_id, person_id) SELECT "nationalId", new_id FROM incoming WHERE "nationalId" IS NOT NULL)
    SELECT count(*)::integer AS count FROM incoming`
  return row?.count ?? 0
}

/** The old version goes beside, then the new facts take its place. Who the person is: a correction; how to reach them: a change. */
const changeMoved = async (sql: Queryable, batch: ImportBatch): Promise<number> => {
  await sql`
    INSERT INTO person_versions (${versionColumns(sql)}, kind, ended_by_batch_id, ended_source)
    SELECT ${versionColumns(sql, 'p')}, CASE WHEN s."fullName" <> p.full_name OR s."bornOn" <> p.born_on_partial OR s.sex <> p.sex THEN 'correction' ELSE 'change' END,
      ${batch.batchId}, ${batch.source}
    FROM ${staged(sql, batch)} s JOIN persons p ON p.person_id = s.person_id WHERE s.row_group = 'moved'`
  await sql`INSERT INTO national_ids (national_id, person_id) SELECT s."nationalId", s.person_id FROM ${staged(sql, batch)} s
    WHERE s.row_group = 'moved' AND s."nationalId" IS NOT NULL AND NOT EXISTS (SELECT FROM national_ids i WHERE i.national_id = s."nationalId")`
  const [row] = await sql<{ count: number }[]>`
    WITH changed AS (UPDATE persons p SET full_name = s."fullName", sex = s.sex, born_on_partial = born.partial, born_on = CASE WHEN length(born.partial) = 10 THEN born.partial::date END,
      national_id = coalesce(s."nationalId", p.national_id), legacy_id = coalesce(s."legacyId", p.legacy_id), passport_number = coalesce(s."passportNumber", p.passport_number),
      nationality = coalesce(s.nationality, p.nationality), ward_code = coalesce(s."wardCode", p.ward_code), address = coalesce(s.address, p.address),
      phone_on_file = coalesce(s.phone, p.phone_on_file), died_on = coalesce(s."diedOn", p.died_on), recorded_at = now(), source = ${batch.source}, import_batch_id = ${batch.batchId}
    FROM ${staged(sql, batch)} s JOIN persons o ON o.person_id = s.person_id,
      LATERAL (SELECT CASE WHEN length(s."bornOn") >= length(o.born_on_partial) THEN s."bornOn" ELSE o.born_on_partial END AS partial) born
    WHERE s.row_group = 'moved' AND p.person_id = s.person_id RETURNING p.person_id, p.name_folded, p.birth_year, p.born_on),
    ${renamed(sql)}
    SELECT count(*)::integer AS count FROM changed`
  return row?.count ?? 0
}

/** Decided rows: the numbers of somebody new are free, the person of a known one still stands, and nobody else has their national id. */
export async function countUntakable(sql: Queryable, batch: ImportBatch): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM (SELECT *, row_number() OVER (PARTITION BY "insuranceNumber") AS place FROM ${staged(sql, batch)} r) s
      LEFT JOIN persons p ON p.person_id = s.person_id LEFT JOIN national_ids i ON i.national_id = s."nationalId"
    WHERE s.place > 1 OR i.person_id IS NOT NULL AND i.person_id IS DISTINCT FROM s.person_id
      OR CASE s.row_group WHEN 'new' THEN EXISTS (SELECT FROM insurance_numbers n WHERE n.insurance_number = s."insuranceNumber")
        ELSE p.person_id IS NULL OR p.merged_into_person_id IS NOT NULL END`
  return row?.count ?? 0
}

/** Writes new persons and new facts of known ones. Somebody nearly the same (`close-match`) is left for a human. */
export async function applyPersons(sql: Queryable, batch: ImportBatch): Promise<ImportCounts> {
  const added = await addNew(sql, batch)
  const changed = await changeMoved(sql, batch)
  const [known] = await sql<
    { count: number }[]
  >`SELECT count(*)::integer AS count FROM import_rows WHERE batch_id = ${batch.batchId} AND row_group = 'known'`
  return { written: added + changed, ended: changed, unchanged: known?.count ?? 0 }
}

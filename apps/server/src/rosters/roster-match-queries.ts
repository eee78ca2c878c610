import { LEAVING_CODES, rosterRulesOn } from '@an-sinh/domain'
import type { ImportBatch } from '../platform/import-kind.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'
import { rosterStaged } from './line-columns-queries.ts'

/** Birth dates agree: the same day, or only the year where the register knows no more. A year alone never stands for a day (docs/decisions/0035). */
const sameBirth = (sql: Queryable, p: string) =>
  sql`(${sql.unsafe(`${p}.born_on_partial`)} = s."bornOn" OR length(${sql.unsafe(`${p}.born_on_partial`)}) = 4 AND left(s."bornOn", 4) = ${sql.unsafe(`${p}.born_on_partial`)})`

/** Names agree letter by letter without accents; a name without any accent agrees only with one that has none. */
const sameName = (sql: Queryable, p: string) =>
  sql`(${sql.unsafe(`${p}.name_folded`)} = s.folded AND (s.accented OR lower(${sql.unsafe(`${p}.full_name`)} COLLATE "und-x-icu") = ${sql.unsafe(`${p}.name_folded`)}))`

/** Each row with what its own cells tell, and how often its person and its numbers come in the file. */
const read = (sql: Queryable, batch: ImportBatch): Fragment => sql`
  SELECT r.*, fold_text("fullName") AS folded, lower("fullName" COLLATE "und-x-icu") <> fold_text("fullName") AS accented,
    (CASE WHEN length("bornOn") = 4 THEN "bornOn" || '-01-01' ELSE "bornOn" END)::date AS born,
    CASE WHEN "insuranceNumber" IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY "insuranceNumber") END AS number_times,
    CASE WHEN "nationalId" IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY "nationalId") END AS id_times,
    count(*) OVER (PARTITION BY fold_text("fullName"), "bornOn") AS person_times
  FROM ${rosterStaged(sql, batch)} r WHERE row_group IS NULL`

/**
 * What the agency knows of each row. `confirmed`: name, birth date and every number given agree with one living or dead person of the register.
 * Nothing else of the register decides about a row, so that an employer learns nothing else (docs/decisions/0035).
 */
async function gatherFacts(sql: Queryable, batch: ImportBatch, employerId: number): Promise<void> {
  // Tables with statistics, not parts of one statement: of these the planner takes one row for granted and compares everybody with everybody.
  await sql`DROP TABLE IF EXISTS pg_temp.roster_facts, pg_temp.roster_read, pg_temp.roster_lines`
  await sql`CREATE TEMP TABLE roster_read ON COMMIT DROP AS ${read(sql, batch)}`
  await sql`CREATE TEMP TABLE roster_lines ON COMMIT DROP AS SELECT * FROM roster_entries WHERE employer_id = ${employerId} AND left_on IS NULL`
  await sql`ANALYZE pg_temp.roster_read, pg_temp.roster_lines`
  await sql`
    CREATE TEMP TABLE roster_facts ON COMMIT DROP AS
    WITH known AS (
      SELECT s.row_no, CASE WHEN s."insuranceNumber" IS NULL THEN i.person_id WHEN s."nationalId" IS NULL OR i.person_id = n.person_id THEN n.person_id
          -- The register may not know this person's id yet; it must not know it as somebody else's.
          WHEN i.person_id IS NULL AND p.national_id IS NULL THEN n.person_id END AS person_id
      FROM roster_read s LEFT JOIN insurance_numbers n ON n.insurance_number = s."insuranceNumber" LEFT JOIN national_ids i ON i.national_id = s."nationalId"
        LEFT JOIN persons p ON p.person_id = n.person_id
    ), confirmed AS (
      SELECT s.row_no, p.person_id, p.died_on IS NOT NULL AND p.died_on <= ansinh_today() AS dead
      FROM roster_read s JOIN known k ON k.row_no = s.row_no JOIN persons p ON p.person_id = k.person_id
      WHERE p.merged_into_person_id IS NULL AND ${sameName(sql, 'p')} AND ${sameBirth(sql, 'p')}
    ), working AS (
      SELECT c.row_no, bool_or(w.employer_id = ${employerId}) AS here, bool_or(w.employer_id IS DISTINCT FROM ${employerId}) AS elsewhere
      FROM confirmed c JOIN participation_spells w ON w.person_id = c.person_id AND w.branch = 'social' AND w.scheme = 'compulsory'
        AND (w.to_month IS NULL OR w.to_month >= date_trunc('month', ansinh_today()) - interval '2 months') AND w.from_month <= ansinh_today()
      WHERE NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = w.person_id AND e.spell_id = w.spell_id) GROUP BY c.row_no
    ), own AS (
      SELECT DISTINCT ON (s.row_no) s.row_no, e.entry_id,
        e.name_folded = s.folded AND e.born_on = s.born AND coalesce(e.insurance_number = s."insuranceNumber", true) AND coalesce(e.national_id = s."nationalId", true) AS agrees,
        e.insurance_number IS NULL AND s."insuranceNumber" IS NOT NULL OR e.national_id IS NULL AND s."nationalId" IS NOT NULL AS gains_number,
        (s."fullName", coalesce(s.sex, e.sex), coalesce(s."idExpiresOn", e.id_expires_on), coalesce(s."employeeNumber", e.employee_number), coalesce(s.department, e.department),
          coalesce(s.shift, e.shift), coalesce(s."workPhone", e.work_phone), coalesce(s."workEmail", e.work_email), coalesce(s."joinedOn", e.joined_on))
          IS DISTINCT FROM (e.full_name, e.sex, e.id_expires_on, e.employee_number, e.department, e.shift, e.work_phone, e.work_email, e.joined_on) AS differs
      FROM (
        SELECT s.row_no, l.entry_id FROM roster_read s JOIN roster_lines l ON l.insurance_number = s."insuranceNumber"
        UNION ALL SELECT s.row_no, l.entry_id FROM roster_read s JOIN roster_lines l ON l.national_id = s."nationalId"
        UNION ALL SELECT s.row_no, l.entry_id FROM roster_read s JOIN roster_lines l ON l.name_folded = s.folded AND l.born_on = s.born
      ) found JOIN roster_read s ON s.row_no = found.row_no JOIN roster_lines e ON e.entry_id = found.entry_id
      ORDER BY s.row_no, (e.insurance_number = s."insuranceNumber") DESC NULLS LAST, (e.national_id = s."nationalId") DESC NULLS LAST, e.recorded_at, e.entry_id
    )
    SELECT s.*, c.person_id AS register_id, c.person_id IS NOT NULL AS confirmed, coalesce(c.dead, false) AS dead,
      coalesce(w.elsewhere AND NOT w.here, false) AS elsewhere, o.entry_id, coalesce(o.agrees, false) AS agrees, coalesce(o.differs OR o.gains_number, false) AS differs,
      coalesce(o.gains_number, false) AS gains_number, coalesce(s."leftOn" IS NOT NULL OR s."methodCode" = ANY(${[...LEAVING_CODES]}::text[]), false) AS leaves,
      c.person_id IS NOT NULL AND EXISTS (SELECT FROM roster_entries x WHERE (x.insurance_number = s."insuranceNumber" OR x.national_id = s."nationalId")
        AND x.employer_id <> ${employerId} AND x.left_on IS NULL AND x.name_folded = s.folded AND x.born_on = s.born) AS on_another_roster
    FROM roster_read s LEFT JOIN confirmed c ON c.row_no = s.row_no LEFT JOIN working w ON w.row_no = s.row_no LEFT JOIN own o ON o.row_no = s.row_no`
  await sql`ANALYZE pg_temp.roster_facts`
}

/** One verdict a row: group, code, column, value; in the order in which the rules ask (docs/decisions/0035). */
const verdicts = (sql: Queryable, { leastAge, employerCode }: { leastAge: number; employerCode: string }): Fragment => sql`
  SELECT f.row_no, CASE
    WHEN f.born > ansinh_today() THEN ARRAY['rejected', 'in-the-future', 'bornOn', f."bornOn"]
    WHEN f.born < ansinh_today() - interval '100 years' THEN ARRAY['rejected', 'outside-life', 'bornOn', f."bornOn"]
    WHEN f.born > ansinh_today() - make_interval(years => ${leastAge}) THEN ARRAY['rejected', 'too-young', 'bornOn', f."bornOn"]
    WHEN f."employerCode" <> ${employerCode} THEN ARRAY['rejected', 'wrong-employer', 'employerCode', f."employerCode"]
    WHEN f.number_times > 1 THEN ARRAY['rejected', 'listed-twice', 'insuranceNumber', f."insuranceNumber"]
    WHEN f.id_times > 1 THEN ARRAY['rejected', 'listed-twice', 'nationalId', f."nationalId"]
    -- Two people of one name and birthday do exist: taken when the register confirms each of them, never one by one.
    WHEN f.person_times > 1 AND NOT bool_and(f.confirmed) OVER (PARTITION BY f.folded, f."bornOn") THEN ARRAY['rejected', 'listed-twice', 'fullName', f."fullName"]
    WHEN f.entry_id IS NOT NULL AND NOT f.agrees THEN ARRAY['close-match', 'like-own-line', CASE WHEN f."insuranceNumber" IS NULL THEN 'nationalId' ELSE 'insuranceNumber' END,
      coalesce(f."insuranceNumber", f."nationalId")]
    WHEN NOT f.confirmed AND (f.entry_id IS NULL OR f.gains_number OR NOT f.accented) THEN CASE
      WHEN f.id_says_other THEN ARRAY['rejected', 'id-differs', 'nationalId', f."nationalId"]
      WHEN f.order_doubtful THEN ARRAY['rejected', 'date-order-mixed', 'bornOn', f."bornOn"]
      WHEN NOT f.accented THEN ARRAY['rejected', 'name-without-accents', 'fullName', f."fullName"]
      ELSE ARRAY['rejected', 'not-confirmed', CASE WHEN f."insuranceNumber" IS NULL THEN 'nationalId' ELSE 'insuranceNumber' END, coalesce(f."insuranceNumber", f."nationalId")] END
    WHEN f.dead AND NOT f.leaves THEN ARRAY['rejected', 'employee-dead', 'fullName', f."fullName"]
    WHEN f.entry_id IS NOT NULL THEN CASE WHEN f.differs OR f.leaves THEN ARRAY['moved'] ELSE ARRAY['known'] END
    WHEN f.leaves THEN ARRAY['known']
    WHEN f.elsewhere THEN ARRAY['close-match', 'working-elsewhere', 'fullName', f."fullName"]
    ELSE ARRAY['new'] END AS verdict
  FROM (
    SELECT *, coalesce("nationalId" IS NOT NULL AND (CASE WHEN substr("nationalId", 4, 1) < '2' THEN 1900 ELSE 2000 END + substr("nationalId", 5, 2)::integer <> date_part('year', born)
        OR sex IS NOT NULL AND (substr("nationalId", 4, 1) IN ('0', '2')) <> (sex = 'male')), false) AS id_says_other,
      date_part('day', born) <= 12 AND date_part('day', born) <> date_part('month', born) AND length("bornOn") = 10
        AND EXISTS (SELECT FROM american) AS order_doubtful
    FROM roster_facts
  ) f`

/** Notes about rows that are written all the same. */
const noteRows = (sql: Queryable, { batchId }: ImportBatch, idNoticeDays: number) => sql`
  INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value)
  SELECT ${batchId}, f.row_no, n.column_name, n.code, n.value FROM roster_facts f JOIN import_rows r ON r.batch_id = ${batchId} AND r.row_no = f.row_no,
    LATERAL (VALUES ('idExpiresOn', 'id-expiring', f."idExpiresOn"::text, f."idExpiresOn" <= ansinh_today() + ${idNoticeDays}::integer),
      ('fullName', 'also-elsewhere', f."fullName", f.elsewhere OR f.on_another_roster)) AS n (column_name, code, value, holds)
  WHERE r.row_group IN ('new', 'known', 'moved') AND n.holds AND NOT f.leaves`

/** Who stands on the roster and not in a whole file; rows that could not be taken may still be about them. */
async function findMissing(sql: Queryable, { batchId }: ImportBatch, employerId: number): Promise<void> {
  await sql`DELETE FROM roster_missing WHERE batch_id = ${batchId}`
  await sql`
    WITH spoken AS MATERIALIZED (SELECT DISTINCT unnest(cells) AS said FROM import_rows WHERE batch_id = ${batchId} AND row_group = 'rejected')
    INSERT INTO roster_missing (batch_id, employer_id, entry_id)
    SELECT ${batchId}, e.employer_id, e.entry_id FROM roster_entries e
    WHERE e.employer_id = ${employerId} AND e.left_on IS NULL
      AND EXISTS (SELECT FROM roster_batches b WHERE b.batch_id = ${batchId} AND b.covers = 'whole')
      AND NOT EXISTS (SELECT FROM roster_facts f WHERE f."methodCode" IS NOT NULL)
      AND NOT EXISTS (SELECT FROM roster_facts f WHERE f.entry_id = e.entry_id)
      AND NOT EXISTS (SELECT FROM spoken WHERE said = e.insurance_number)
      AND NOT EXISTS (SELECT FROM spoken WHERE said = e.national_id)
      AND NOT EXISTS (SELECT FROM spoken WHERE said = e.full_name)`
}

/** Groups of a roster's rows, with what is wrong or worth knowing of each. */
export async function matchRoster(sql: Queryable, batch: ImportBatch): Promise<void> {
  const [owner] = await sql<{ employerId: number; employerCode: string; entryKind: 'employee' | 'pupil'; today: string }[]>`
    SELECT b.employer_id AS "employerId", e.employer_code AS "employerCode", b.entry_kind AS "entryKind", ansinh_today() AS today
    FROM roster_batches b JOIN employers e ON e.employer_id = b.employer_id WHERE b.batch_id = ${batch.batchId}`
  if (owner === undefined) throw new Error(`${batch.batchId} is no employer's roster`)
  const { leastAge, idNoticeDays } = rosterRulesOn(owner.today)
  await gatherFacts(sql, batch, owner.employerId)
  await sql`
    WITH american AS MATERIALIZED (
      SELECT FROM import_row_faults WHERE batch_id = ${batch.batchId} AND column_name = 'bornOn' AND code = 'not-a-date' AND value ~ '^ *(0?[1-9]|1[0-2])[/.-](1[3-9]|2[0-9]|3[01])[/.-][0-9]{4} *$' LIMIT 1
    ), judged AS MATERIALIZED (${verdicts(sql, { leastAge: leastAge[owner.entryKind], employerCode: owner.employerCode })}), told AS (
      INSERT INTO import_row_faults (batch_id, row_no, code, column_name, value)
      SELECT ${batch.batchId}, row_no, verdict[2], verdict[3], verdict[4] FROM judged WHERE verdict[2] IS NOT NULL
    )
    UPDATE import_rows r SET row_group = j.verdict[1], person_id = f.register_id FROM judged j JOIN roster_facts f ON f.row_no = j.row_no
    WHERE r.batch_id = ${batch.batchId} AND r.row_no = j.row_no`
  await noteRows(sql, batch, idNoticeDays)
  await findMissing(sql, batch, owner.employerId)
}

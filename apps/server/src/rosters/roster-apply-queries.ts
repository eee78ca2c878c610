import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { lineJson } from './line-columns-queries.ts'

const countOf = async (rows: Promise<readonly { count: number }[]>): Promise<number> => (await rows)[0]?.count ?? 0

/** New people, and those declared elsewhere whom an officer let in one by one. */
const addNew = (sql: Queryable, { batchId, source }: ImportBatch): Promise<number> =>
  countOf(
    sql<{ count: number }[]>`
    WITH owner AS (SELECT employer_id, officer_id, entry_kind, included_rows FROM roster_batches WHERE batch_id = ${batchId}), incoming AS MATERIALIZED (
      SELECT f.*, o.employer_id, o.officer_id, o.entry_kind, gen_random_uuid() AS new_id FROM roster_facts f JOIN import_rows r ON r.batch_id = ${batchId} AND r.row_no = f.row_no, owner o
      WHERE r.row_group = 'new' OR r.row_group = 'close-match' AND f.entry_id IS NULL AND f.confirmed AND f.elsewhere AND f.row_no = ANY(o.included_rows)
    ), added AS (
      INSERT INTO roster_entries AS e (employer_id, entry_id, kind, full_name, born_on, birth_year_only, sex, national_id, id_expires_on, insurance_number, employee_number,
        department, shift, work_phone, work_email, joined_on, import_batch_id, source)
      SELECT employer_id, new_id, entry_kind, "fullName", born, length("bornOn") = 4, sex, "nationalId", "idExpiresOn", "insuranceNumber", "employeeNumber",
        coalesce(department, ''), coalesce(shift, ''), "workPhone", "workEmail", "joinedOn", ${batchId}, ${source} FROM incoming
      RETURNING e.*
    )
    INSERT INTO roster_changes (employer_id, entry_id, kind, after, import_batch_id, officer_id)
    SELECT a.employer_id, a.entry_id, 'added', ${lineJson(sql, 'a')}, ${batchId}, o.officer_id FROM added a, owner o RETURNING 1`.then(
      (rows) => [{ count: rows.length }],
    ),
  )

/** The day a line ends: as the file says; under D02-LT the last day before the month declared, which is why the month's first day is no day at work. */
const endsOn = (sql: Queryable) => sql`coalesce(f."leftOn", f."fromMonth" - 1, ansinh_today())`

const changeMoved = (sql: Queryable, { batchId }: ImportBatch): Promise<number> =>
  countOf(
    sql<{ count: number }[]>`
    WITH owner AS (SELECT employer_id, officer_id FROM roster_batches WHERE batch_id = ${batchId}), before AS MATERIALIZED (
      SELECT e.*, f.row_no, f.leaves FROM roster_facts f JOIN import_rows r ON r.batch_id = ${batchId} AND r.row_no = f.row_no AND r.row_group = 'moved', owner o, roster_entries e
      WHERE e.employer_id = o.employer_id AND e.entry_id = f.entry_id
    ), changed AS (
      UPDATE roster_entries e SET full_name = f."fullName", sex = coalesce(f.sex, e.sex), national_id = coalesce(f."nationalId", e.national_id), id_expires_on = coalesce(f."idExpiresOn", e.id_expires_on),
        insurance_number = coalesce(f."insuranceNumber", e.insurance_number), employee_number = coalesce(f."employeeNumber", e.employee_number), department = coalesce(f.department, e.department),
        shift = coalesce(f.shift, e.shift), work_phone = coalesce(f."workPhone", e.work_phone), work_email = coalesce(f."workEmail", e.work_email), joined_on = coalesce(f."joinedOn", e.joined_on),
        left_on = CASE WHEN f.leaves THEN ${endsOn(sql)} END
      FROM before b JOIN roster_facts f ON f.row_no = b.row_no WHERE e.employer_id = b.employer_id AND e.entry_id = b.entry_id RETURNING e.*
    )
    INSERT INTO roster_changes (employer_id, entry_id, kind, before, after, import_batch_id, officer_id)
    SELECT b.employer_id, b.entry_id, CASE WHEN b.leaves THEN 'ended' ELSE 'changed' END, ${lineJson(sql, 'b')}, ${lineJson(sql, 'c')}, ${batchId}, o.officer_id
    FROM before b JOIN changed c ON c.entry_id = b.entry_id, owner o RETURNING 1`.then((rows) => [{ count: rows.length }]),
  )

/** Lines that a whole file did not name, when the officer said that these people left. */
const endMissing = (sql: Queryable, { batchId }: ImportBatch): Promise<number> =>
  countOf(
    sql<{ count: number }[]>`
    WITH before AS MATERIALIZED (
      SELECT e.*, b.officer_id FROM roster_batches b JOIN roster_missing m ON m.batch_id = b.batch_id JOIN roster_entries e ON e.employer_id = m.employer_id AND e.entry_id = m.entry_id
      WHERE b.batch_id = ${batchId} AND b.ends_missing AND e.left_on IS NULL
    ), changed AS (
      UPDATE roster_entries e SET left_on = ansinh_today() FROM before b WHERE e.employer_id = b.employer_id AND e.entry_id = b.entry_id RETURNING e.*
    )
    INSERT INTO roster_changes (employer_id, entry_id, kind, before, after, import_batch_id, officer_id)
    SELECT b.employer_id, b.entry_id, 'ended', ${lineJson(sql, 'b')}, ${lineJson(sql, 'c')}, ${batchId}, b.officer_id FROM before b JOIN changed c ON c.entry_id = b.entry_id
    RETURNING 1`.then((rows) => [{ count: rows.length }]),
  )

/** Writes what the preview showed; called after `matchRoster` in the same transaction. */
export async function applyRoster(sql: Queryable, batch: ImportBatch): Promise<ImportCounts> {
  const added = await addNew(sql, batch)
  const changed = await changeMoved(sql, batch)
  const ended = await endMissing(sql, batch)
  const known = await countOf(
    sql`SELECT count(*)::integer AS count FROM import_rows WHERE batch_id = ${batch.batchId} AND row_group = 'known'`,
  )
  return { written: added + changed, ended, unchanged: known }
}

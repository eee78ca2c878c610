import type { DataSection } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type PersonTable = { table: string; about: string; columns: string[] }

/** The reads that follow see one and the same moment. To be the first statement of its transaction. */
export async function freezeMoment(sql: Queryable): Promise<void> {
  await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`
}

/**
 * Every table that is cut up by person, from the catalogue: a table that is added later is in the copy by itself. Passwords, keyed hashes,
 * encrypted parts, spellings for searching and keys of the staff stay out.
 */
export async function listPersonTables(sql: Queryable): Promise<PersonTable[]> {
  return sql<PersonTable[]>`
    SELECT c.relname AS "table", coalesce(obj_description(c.oid, 'pg_class'), '') AS about, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_partitioned_table t
    JOIN pg_class c ON c.oid = t.partrelid AND c.relnamespace = 'public'::regnamespace
    JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = t.partattrs[0] AND k.attname = 'person_id'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, 'SELECT')
    WHERE a.atttypid NOT IN ('bytea'::regtype, 'bytea[]'::regtype) AND a.attname !~ '(_hash|_hmac|_folded|^staff_id|_key)$'
    GROUP BY c.oid, c.relname ORDER BY c.relname`
}

/** All rows of one table about a person, as JSON values: dates as yyyy-MM-dd, instants as ISO 8601. */
export async function readPersonRows(
  sql: Queryable,
  personId: number,
  { table, columns }: PersonTable,
): Promise<DataSection['rows'][number][]> {
  const rows = await sql<{ row: DataSection['rows'][number] }[]>`
    SELECT to_jsonb(r) AS row FROM (SELECT ${sql(columns)} FROM ${sql(table)} WHERE person_id = ${personId}) r`
  return rows.map(({ row }) => row)
}

/** Under which ids photos of this person may be kept: registrations, requests, children declared, tickets. */
export async function listPhotoFolders(sql: Queryable, personId: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    SELECT registration_id AS id FROM registrations WHERE person_id = ${personId} AND state IN ('approved', 'activated')
    UNION SELECT request_id FROM request_photo_folders WHERE person_id = ${personId} AND erased_at IS NULL
    UNION SELECT request_id FROM dependant_requests WHERE person_id = ${personId}
    UNION SELECT f.report_id FROM ticket_photo_folders f JOIN problem_reports r USING (report_id)
      WHERE r.asker_kind = 'citizen' AND r.asker_id = ${personId} AND f.erased_at IS NULL`
  return rows.map(({ id }) => id)
}

/** The letters behind the account; keyed by themselves, not by the person. */
export async function readRegistrationRows(sql: Queryable, personId: number): Promise<DataSection['rows'][number][]> {
  const rows = await sql<{ row: DataSection['rows'][number] }[]>`
    SELECT to_jsonb(r) - 'form_code_hmac' - 'form_code_encrypted' - 'declared_name_folded' - 'marks' AS row
    FROM registrations r WHERE r.person_id = ${personId} AND r.state IN ('approved', 'activated')`
  return rows.map(({ row }) => row)
}

/** Tickets with what was answered; kept by themselves, not by the person. What colleagues told each other is theirs. */
export async function readTicketRows(sql: Queryable, personId: number): Promise<DataSection['rows'][number][]> {
  const rows = await sql<{ row: DataSection['rows'][number] }[]>`
    SELECT to_jsonb(t) AS row FROM (
      SELECT r.report_id, r.report_number, r.category, r.department, r.title, r.words, r.context, r.state, r.filed_at, r.due_at,
        (SELECT jsonb_agg(jsonb_build_object('move_no', m.move_no, 'kind', m.kind, 'by', m.by_kind, 'words', m.words, 'moved_at', m.moved_at, 'rating', g.helped) ORDER BY m.move_no)
          FROM shown_report_moves m LEFT JOIN ticket_ratings g ON g.report_id = m.report_id AND g.move_no = m.move_no WHERE m.report_id = r.report_id) AS moves,
        (SELECT jsonb_agg(jsonb_build_object('on', b.window_on, 'starts', b.starts, 'ends', b.ends, 'state', b.state) ORDER BY b.asked_at)
          FROM call_backs b WHERE b.report_id = r.report_id) AS call_backs
      FROM problem_reports r WHERE r.asker_kind = 'citizen' AND r.asker_id = ${personId} ORDER BY r.filed_at) t`
  return rows.map(({ row }) => row)
}

import type { RosterLine } from '@an-sinh/contract'
import type { RosterEntryKind, RosterLineTexts } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { lineColumns, lineJson } from './line-columns-queries.ts'

export type LineRow = Omit<RosterLine, 'recordedAt'> & { recordedAt: Date }

/** Whom an employer still reaches: a line ends with its day. */
const within = (sql: Queryable, employerId: number) =>
  sql`e.employer_id = ${employerId} AND (e.left_on IS NULL OR e.left_on > ansinh_today())`

const answerColumns = (sql: Queryable) => sql`e.entry_id AS "entryId", e.kind, e.full_name AS "fullName",
  CASE WHEN e.birth_year_only THEN to_char(e.born_on, 'YYYY') ELSE e.born_on::text END AS "bornOn", e.sex, e.national_id AS "nationalId", e.id_expires_on AS "idExpiresOn",
  e.insurance_number AS "insuranceNumber", e.employee_number AS "employeeNumber", e.department, e.shift, e.work_phone AS "workPhone", e.work_email AS "workEmail",
  e.joined_on AS "joinedOn", e.left_on AS "leftOn", e.recorded_at AS "recordedAt",
  coalesce((SELECT to_jsonb(array_agg(DISTINCT f.name ORDER BY f.name)) FROM roster_origins g JOIN employer_mergers m USING (merger_id) JOIN employers f ON f.employer_id = g.from_employer_id
    WHERE g.employer_id = e.employer_id AND g.entry_id = e.entry_id AND m.undone_at IS NULL), '[]') AS origins`

export type LinePage = { q: string; department: string | null; after: string | null; limit: number }

/** Lines by name. `after`: the last line of the page before, as `cursorOf` wrote it. */
export async function listLines(
  sql: Queryable,
  employerId: number,
  { q, department, after, limit }: LinePage,
): Promise<(LineRow & { cursor: string })[]> {
  const like = `%${q.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
  return [
    ...(await sql<
      (LineRow & { cursor: string })[]
    >`SELECT ${answerColumns(sql)}, e.name_folded || chr(31) || e.entry_id AS cursor FROM roster_entries e
      WHERE ${within(sql, employerId)} AND (${department}::text IS NULL OR e.department = ${department})
        AND (${q} = '' OR e.name_folded LIKE fold_text(${like}) OR e.insurance_number = ${q} OR e.national_id = ${q} OR lower(e.employee_number) = lower(${q}))
        AND (${after}::text IS NULL OR (e.name_folded || chr(31) || e.entry_id) COLLATE "C" > ${after} COLLATE "C")
      ORDER BY (e.name_folded || chr(31) || e.entry_id) COLLATE "C" LIMIT ${limit}`),
  ]
}

export async function countLines(sql: Queryable, employerId: number): Promise<{ department: string; people: number }[]> {
  return [
    ...(await sql<
      { department: string; people: number }[]
    >`SELECT e.department, count(*)::integer AS people FROM roster_entries e WHERE ${within(sql, employerId)}
      GROUP BY e.department ORDER BY e.department`),
  ]
}

export async function findLine(sql: Queryable, employerId: number, entryId: string): Promise<LineRow | null> {
  const [row] = await sql<
    LineRow[]
  >`SELECT ${answerColumns(sql)} FROM roster_entries e WHERE ${within(sql, employerId)} AND e.entry_id = ${entryId}`
  return row ?? null
}

/** Whether the employer lists pupils, and what day it is. */
export async function findRosterSubject(sql: Queryable, employerId: number): Promise<{ kind: RosterEntryKind; today: string; now: Date }> {
  const [row] = await sql<{ kind: RosterEntryKind; today: string; now: Date }[]>`
    SELECT CASE WHEN EXISTS (SELECT FROM employer_organisations o WHERE o.employer_id = ${employerId} AND o.kind = 'school') THEN 'pupil' ELSE 'employee' END AS kind,
      ansinh_today() AS today, ansinh_now() AS now`
  if (row === undefined) throw new Error('the database tells no day')
  return row
}

const typed = (sql: Queryable, { bornOn, ...line }: RosterLineTexts) =>
  sql`jsonb_to_record(${sql.json({
    full_name: line.fullName,
    born_on: bornOn?.length === 4 ? `${bornOn}-01-01` : bornOn,
    birth_year_only: bornOn?.length === 4,
    sex: line.sex,
    national_id: line.nationalId,
    id_expires_on: line.idExpiresOn,
    insurance_number: line.insuranceNumber,
    employee_number: line.employeeNumber,
    department: line.department ?? '',
    shift: line.shift ?? '',
    work_phone: line.workPhone,
    work_email: line.workEmail,
    joined_on: line.joinedOn,
  })}) AS t(full_name text, born_on date, birth_year_only boolean, sex text, national_id text, id_expires_on date, insurance_number text, employee_number text,
    department text, shift text, work_phone text, work_email text, joined_on date)`

type Written = { changeId: string; entryId: string }
const only = (rows: readonly Written[]): Written | null => rows[0] ?? null

export async function addLine(
  sql: Queryable,
  by: { employerId: number; officerId: number; kind: RosterEntryKind },
  line: RosterLineTexts,
): Promise<Written | null> {
  return only(
    await sql<Written[]>`
    WITH added AS (
      INSERT INTO roster_entries AS e (employer_id, entry_id, kind, full_name, born_on, birth_year_only, sex, national_id, id_expires_on, insurance_number, employee_number, department, shift,
        work_phone, work_email, joined_on, source)
      SELECT ${by.employerId}, gen_random_uuid(), ${by.kind}, t.*, 'by hand' FROM ${typed(sql, line)} RETURNING e.employer_id, e.entry_id, ${lineColumns(sql, 'e')}
    )
    INSERT INTO roster_changes (employer_id, entry_id, kind, after, officer_id) SELECT a.employer_id, a.entry_id, 'added', ${lineJson(sql, 'a')}, ${by.officerId} FROM added a
    RETURNING change_id AS "changeId", entry_id AS "entryId"`,
  )
}

/** Writes what was typed over a line, or its end; the line before stays in the journal. */
async function change(
  sql: Queryable,
  by: { employerId: number; officerId: number; entryId: string },
  kind: 'changed' | 'ended',
  set: ReturnType<typeof typed>,
): Promise<Written | null> {
  return only(
    await sql<Written[]>`
    WITH before AS MATERIALIZED (SELECT e.employer_id, e.entry_id, ${lineColumns(sql, 'e')} FROM roster_entries e WHERE ${within(sql, by.employerId)} AND e.entry_id = ${by.entryId}),
    changed AS (${set} RETURNING e.employer_id, e.entry_id, ${lineColumns(sql, 'e')})
    INSERT INTO roster_changes (employer_id, entry_id, kind, before, after, officer_id)
    SELECT b.employer_id, b.entry_id, ${kind}, ${lineJson(sql, 'b')}, ${lineJson(sql, 'c')}, ${by.officerId} FROM before b JOIN changed c ON c.entry_id = b.entry_id
    RETURNING change_id AS "changeId", entry_id AS "entryId"`,
  )
}

export const changeLine = (
  sql: Queryable,
  by: { employerId: number; officerId: number; entryId: string },
  line: RosterLineTexts,
): Promise<Written | null> =>
  change(
    sql,
    by,
    'changed',
    sql`UPDATE roster_entries e SET full_name = t.full_name, born_on = t.born_on, birth_year_only = t.birth_year_only, sex = t.sex, national_id = t.national_id, id_expires_on = t.id_expires_on,
      insurance_number = t.insurance_number, employee_number = t.employee_number, department = t.department, shift = t.shift, work_phone = t.work_phone, work_email = t.work_email,
      joined_on = t.joined_on FROM before b, ${typed(sql, line)} WHERE e.employer_id = b.employer_id AND e.entry_id = b.entry_id`,
  )

export const endLine = (
  sql: Queryable,
  by: { employerId: number; officerId: number; entryId: string },
  leftOn: string,
): Promise<Written | null> =>
  change(
    sql,
    by,
    'ended',
    sql`UPDATE roster_entries e SET left_on = ${leftOn} FROM before b WHERE e.employer_id = b.employer_id AND e.entry_id = b.entry_id`,
  )

import type { ChosenHeading, RosterEntryKind } from '@an-sinh/domain'
import { foldHeading } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { rosterColumns } from './line-columns-queries.ts'

export type RosterBatch = {
  batchId: string
  employerId: number
  /** null: made by the agency out of what the employer declared. */
  officerId: number | null
  covers: 'whole' | 'part'
  entryKind: RosterEntryKind
}

export async function insertRosterBatch(sql: Queryable, { batchId, employerId, officerId, covers, entryKind }: RosterBatch): Promise<void> {
  await sql`INSERT INTO roster_batches (batch_id, employer_id, officer_id, covers, entry_kind) VALUES (${batchId}, ${employerId}, ${officerId}, ${covers}, ${entryKind})
    ON CONFLICT (batch_id) DO UPDATE SET covers = excluded.covers`
}

/** What the officer said of the preview; a batch of another employer is not there. */
export async function decideRosterBatch(
  sql: Queryable,
  {
    batchId,
    employerId,
    endsMissing,
    includedRows,
  }: { batchId: string; employerId: number; endsMissing: boolean; includedRows: readonly number[] },
): Promise<void> {
  await sql`UPDATE roster_batches SET ends_missing = ${endsMissing}, included_rows = ${[...includedRows]}::integer[]
    WHERE batch_id = ${batchId} AND employer_id = ${employerId}`
}

export type RosterCounts = { covers: 'whole' | 'part'; missing: number; elsewhere: number; alsoElsewhere: number; idExpiring: number }

/** How a preview stands beside the engine's groups. */
export async function countRosterBatch(
  sql: Queryable,
  { batchId, employerId }: { batchId: string; employerId: number },
): Promise<RosterCounts | null> {
  const [row] = await sql<RosterCounts[]>`
    SELECT b.covers, (SELECT count(*)::integer FROM roster_missing m WHERE m.batch_id = b.batch_id) AS missing,
      count(f.code) FILTER (WHERE f.code = 'working-elsewhere')::integer AS elsewhere, count(f.code) FILTER (WHERE f.code = 'also-elsewhere')::integer AS "alsoElsewhere",
      count(f.code) FILTER (WHERE f.code = 'id-expiring')::integer AS "idExpiring"
    FROM roster_batches b LEFT JOIN import_row_faults f ON f.batch_id = b.batch_id AND f.in_match
    WHERE b.batch_id = ${batchId} AND b.employer_id = ${employerId} GROUP BY b.batch_id`
  return row ?? null
}

export type MissingLine = { entryId: string; fullName: string; department: string; employeeNumber: string | null }

/** Lines that a whole file did not name, by name. */
export async function listMissing(
  sql: Queryable,
  { batchId, employerId }: { batchId: string; employerId: number },
  limit: number,
): Promise<MissingLine[]> {
  return [
    ...(await sql<
      MissingLine[]
    >`SELECT e.entry_id AS "entryId", e.full_name AS "fullName", e.department, e.employee_number AS "employeeNumber"
      FROM roster_missing m JOIN roster_entries e ON e.employer_id = m.employer_id AND e.entry_id = m.entry_id
      WHERE m.batch_id = ${batchId} AND m.employer_id = ${employerId} ORDER BY e.name_folded, e.entry_id LIMIT ${limit}`),
  ]
}

export type GroupRow = { rowNo: number; cells: (string | null)[] }
export type RosterGroup = 'new' | 'known' | 'close-match' | 'moved' | 'elsewhere' | 'rejected' | 'id-expiring'

/** The first rows of a group as staged, with the columns' canonical texts. */
export async function listGroupRows(sql: Queryable, batchId: string, group: RosterGroup, limit: number): Promise<GroupRow[]> {
  const has = (code: string) =>
    sql`EXISTS (SELECT FROM import_row_faults f WHERE f.batch_id = r.batch_id AND f.row_no = r.row_no AND f.code = ${code})`
  const wanted =
    group === 'elsewhere'
      ? sql`r.row_group = 'close-match' AND ${has('working-elsewhere')}`
      : group === 'close-match'
        ? sql`r.row_group = 'close-match' AND NOT ${has('working-elsewhere')}`
        : group === 'id-expiring'
          ? sql`r.row_group <> 'rejected' AND ${has('id-expiring')}`
          : sql`r.row_group = ${group}`
  return [
    ...(await sql<
      GroupRow[]
    >`SELECT r.row_no AS "rowNo", to_jsonb(r.cells) AS cells FROM import_rows r WHERE r.batch_id = ${batchId} AND ${wanted}
      ORDER BY r.row_no LIMIT ${limit}`),
  ]
}

/** Rows of a refused file of which nothing else is said, with the number that stands in them: each is told that the file was given back. */
export async function listUnsaidRows(
  sql: Queryable,
  batchId: string,
  afterRowNo: number,
  limit: number,
  without: readonly string[],
): Promise<{ rowNo: number; value: string | null }[]> {
  const cell = (name: string) => sql`r.cells[${rosterColumns.findIndex((column) => column.name === name) + 1}::integer]`
  return [
    ...(await sql<{ rowNo: number; value: string | null }[]>`
      SELECT r.row_no AS "rowNo", coalesce(${cell('insuranceNumber')}, ${cell('nationalId')}) AS value FROM import_rows r WHERE r.batch_id = ${batchId} AND r.row_no > ${afterRowNo}
        AND NOT EXISTS (SELECT FROM import_row_faults f WHERE f.batch_id = r.batch_id AND f.row_no = r.row_no AND f.code <> ALL(${[...without]}::text[]))
      ORDER BY r.row_no LIMIT ${limit}`),
  ]
}

export async function listHeadings(sql: Queryable, employerId: number): Promise<ChosenHeading[]> {
  return [
    ...(await sql<
      ChosenHeading[]
    >`SELECT heading, column_name AS column FROM roster_headings WHERE employer_id = ${employerId} ORDER BY heading_folded`),
  ]
}

/** Remembers what headings mean, for this employer's next files. */
export async function rememberHeadings(sql: Queryable, employerId: number, chosen: readonly ChosenHeading[]): Promise<void> {
  const rows = chosen
    .map(({ heading, column }) => ({ heading: heading.slice(0, 200), folded: foldHeading(heading).slice(0, 200), column }))
    .filter(({ folded }) => folded !== '')
  await sql`INSERT INTO roster_headings (employer_id, heading_folded, heading, column_name)
    SELECT DISTINCT ON (folded) ${employerId}::bigint, folded, heading, "column" FROM jsonb_to_recordset(${sql.json(rows)}) AS r(folded text, heading text, "column" text)
    ON CONFLICT (employer_id, heading_folded) DO UPDATE SET column_name = excluded.column_name, heading = excluded.heading`
}

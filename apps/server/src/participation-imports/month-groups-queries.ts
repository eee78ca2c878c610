import { monthNumber, standingSpells } from '../contributions/index.ts'
import type { ImportBatch, ImportColumn } from '../platform/import-kind.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'
import { cellOf, personDiffers } from './match-queries.ts'
import { levelOf } from './wage-queries.ts'

/** Work counts from this age (Labour Code 45/2019/QH14 article 3); health insurance from birth. */
export const WORKING_AGE = 15

/** The cells from a column to another as one array: compared at once, and taken apart once per group instead of once per month. */
export function sliceOf(sql: Queryable, columns: readonly ImportColumn[], from: string, to: string) {
  const [first, last] = [columns.findIndex(({ name }) => name === from), columns.findIndex(({ name }) => name === to)]
  if (first === -1 || last < first) throw new Error(`no such columns: ${from} to ${to}`)
  const types: Partial<Record<ImportColumn['type'], string>> = { numeric: '::numeric', bigint: '::bigint' }
  const typed = columns.slice(first, last + 1).map(({ name, type }, at) => `said[${at + 1}]${types[type] ?? ''} AS "${name}"`)
  return { cells: sql.unsafe(`r.cells[${first + 1}:${last + 1}]`), typed: sql.unsafe(typed.join(', ')) }
}
export const whoOf = (sql: Queryable, columns: readonly ImportColumn[]) => sliceOf(sql, columns, 'insuranceNumber', 'bornOn').cells

/** The number a row is known by; never null, so that rows without one are found as well. */
const keyOf = (sql: Queryable, columns: readonly ImportColumn[]) =>
  sql`coalesce(${cellOf(sql, columns, 'insuranceNumber')}, ${cellOf(sql, columns, 'nationalId')}, '')`

/** Whether row `r` is about `w` of month_persons: a million rows are looked up by one text, only the few found are compared cell by cell. */
export const isAbout = (sql: Queryable, columns: readonly ImportColumn[]) =>
  sql`w.key = ${keyOf(sql, columns)} AND NOT w.who <> ${whoOf(sql, columns)}`

/** A coefficient has a point or at most three digits: only then the level of the month is looked up, and parts the groups. */
const levelIfCoefficient = (sql: Queryable, columns: readonly ImportColumn[]) => {
  const [month, base, position] = ['month', 'base', 'positionAllowance'].map((name) => cellOf(sql, columns, name))
  if (month === undefined || base === undefined || position === undefined) throw new Error('a column is missing')
  const small = (cell: typeof base) => sql`length(${cell}) < 4 OR strpos(${cell}, '.') > 0`
  return sql`CASE WHEN ${small(base)} OR ${small(position)} THEN ${levelOf(sql, month, base, position)} END`
}

/**
 * Good rows that say the same about a person in a year: how many, from when to when, and a bit for each month. OFFSET keeps the inner
 * expressions from being computed twice; as a bigint constant, since `OFFSET 0` is a cast to the planner and forbids it parallel workers.
 */
const sumsOf = (sql: Queryable, columns: readonly ImportColumn[], { batchId }: ImportBatch, wanted: Fragment) => {
  const month = cellOf(sql, columns, 'month')
  return sql`
    SELECT who, said, month_no / 12 AS year, level, count(*)::integer AS row_count, min(month_no) AS first_no, max(month_no) AS last_no,
      coalesce(bit_or(1 << month_no % 12) FILTER (WHERE NOT is_late), 0) AS paid, coalesce(bit_or(1 << month_no % 12) FILTER (WHERE is_late), 0) AS late
    FROM (
      SELECT ${whoOf(sql, columns)} AS who, ${sliceOf(sql, columns, 'branch', 'ratePercent').cells} AS said,
        left(${month}, 4)::integer * 12 + right(${month}, 2)::integer - 1 AS month_no, coalesce(${cellOf(sql, columns, 'late')} = 'true', false) AS is_late,
        ${levelIfCoefficient(sql, columns)} AS level
      FROM import_rows r WHERE r.batch_id = ${batchId} AND r.row_group IS NULL ${wanted} OFFSET '0'::bigint
    ) months GROUP BY who, said, month_no / 12, level`
}

/** Whom the register has for each name, number and birth date of the file, and who has to be looked at row by row. */
async function findPersons(sql: Queryable, columns: readonly ImportColumn[]): Promise<void> {
  const number = (month: string) => monthNumber(sql, month)
  const firstAt = (age: number) =>
    sql`(p.birth_year + ${age}::integer) * 12 + coalesce(nullif(substr(p.born_on_partial, 6, 2), ''), '01')::integer - 1`
  await sql`
    CREATE TEMP TABLE month_persons ON COMMIT DROP AS
    SELECT who, key, person_id, differs, (differs OR untimely) AS doubtful, false AS stands FROM (
      SELECT r.cells AS who, ${keyOf(sql, columns)} AS key, p.person_id, p.person_id IS NULL OR (CASE ${personDiffers(sql, columns)} END) IS NOT NULL AS differs,
        coalesce(last_no > least(${number('ansinh_today()')}, ${number('p.died_on')}) OR first_no < ${firstAt(0)} OR first_work_no < ${firstAt(WORKING_AGE)}, false) AS untimely
      FROM (SELECT who AS cells, max(last_no) AS last_no, min(first_no) AS first_no, min(first_no) FILTER (WHERE said[1] <> 'health') AS first_work_no
        FROM month_sums GROUP BY who) r
      LEFT JOIN insurance_numbers n ON n.insurance_number = ${cellOf(sql, columns, 'insuranceNumber')}
      LEFT JOIN national_ids i ON ${cellOf(sql, columns, 'insuranceNumber')} IS NULL AND i.national_id = ${cellOf(sql, columns, 'nationalId')}
      LEFT JOIN persons p ON p.person_id = coalesce(n.person_id, i.person_id)
    ) found`
  await sql`ANALYZE month_persons (key, person_id, differs, doubtful, stands)`
}

const withPersons = (sql: Queryable, sums: Fragment, wanted: Fragment) => sql`
  SELECT w.person_id, g.said, g.year, g.level, g.row_count, g.first_no, g.last_no, g.paid, g.late
  FROM ${sums} g JOIN month_persons w ON w.who = g.who WHERE NOT w.differs ${wanted}`

/**
 * Lays a batch's good rows out for this transaction: `month_groups`, what is said of a person in a year, and `month_persons`. `differs`:
 * nobody has that number, or somebody else; `doubtful`: some of the rows may have to be rejected one by one.
 */
export async function layOutMonths(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  await sql`DROP TABLE IF EXISTS pg_temp.month_sums, pg_temp.month_groups, pg_temp.month_persons`
  await sql`CREATE TEMP TABLE month_sums ON COMMIT DROP AS ${sumsOf(sql, columns, batch, sql``)}`
  await findPersons(sql, columns)
  await sql`CREATE TEMP TABLE month_groups ON COMMIT DROP AS ${withPersons(sql, sql`month_sums`, sql`AND NOT w.doubtful`)}`
  await sql`DROP TABLE month_sums`
}

/** After rows of doubtful people were rejected: their groups, out of the rows that are left. */
export async function regroupDoubtful(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  const [left] = await sql`SELECT FROM month_persons WHERE doubtful AND NOT differs LIMIT 1`
  if (left === undefined) return
  await sql`DELETE FROM month_groups g USING month_persons w WHERE w.doubtful AND w.person_id = g.person_id`
  const who = whoOf(sql, columns)
  const sums = sumsOf(sql, columns, batch, sql`AND ${who} IN (SELECT who FROM month_persons WHERE doubtful AND NOT differs)`)
  await sql`INSERT INTO month_groups ${withPersons(sql, sql`(${sums})`, sql``)}`
}

/** People in whose groups a month of one branch and employer stands more than once are the doubtful ones now. */
export async function findDoubled(sql: Queryable): Promise<boolean> {
  const rows = await sql`
    UPDATE month_persons SET doubtful = true WHERE NOT differs AND person_id IN (
      SELECT person_id FROM month_groups WHERE coalesce(said[3], said[4]) IS NOT NULL
      GROUP BY person_id, said[1], coalesce(said[3], said[4]), year HAVING sum(row_count) > bit_count(bit_or(paid | late)::bit(12))) RETURNING 1`
  return rows.length > 0
}

/** Marks the people of whom something stands in the branches and times of the file. */
export async function findConcerned(sql: Queryable): Promise<boolean> {
  const rows = await sql`
    UPDATE month_persons SET stands = true WHERE NOT differs AND person_id IN (
      SELECT g.person_id FROM month_groups g JOIN ${standingSpells(sql)} s ON s.person_id = g.person_id AND s.branch = g.said[1]
        AND ${monthNumber(sql, 's.from_month')} <= g.last_no AND (s.to_month IS NULL OR ${monthNumber(sql, 's.to_month')} >= g.first_no)) RETURNING 1`
  return rows.length > 0
}

/** One number that changes when somebody's number leads to another person. */
export async function digestPersons(sql: Queryable): Promise<bigint> {
  const [row] = await sql<{ digest: string | null }[]>`
    SELECT bit_xor(hash_array_extended(who, person_id))::text AS digest FROM month_persons WHERE NOT differs`
  return BigInt(row?.digest ?? 0)
}

/** Patterns of months that occur in a year, as ranges of month numbers. */
const patterns = (sql: Queryable) => sql`
  SELECT year, months, coalesce(range_agg(int4range(year * 12 + m, year * 12 + m + 1)) FILTER (WHERE m IS NOT NULL), '{}') AS ranges
  FROM (SELECT year, paid AS months FROM month_groups UNION SELECT year, late FROM month_groups) found
  LEFT JOIN generate_series(0, 11) m ON months & (1 << m) <> 0 GROUP BY year, months`

/** True when groups of several years have to be put together. */
export async function spansYears(sql: Queryable): Promise<boolean> {
  const [found] = await sql<{ spans: boolean | null }[]>`SELECT min(year) < max(year) AS spans FROM month_groups`
  return found?.spans ?? false
}

/** SELECT of person_id, said, level, paid and late (int4multirange of month numbers); once for each of the first three. */
export function monthRanges(sql: Queryable, spans: boolean): Fragment {
  const [paid, late] = !spans ? [sql`p.ranges`, sql`l.ranges`] : [sql`range_agg(p.ranges)`, sql`range_agg(l.ranges)`]
  return sql`
    WITH patterns AS MATERIALIZED (${patterns(sql)})
    SELECT g.person_id, g.said, g.level, ${paid} AS paid, ${late} AS late FROM month_groups g
    JOIN patterns p ON p.year = g.year AND p.months = g.paid JOIN patterns l ON l.year = g.year AND l.months = g.late
    ${spans ? sql`GROUP BY g.person_id, g.said, g.level` : sql``}`
}

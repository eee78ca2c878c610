import { foldSpells, monthNumber, standingSpells } from '../contributions/index.ts'
import type { ImportBatch, ImportColumn, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import type { Transaction } from '../platform/transaction.ts'
import { cellOf, matchByNumbers, personDiffers } from './match-queries.ts'
import { levelOf, partsOf, salaryOf } from './wage-queries.ts'

/** Who pays where no employer is named: voluntary members and households pay themselves. */
const PAYER_UNNAMED = 'Hộ gia đình'
/** Work counts from this age (Labour Code 45/2019/QH14 article 3); health insurance from birth. */
const WORKING_AGE = 15

const rowFault = (sql: Queryable, columns: readonly ImportColumn[]) => {
  const month = cellOf(sql, columns, 'month')
  const today = sql`(SELECT to_char(ansinh_today(), 'YYYY-MM'))`
  const age = sql`CASE WHEN ${cellOf(sql, columns, 'branch')} = 'health' THEN 0 ELSE ${WORKING_AGE}::integer END`
  return sql`CASE ${personDiffers(sql, columns)}
    WHEN ${month} > ${today} THEN 'month in-the-future'
    WHEN ${month} > to_char(p.died_on, 'YYYY-MM') THEN 'month person-dead'
    WHEN left(${month}, 4)::integer - p.birth_year <= ${age}
      AND ${month} < to_char(make_date(p.birth_year + ${age}, coalesce(nullif(substr(p.born_on_partial, 6, 2), ''), '01')::integer, 1), 'YYYY-MM') THEN 'month outside-life'
    END`
}

/** The same month twice for one person, employer and branch: the first row stays. */
async function rejectDoubles(sql: Queryable, columns: readonly ImportColumn[], { batchId }: ImportBatch): Promise<void> {
  const key = sql`r.person_id, ${cellOf(sql, columns, 'branch')}, coalesce(${cellOf(sql, columns, 'employerCode')}, ${cellOf(sql, columns, 'employerName')}), ${cellOf(sql, columns, 'month')}`
  const rows = sql`FROM import_rows r WHERE r.batch_id = ${batchId} AND r.row_group = 'new'`
  await sql`
    WITH repeated (person_id, branch, employer, month, first_no) AS MATERIALIZED (SELECT ${key}, min(r.row_no) AS first_no ${rows} GROUP BY 1, 2, 3, 4 HAVING count(*) > 1),
    marked AS (
      UPDATE import_rows r SET row_group = 'rejected' FROM repeated d
      WHERE r.batch_id = ${batchId} AND r.row_group = 'new' AND (${key}) = (d.person_id, d.branch, d.employer, d.month) AND r.row_no > d.first_no
      RETURNING r.row_no, d.first_no
    )
    INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value) SELECT ${batchId}, row_no, 'month', 'row-doubled', first_no::text FROM marked`
}

/** Staged rows that may be written, typed and with the defaults. */
const monthRows = (sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch) => sql`(
    SELECT row_no, person_id, branch, coalesce(scheme, 'compulsory') AS scheme, "employerCode" AS employer_code,
      coalesce("employerName", CASE WHEN "employerCode" IS NULL THEN ${PAYER_UNNAMED} END) AS employer_name, "jobTitle" AS job_title, workplace,
      base, "positionAllowance", "overFrame", "occupational", "wageAllowance", "supplements", total, ${levelOf(sql, sql`to_char(month, 'YYYY-MM')`, sql`base`, sql`"positionAllowance"`)} AS level, "ratePercent" AS rate_percent,
      coalesce(late, false) AS late, month, ${monthNumber(sql, 'month')} AS month_no
    FROM ${stagedRows(sql, { columns }, batch)} staged WHERE row_group IN ('new', 'known', 'moved')
  )`

/** Rows whose month stands already: `known` when it says the same, `moved` when it says something else now. */
async function findStanding(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  const lateInStanding = sql`s.late_months > 0 AND ${monthNumber(sql, 'x.month')} > ${monthNumber(sql, 'coalesce(s.to_month, ansinh_today())')} - s.late_months`
  await sql`
    WITH concerned AS MATERIALIZED (SELECT DISTINCT person_id FROM import_rows WHERE batch_id = ${batch.batchId} AND row_group = 'new'),
    standing AS MATERIALIZED (SELECT s.* FROM concerned c JOIN ${standingSpells(sql)} s ON s.person_id = c.person_id)
    UPDATE import_rows r SET row_group = CASE WHEN found.same THEN 'known' ELSE 'moved' END
    FROM (
      SELECT x.row_no, bool_or(s.employer_name = coalesce(x.employer_name, m.name, x.employer_code) AND s.employer_code IS NOT DISTINCT FROM x.employer_code
        AND s.job_title IS NOT DISTINCT FROM x.job_title AND s.workplace IS NOT DISTINCT FROM x.workplace
        AND s.contributory_salary_vnd IS NOT DISTINCT FROM coalesce(x.total, ${salaryOf(sql)}) AND s.wage_parts = ${partsOf(sql)}
        AND s.rate_percent IS NOT DISTINCT FROM x.rate_percent AND x.late = (${lateInStanding})) AS same
      FROM standing s JOIN ${monthRows(sql, columns, batch)} x ON s.person_id = x.person_id AND s.branch = x.branch AND s.scheme = x.scheme
        AND s.employer_key = coalesce(x.employer_code, x.employer_name) AND x.month >= s.from_month AND (s.to_month IS NULL OR x.month <= s.to_month)
      LEFT JOIN employers m ON m.employer_code = x.employer_code
      GROUP BY x.row_no
    ) found WHERE r.batch_id = ${batch.batchId} AND r.row_no = found.row_no`
}

export async function matchMonths(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  await matchByNumbers(sql, columns, batch, rowFault(sql, columns))
  // The planner knew the rows before they had groups: without this it sorts a million rows that it takes for one.
  await sql`SELECT analyze_import_rows()`
  await rejectDoubles(sql, columns, batch)
  await findStanding(sql, columns, batch)
}

/** The columns from `from` to `to` as one array, compared at once, and taken apart once per spell instead of once per month. */
function sliceOf(sql: Queryable, columns: readonly ImportColumn[], from: string, to: string) {
  const [first, last] = [columns.findIndex(({ name }) => name === from), columns.findIndex(({ name }) => name === to)]
  const types: Partial<Record<ImportColumn['type'], string>> = { numeric: '::numeric', bigint: '::bigint' }
  const typed = columns.slice(first, last + 1).map(({ name, type }, at) => `said[${at + 1}]${types[type] ?? ''} AS "${name}"`)
  return { cells: sql.unsafe(`r.cells[${first + 1}:${last + 1}]`), typed: sql.unsafe(typed.join(', ')) }
}

/** Months that say the same about one employer become one row with their ranges; then they are laid over what stands. */
export async function applyMonths(transaction: Transaction, columns: readonly ImportColumn[], batch: ImportBatch): Promise<ImportCounts> {
  const sql = transaction
  const cell = (name: string) => cellOf(sql, columns, name)
  const said = sliceOf(sql, columns, 'branch', 'ratePercent')
  const months = sql`range_agg(int4range(month_no, month_no + 1))`
  return foldSpells(
    transaction,
    batch,
    sql`
    SELECT person_id, branch, coalesce(scheme, 'compulsory') AS scheme, coalesce("employerCode", "employerName", ${PAYER_UNNAMED}) AS employer_key, m.employer_id,
      "employerCode" AS employer_code, coalesce("employerName", m.name, "employerCode", ${PAYER_UNNAMED}) AS employer_name, "jobTitle" AS job_title, workplace,
      coalesce(total, ${salaryOf(sql)}) AS contributory_salary_vnd, ${partsOf(sql)} AS wage_parts, "ratePercent" AS rate_percent, false AS absent, paid, late
    FROM (SELECT person_id, level, paid, late, ${said.typed} FROM (
        SELECT person_id, said, level, coalesce(${months} FILTER (WHERE NOT is_late), '{}') AS paid, coalesce(${months} FILTER (WHERE is_late), '{}') AS late
        FROM (
          SELECT r.person_id, ${said.cells} AS said, (left(${cell('month')}, 4)::integer * 12 + right(${cell('month')}, 2)::integer - 1) AS month_no,
            coalesce(${cell('late')} = 'true', false) AS is_late, ${levelOf(sql, cell('month'), cell('base'), cell('positionAllowance'))} AS level
          FROM import_rows r WHERE r.batch_id = ${batch.batchId} AND r.row_group IN ('new', 'known', 'moved')
        ) months GROUP BY person_id, said, level
      ) spells) g LEFT JOIN employers m ON m.employer_code = g."employerCode"`,
    'correction',
  )
}

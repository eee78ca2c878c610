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
  const monthNo = sql`(left(${month}, 4)::integer * 12 + right(${month}, 2)::integer - 1)`
  const age = sql`CASE WHEN ${cellOf(sql, columns, 'branch')} = 'health' THEN 0 ELSE ${WORKING_AGE}::integer END`
  return sql`CASE ${personDiffers(sql, columns)}
    WHEN ${month} > to_char(ansinh_today(), 'YYYY-MM') THEN 'month in-the-future'
    WHEN ${month} > to_char(p.died_on, 'YYYY-MM') THEN 'month person-dead'
    WHEN ${monthNo} < (p.birth_year + ${age}) * 12 + coalesce(nullif(substr(p.born_on_partial, 6, 2), ''), '01')::integer - 1 THEN 'month outside-life'
    END`
}

/** The same month twice for one person, employer and branch: the first row stays. */
async function rejectDoubles(sql: Queryable, columns: readonly ImportColumn[], { batchId }: ImportBatch): Promise<void> {
  const key = sql`r.person_id, ${cellOf(sql, columns, 'branch')}, coalesce(${cellOf(sql, columns, 'employerCode')}, ${cellOf(sql, columns, 'employerName')}), ${cellOf(sql, columns, 'month')}`
  await sql`
    WITH doubled AS (
      SELECT (array_agg(r.row_no ORDER BY r.row_no))[2:] AS row_nos, min(r.row_no) AS first_no FROM import_rows r
      WHERE r.batch_id = ${batchId} AND r.row_group = 'new' GROUP BY ${key} HAVING count(*) > 1
    ), marked AS (
      UPDATE import_rows r SET row_group = 'rejected' FROM (SELECT unnest(row_nos) AS row_no, first_no FROM doubled) d
      WHERE r.batch_id = ${batchId} AND r.row_no = d.row_no RETURNING r.row_no, d.first_no
    )
    INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value) SELECT ${batchId}, row_no, 'month', 'row-doubled', first_no::text FROM marked`
}

/** Staged rows that may be written, typed and with the defaults. */
const monthRows = (sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch) => sql`(
    SELECT row_no, person_id, branch, coalesce(scheme, 'compulsory') AS scheme, "employerCode" AS employer_code,
      coalesce("employerName", CASE WHEN "employerCode" IS NULL THEN ${PAYER_UNNAMED} END) AS employer_name, "jobTitle" AS job_title, workplace,
      base, "positionAllowance", "overFrame", "occupational", "wageAllowance", "supplements", total, ${levelOf(sql, 'month')} AS level, "ratePercent" AS rate_percent,
      coalesce(late, false) AS late, month, ${monthNumber(sql, 'month')} AS month_no
    FROM ${stagedRows(sql, { columns }, batch)} staged WHERE row_group IN ('new', 'known', 'moved')
  )`

const SAID =
  'employer_code, employer_name, job_title, workplace, base, "positionAllowance", "overFrame", "occupational", "wageAllowance", "supplements", total, level, rate_percent'

/** Rows whose month stands already: `known` when it says the same, `moved` when it says something else now. */
async function findStanding(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  const lateInStanding = sql`s.late_months > 0 AND ${monthNumber(sql, 'x.month')} > ${monthNumber(sql, 'coalesce(s.to_month, ansinh_today())')} - s.late_months`
  await sql`
    UPDATE import_rows r SET row_group = CASE WHEN found.same THEN 'known' ELSE 'moved' END
    FROM (
      SELECT x.row_no, bool_or(s.employer_name = coalesce(x.employer_name, m.name, x.employer_code) AND s.employer_code IS NOT DISTINCT FROM x.employer_code
        AND s.job_title IS NOT DISTINCT FROM x.job_title AND s.workplace IS NOT DISTINCT FROM x.workplace
        AND s.contributory_salary_vnd IS NOT DISTINCT FROM coalesce(x.total, ${salaryOf(sql)}) AND s.wage_parts = ${partsOf(sql)}
        AND s.rate_percent IS NOT DISTINCT FROM x.rate_percent AND x.late = (${lateInStanding})) AS same
      FROM ${monthRows(sql, columns, batch)} x LEFT JOIN employers m ON m.employer_code = x.employer_code
      JOIN ${standingSpells(sql)} s ON s.person_id = x.person_id AND s.branch = x.branch AND s.scheme = x.scheme
        AND s.employer_key = coalesce(x.employer_code, x.employer_name) AND x.month >= s.from_month AND (s.to_month IS NULL OR x.month <= s.to_month)
      GROUP BY x.row_no
    ) found WHERE r.batch_id = ${batch.batchId} AND r.row_no = found.row_no`
}

export async function matchMonths(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  await matchByNumbers(sql, columns, batch, rowFault(sql, columns))
  await rejectDoubles(sql, columns, batch)
  await findStanding(sql, columns, batch)
}

/** Months that say the same about one employer become one row with their ranges; then they are laid over what stands. */
export async function applyMonths(transaction: Transaction, columns: readonly ImportColumn[], batch: ImportBatch): Promise<ImportCounts> {
  const sql = transaction
  const said = sql.unsafe(SAID)
  return foldSpells(
    transaction,
    batch,
    sql`
    SELECT person_id, branch, scheme, coalesce(g.employer_code, g.employer_name) AS employer_key, m.employer_id, g.employer_code,
      coalesce(g.employer_name, m.name, g.employer_code) AS employer_name, job_title, workplace, coalesce(total, ${salaryOf(sql)}) AS contributory_salary_vnd,
      ${partsOf(sql)} AS wage_parts, rate_percent, false AS absent, paid, late
    FROM (
      SELECT person_id, branch, scheme, ${said}, coalesce(range_agg(int4range(month_no, month_no + 1)) FILTER (WHERE NOT late), '{}') AS paid,
        coalesce(range_agg(int4range(month_no, month_no + 1)) FILTER (WHERE late), '{}') AS late
      FROM ${monthRows(sql, columns, batch)} x GROUP BY person_id, branch, scheme, ${said}
    ) g LEFT JOIN employers m ON m.employer_code = g.employer_code`,
    'correction',
  )
}

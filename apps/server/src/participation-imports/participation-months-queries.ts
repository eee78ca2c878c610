import { foldSpells, monthNumber, standingSpells } from '../contributions/index.ts'
import type { ImportBatch, ImportColumn, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import type { Transaction } from '../platform/transaction.ts'
import { cellOf, personDiffers } from './match-queries.ts'
import {
  findConcerned,
  findDoubled,
  isAbout,
  layOutMonths,
  monthRanges,
  regroupDoubtful,
  sliceOf,
  spansYears,
  WORKING_AGE,
} from './month-groups-queries.ts'
import { levelOf, partsOf, salaryOf } from './wage-queries.ts'

/** Who pays where no employer is named: voluntary members and households pay themselves. */
const PAYER_UNNAMED = 'Hộ gia đình'

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

/** Rows of doubtful people are judged one by one. */
async function rejectFaulty(sql: Queryable, columns: readonly ImportColumn[], { batchId }: ImportBatch): Promise<void> {
  const number = sql`coalesce(${cellOf(sql, columns, 'insuranceNumber')}, ${cellOf(sql, columns, 'nationalId')})`
  const fault = sql`CASE WHEN p.person_id IS NULL THEN 'insuranceNumber person-unknown' ELSE ${rowFault(sql, columns)} END`
  await sql`
    WITH marked AS (
      UPDATE import_rows r SET row_group = 'rejected', person_id = w.person_id FROM month_persons w LEFT JOIN persons p ON p.person_id = w.person_id
      WHERE w.doubtful AND r.batch_id = ${batchId} AND r.row_group IS NULL AND ${isAbout(sql, columns)} AND ${fault} IS NOT NULL
      RETURNING r.row_no, ${fault} AS fault, CASE WHEN p.person_id IS NULL THEN ${number} END AS value
    )
    INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value)
    SELECT ${batchId}, row_no, split_part(fault, ' ', 1), split_part(fault, ' ', 2), value FROM marked`
}

/** The same month twice for one person, employer and branch: the first row stays. */
async function rejectDoubles(sql: Queryable, columns: readonly ImportColumn[], { batchId }: ImportBatch): Promise<void> {
  const key = sql`w.person_id, ${cellOf(sql, columns, 'branch')}, coalesce(${cellOf(sql, columns, 'employerCode')}, ${cellOf(sql, columns, 'employerName')}), ${cellOf(sql, columns, 'month')}`
  const doubtful = sql`w.doubtful AND r.batch_id = ${batchId} AND r.row_group IS NULL AND ${isAbout(sql, columns)}`
  await sql`
    WITH repeated (person_id, branch, employer, month, first_no) AS MATERIALIZED (
      SELECT ${key}, min(r.row_no) FROM import_rows r, month_persons w WHERE ${doubtful} GROUP BY 1, 2, 3, 4 HAVING count(*) > 1),
    marked AS (
      UPDATE import_rows r SET row_group = 'rejected', person_id = w.person_id FROM repeated d, month_persons w
      WHERE ${doubtful} AND (${key}) = (d.person_id, d.branch, d.employer, d.month) AND r.row_no > d.first_no
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
  await sql`UPDATE import_rows r SET row_group = 'new', person_id = w.person_id FROM month_persons w
    WHERE w.stands AND r.batch_id = ${batch.batchId} AND r.row_group IS NULL AND ${isAbout(sql, columns)}`
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

/** Rows that nothing speaks against stay unmarked: they are new. A million rows are not written a second time to say so. */
export async function matchMonths(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  await layOutMonths(sql, columns, batch)
  await rejectFaulty(sql, columns, batch)
  await regroupDoubtful(sql, columns, batch)
  if (await findDoubled(sql)) {
    await rejectDoubles(sql, columns, batch)
    await regroupDoubtful(sql, columns, batch)
  }
  if (await findConcerned(sql)) await findStanding(sql, columns, batch)
}

/**
 * Months that say the same about one employer become one row with their ranges; then they are laid over what stands. Reads what `matchMonths`
 * laid out in this transaction.
 */
export async function applyMonths(transaction: Transaction, columns: readonly ImportColumn[], batch: ImportBatch): Promise<ImportCounts> {
  const sql = transaction
  const said = sliceOf(sql, columns, 'branch', 'ratePercent')
  const spans = await spansYears(sql)
  return foldSpells(
    transaction,
    batch,
    sql`
    SELECT person_id, branch, coalesce(scheme, 'compulsory') AS scheme, coalesce("employerCode", "employerName", ${PAYER_UNNAMED}) AS employer_key, m.employer_id,
      "employerCode" AS employer_code, coalesce("employerName", m.name, "employerCode", ${PAYER_UNNAMED}) AS employer_name, "jobTitle" AS job_title, workplace,
      coalesce(total, ${salaryOf(sql)}) AS contributory_salary_vnd, ${partsOf(sql)} AS wage_parts, "ratePercent" AS rate_percent, false AS absent, paid, late
    FROM (SELECT person_id, level, paid, late, ${said.typed} FROM (${monthRanges(sql, spans)}) spells) g LEFT JOIN employers m ON m.employer_code = g."employerCode"`,
    'correction',
  )
}

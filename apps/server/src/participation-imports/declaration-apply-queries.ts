import { foldSpells, standingRanges } from '../contributions/index.ts'
import type { ImportBatch, ImportColumn, ImportCounts } from '../platform/import-kind.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'
import { declaredRows } from './declaration-match-queries.ts'

/** One declaration for each branch it means, in the order of a person's life: what begins in March can end in May of the same file. */
async function layOut(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<number> {
  await sql`
    CREATE TEMP TABLE declared ON COMMIT DROP AS
    SELECT branch, dense_rank() OVER (PARTITION BY person_id ORDER BY from_no, row_no)::integer AS wave, person_id, effect, d.employer_code,
      coalesce(d.employer_name, m.name, d.employer_code) AS employer_name, m.employer_id, job_title, workplace, months, salary, parts
    FROM ${declaredRows(sql, columns, batch)} d LEFT JOIN employers m ON m.employer_code = d.employer_code, unnest(d.branches) AS branch
    WHERE row_group IN ('new', 'moved')`
  await sql`ANALYZE declared`
  const [row] = await sql<{ waves: number }[]>`SELECT coalesce(max(wave), 0) AS waves FROM declared`
  return row?.waves ?? 0
}

/** Declarations of one wave as what is said about months: begins, is absent, or goes on with another wage or job. */
const said = (sql: Queryable, wave: number): Fragment => sql`
  SELECT person_id, branch, 'compulsory' AS scheme, employer_code AS employer_key, employer_id, employer_code, employer_name, job_title, workplace,
    salary AS contributory_salary_vnd, parts AS wage_parts, NULL::numeric AS rate_percent, effect <> 'start' AS absent,
    int4multirange(months) AS paid, '{}'::int4multirange AS late
  FROM declared WHERE wave = ${wave} AND effect IN ('start', 'end', 'pause')
  UNION ALL
  SELECT d.person_id, d.branch, s.scheme, s.employer_key, s.employer_id, s.employer_code, s.employer_name,
    CASE WHEN d.effect = 'job' THEN d.job_title ELSE coalesce(d.job_title, s.job_title) END, coalesce(d.workplace, s.workplace),
    CASE WHEN d.effect = 'job' THEN s.contributory_salary_vnd ELSE d.salary END, CASE WHEN d.effect = 'job' THEN s.wage_parts ELSE d.parts END,
    s.rate_percent, false, int4multirange(s.paid * d.months), int4multirange(s.late * d.months)
  FROM declared d JOIN ${standingRanges(sql)} s ON s.person_id = d.person_id AND s.branch = d.branch AND s.employer_key = d.employer_code
  WHERE d.wave = ${wave} AND d.effect IN ('wage', 'job') AND int4range(s.from_no, s.until_no) && d.months`

/** As many folds as one person has declarations in the file at most, each over everybody. */
export async function applyDeclarations(
  transaction: Transaction,
  columns: readonly ImportColumn[],
  batch: ImportBatch,
): Promise<ImportCounts> {
  const waves = await layOut(transaction, columns, batch)
  let [written, ended, unchanged] = [0, 0, 0]
  for (let wave = 1; wave <= waves; wave += 1) {
    const counts = await foldSpells(transaction, batch, said(transaction, wave), 'change')
    written += counts.written
    ended += counts.ended
    unchanged += counts.unchanged
  }
  await transaction`DROP TABLE declared`
  return { written, ended, unchanged }
}

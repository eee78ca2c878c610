import { ADJUSTMENT_METHODS } from '@an-sinh/domain'

import { monthNumber, standingRanges } from '../contributions/index.ts'
import type { ImportBatch, ImportColumn } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import { cellOf, matchByNumbers, personDiffers } from './match-queries.ts'
import { levelOf, partsOf, salaryOf } from './wage-queries.ts'

/** As the domain lists them; `says` is looked for in the text of the adjustment. */
const methods = (sql: Queryable) => sql`
  jsonb_to_recordset(${sql.json(ADJUSTMENT_METHODS.map((one) => ({ ...one, branches: [...one.branches] })))}) AS m(code text, effect text, branches text[], says text,
    "validFrom" date, "validTo" date)`

/** Typed rows with what they mean: effect and branches null where the code is unknown or its meaning not sure; whole months as a range. */
export const declaredRows = (sql: Queryable, columns: readonly ImportColumn[], { batchId, source }: ImportBatch) => sql`(
    SELECT row_no, row_group, person_id, method_code, effect, branches, from_no, int4range(from_no, until_no) AS months, job_title, workplace, employer_code, employer_name,
      ${salaryOf(sql)} AS salary, ${partsOf(sql)} AS parts
    FROM (
      SELECT paid.*, ${levelOf(sql, sql`to_char(from_month, 'YYYY-MM')`, sql`base`, sql`"positionAllowance"`)} AS level FROM (
        SELECT x.row_no, x.row_group, x.person_id, x."methodCode" AS method_code, m.effect, m.branches, x."fromMonth" AS from_month,
          ${monthNumber(sql, 'x."fromMonth"')} AS from_no, CASE WHEN m.effect <> 'end' THEN ${monthNumber(sql, 'x."toMonth"')} + 1 END AS until_no,
          "jobTitle" AS job_title, workplace, coalesce(nullif(x.base, 0), x.coefficient, x.base) AS base, "positionAllowance", "overFrame", "occupational",
          "wageAllowance", "supplements", coalesce(x."employerCode", substring(${source}::text FROM '[A-Z]{2,3}[0-9]{3,4}[A-Z]')) AS employer_code,
          x."employerName" AS employer_name
        FROM ${stagedRows(sql, { columns }, { batchId, source })} x
        LEFT JOIN ${methods(sql)} ON m.code = x."methodCode" AND x."fromMonth" >= m."validFrom" AND (m."validTo" IS NULL OR x."fromMonth" <= m."validTo")
          AND (m.says IS NULL OR strpos(fold_text(x."methodText"), m.says) > 0)
      ) paid
    ) levelled
  )`

const rowFault = (sql: Queryable, columns: readonly ImportColumn[]) => {
  const [from, to] = [cellOf(sql, columns, 'fromMonth'), cellOf(sql, columns, 'toMonth')]
  return sql`CASE ${personDiffers(sql, columns)}
    WHEN p.sex <> ${cellOf(sql, columns, 'sex')} THEN 'sex person-differs'
    WHEN greatest(${from}, ${to}) > to_char(ansinh_today() + interval '1 month', 'YYYY-MM') THEN 'fromMonth in-the-future'
    WHEN ${from} > to_char(p.died_on, 'YYYY-MM') THEN 'fromMonth person-dead'
    WHEN left(${from}, 4)::integer < p.birth_year + 15 THEN 'fromMonth outside-life'
    END`
}

/** Without a number: exactly one person of this name (folded) and birth date, shown to a human and never taken for granted. */
async function matchByName(sql: Queryable, columns: readonly ImportColumn[], { batchId }: ImportBatch): Promise<void> {
  const [name, bornOn] = [cellOf(sql, columns, 'fullName'), cellOf(sql, columns, 'bornOn')]
  await sql`
    UPDATE import_rows r SET row_group = 'close-match', person_id = found.person_id FROM (
      SELECT r.row_no, min(p.person_id) AS person_id FROM import_rows r
      JOIN persons p ON p.name_folded = fold_text(${name}) AND p.birth_year = left(${bornOn}, 4)::smallint
        AND (p.born_on_partial = ${bornOn} OR starts_with(p.born_on_partial, ${bornOn} || '-') OR starts_with(${bornOn}, p.born_on_partial || '-'))
      WHERE r.batch_id = ${batchId} AND r.row_group IS NULL AND ${cellOf(sql, columns, 'insuranceNumber')} IS NULL GROUP BY r.row_no HAVING count(*) = 1
    ) found WHERE r.batch_id = ${batchId} AND r.row_no = found.row_no`
}

/** What stands of the person at the employer in a branch that the declaration means. */
const atEmployer = (sql: Queryable) => sql`
  SELECT FROM ${standingRanges(sql)} s WHERE s.person_id = d.person_id AND s.employer_key = d.employer_code AND s.branch = ANY(d.branches)`
const overlaps = (sql: Queryable) => sql`int4range(s.from_no, s.until_no) && d.months`

/** Rows that nobody can carry out: an unsure code, no employer, the same adjustment twice, or nothing there that could end or change. */
async function rejectEmptyHanded(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  await sql`
    WITH meant AS MATERIALIZED (SELECT * FROM ${declaredRows(sql, columns, batch)} d WHERE row_group = 'new'),
    marked AS (
      SELECT d.row_no, CASE
        WHEN d.effect IS NULL THEN 'methodCode unknown-code'
        WHEN d.employer_code IS NULL THEN 'employerCode employer-unknown'
        WHEN d.row_no > min(d.row_no) OVER (PARTITION BY d.person_id, d.effect, d.branches, d.from_no, d.employer_code) THEN 'methodCode row-doubled'
        WHEN d.effect <> 'start' AND NOT EXISTS (SELECT FROM meant b WHERE b.person_id = d.person_id AND b.effect = 'start' AND b.from_no <= d.from_no)
          AND NOT EXISTS (${atEmployer(sql)} AND (${overlaps(sql)} OR (d.effect = 'end' AND s.until_no = d.from_no))) THEN 'fromMonth not-taking-part'
        END AS fault
      FROM meant d
    ), faulty AS (
      UPDATE import_rows r SET row_group = 'rejected' FROM marked m WHERE m.fault IS NOT NULL AND r.batch_id = ${batch.batchId} AND r.row_no = m.row_no
      RETURNING r.row_no, m.fault, ${cellOf(sql, columns, 'methodCode')} AS code
    )
    INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value)
    SELECT ${batch.batchId}, row_no, split_part(fault, ' ', 1), split_part(fault, ' ', 2), CASE WHEN fault LIKE 'methodCode%' THEN code END FROM faulty`
}

/** `known`: it began or ended then, or is paid so, already; such a row is not carried out again. `moved`: something stands at this employer in those months. */
async function findStanding(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  const sameWage = sql`s.contributory_salary_vnd IS NOT DISTINCT FROM d.salary`
  const coversFrom = sql`s.from_no <= d.from_no AND (s.until_no IS NULL OR s.until_no > d.from_no)`
  await sql`
    UPDATE import_rows r SET row_group = CASE
      WHEN d.effect IN ('start', 'wage') AND EXISTS (${atEmployer(sql)} AND ${coversFrom} AND ${sameWage})
        AND (d.effect = 'start' OR NOT EXISTS (${atEmployer(sql)} AND ${overlaps(sql)} AND NOT ${sameWage})) THEN 'known'
      WHEN d.effect = 'end' AND EXISTS (${atEmployer(sql)} AND s.until_no = d.from_no) AND NOT EXISTS (${atEmployer(sql)} AND ${overlaps(sql)}) THEN 'known'
      ELSE 'moved' END
    FROM ${declaredRows(sql, columns, batch)} d
    WHERE d.row_group = 'new' AND r.batch_id = ${batch.batchId} AND r.row_no = d.row_no
      AND EXISTS (${atEmployer(sql)} AND (${overlaps(sql)} OR (d.effect = 'end' AND s.until_no = d.from_no)))`
}

export async function matchDeclarations(sql: Queryable, columns: readonly ImportColumn[], batch: ImportBatch): Promise<void> {
  await matchByNumbers(sql, columns, batch, rowFault(sql, columns), () => matchByName(sql, columns, batch))
  await rejectEmptyHanded(sql, columns, batch)
  await findStanding(sql, columns, batch)
}

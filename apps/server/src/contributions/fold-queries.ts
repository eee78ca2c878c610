import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'

/** What is said about months beside branch, scheme and employer; months saying the same are one spell. */
const SAID = [
  'employer_id',
  'employer_code',
  'employer_name',
  'job_title',
  'workplace',
  'contributory_salary_vnd',
  'wage_parts',
  'rate_percent',
]
const KEY = ['person_id', 'branch', 'scheme', 'employer_key']

const list = (sql: Queryable, names: readonly string[], of = '') =>
  sql.unsafe(names.map((name) => (of === '' ? name : `${of}.${name}`)).join(', '))
const sameSaid = (sql: Queryable, a: string, b: string) =>
  sql.unsafe(SAID.map((name) => `${a}.${name} IS NOT DISTINCT FROM ${b}.${name}`).join(' AND '))
const toMonth = (sql: Queryable, number: string) => sql.unsafe(`make_date(((${number}) / 12)::integer, ((${number}) % 12 + 1)::integer, 1)`)

/** Months since year 0, as in the domain: neighbours differ by one. */
export const monthNumber = (sql: Queryable, date: string) =>
  sql.unsafe(`(date_part('year', ${date})::integer * 12 + date_part('month', ${date})::integer - 1)`)

/** Spells nobody has ended, with the employer's code where only our id was recorded, and the word that months are folded within. */
export const standingSpells = (sql: Queryable) => sql`(
    SELECT s.person_id, s.spell_id, s.branch, s.scheme, s.from_month, s.to_month, s.employer_id, coalesce(s.employer_code, m.employer_code) AS employer_code,
      s.employer_name, s.job_title, s.workplace, s.contributory_salary_vnd, s.wage_parts, s.rate_percent, s.late_months, s.recorded_at, s.import_batch_id,
      coalesce(s.employer_code, m.employer_code, s.employer_name) AS employer_key
    FROM participation_spells s LEFT JOIN employers m ON m.employer_id = s.employer_id
    WHERE NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id)
  )`

/** Standing spells as ranges of month numbers: the paid part, the late part behind it, and how many months are late by today. */
export const standingRanges = (sql: Queryable) => {
  const today = sql`(SELECT ${monthNumber(sql, 'ansinh_today()')})`
  return sql`(
    SELECT split.*, CASE WHEN late_from_no IS NULL THEN 0 ELSE coalesce(until_no, ${today} + 1) - late_from_no END AS late_count,
      int4range(from_no, late_from_no) AS paid,
      CASE WHEN late_from_no IS NULL OR late_from_no = until_no THEN 'empty' ELSE int4range(late_from_no, until_no) END AS late
    FROM (
      SELECT numbered.*, CASE WHEN late_months = 0 OR coalesce(until_no, ${today} + 1) <= from_no THEN until_no
        ELSE greatest(from_no, coalesce(until_no, ${today} + 1) - late_months) END AS late_from_no
      FROM (
        SELECT ${list(sql, KEY)}, spell_id, ${list(sql, SAID)}, late_months, ${monthNumber(sql, 'from_month')} AS from_no, ${monthNumber(sql, 'to_month')} + 1 AS until_no
        FROM ${standingSpells(sql)} standing
      ) numbered
    ) split
  )`
}

/** What the tables are joined by, and no more: of jsonb and ranges the planner would learn nothing, slowly. */
const analyze = async (sql: Queryable, table: string): Promise<void> => {
  await sql.unsafe(`ANALYZE ${table} (${KEY.join(', ')})`)
}

/** Standing spells of everybody and every employer that the import names. */
async function findStanding(sql: Queryable): Promise<number> {
  await sql`
    CREATE TEMP TABLE fold_standing ON COMMIT DROP AS
    WITH touched AS MATERIALIZED (SELECT DISTINCT ${list(sql, KEY)} FROM fold_incoming)
    SELECT s.* FROM touched t JOIN ${standingRanges(sql)} s ON (${list(sql, KEY, 's')}) = (${list(sql, KEY, 't')})`
  const [row] = await sql<{ count: number }[]>`SELECT count(*)::integer AS count FROM fold_standing`
  return row?.count ?? 0
}

/** Per thing said, the months for which it holds afterwards: what is imported, and what stood and is not imported over. */
async function groupMonths(sql: Queryable): Promise<void> {
  await sql`
    CREATE TEMP TABLE fold_groups ON COMMIT DROP AS
    WITH over AS MATERIALIZED (SELECT ${list(sql, KEY)}, range_agg(paid) + range_agg(late) AS months FROM fold_incoming GROUP BY ${list(sql, KEY)}),
    pieces AS (
      SELECT ${list(sql, KEY)}, ${list(sql, SAID)}, paid, late FROM fold_incoming WHERE NOT absent
      UNION ALL
      SELECT ${list(sql, KEY)}, ${list(sql, SAID, 's')}, int4multirange(s.paid) - months, int4multirange(s.late) - months
      FROM fold_standing s JOIN over USING (${list(sql, KEY)})
    )
    SELECT ${list(sql, KEY)}, ${list(sql, SAID)}, range_agg(paid) AS paid, range_agg(late) - range_agg(paid) AS late
    FROM pieces GROUP BY ${list(sql, KEY)}, ${list(sql, SAID)}`
}

/** True when two rows of the import say the same of one employer, e.g. once with the total of the wage and once without. */
async function saysTwice(sql: Queryable): Promise<boolean> {
  const rows =
    await sql`SELECT FROM fold_incoming WHERE NOT absent GROUP BY ${list(sql, KEY)}, contributory_salary_vnd HAVING count(*) > 1 LIMIT 1`
  if (rows.length === 0) return false
  const same =
    await sql`SELECT FROM fold_incoming WHERE NOT absent GROUP BY ${list(sql, KEY)}, ${list(sql, SAID)} HAVING count(*) > 1 LIMIT 1`
  return same.length > 0
}

/** Spells out of the months of `from`: a run of paid months with the late ones right behind it; late months with nothing before stand alone. */
const islands = (sql: Queryable, from: 'fold_groups' | 'fold_incoming') => {
  const one = sql`SELECT ${list(sql, KEY)}, ${list(sql, SAID)}`
  const wanted = sql.unsafe(from === 'fold_incoming' ? 'NOT absent AND' : '')
  return sql`(
    SELECT ${list(sql, KEY)}, ${list(sql, SAID)}, lower(run) AS from_no, upper(run) AS until_no, 0 AS late_count
      FROM (${one}, unnest(paid) AS run FROM ${sql.unsafe(from)} WHERE ${wanted} isempty(late)) plain
    UNION ALL
    SELECT ${list(sql, KEY)}, ${list(sql, SAID)}, lower(coalesce(p, l)), upper(coalesce(l, p)),
        CASE WHEN l IS NULL THEN 0 ELSE coalesce(upper(l), ${monthNumber(sql, 'ansinh_today()')} + 1) - lower(l) END
      FROM ${sql.unsafe(from)} g, LATERAL (SELECT p, l FROM unnest(g.paid) p FULL JOIN unnest(g.late - g.paid) l ON upper(p) = lower(l)) runs
      WHERE ${wanted} NOT isempty(late)
  )`
}

/** Standing spells that are no more: `change` when everything they say is still said, only about more time. */
async function endReplaced(sql: Queryable, { batchId, source }: ImportBatch, saysOtherwise: 'correction' | 'change'): Promise<number> {
  const rows = await sql`
    INSERT INTO participation_spell_endings (person_id, spell_id, kind, import_batch_id, source)
    SELECT s.person_id, s.spell_id, CASE WHEN EXISTS (SELECT FROM fold_groups g WHERE (${list(sql, KEY, 'g')}) = (${list(sql, KEY, 's')}) AND ${sameSaid(sql, 'g', 's')}
        AND s.paid <@ g.paid AND s.late <@ g.late) THEN 'change' ELSE ${saysOtherwise} END, ${batchId}, ${source}
    FROM fold_standing s WHERE NOT EXISTS (SELECT FROM fold_islands i WHERE ${sameSpell(sql)})`
  return rows.count
}

const sameSpell = (sql: Queryable) =>
  sql`(${list(sql, KEY, 'i')}) = (${list(sql, KEY, 's')}) AND ${sameSaid(sql, 'i', 's')}
    AND i.from_no = s.from_no AND i.until_no IS NOT DISTINCT FROM s.until_no AND i.late_count = s.late_count`

const insertIslands = async (sql: Queryable, { batchId, source }: ImportBatch, from: Fragment): Promise<number> => {
  const rows = await sql`
    INSERT INTO participation_spells (person_id, spell_id, branch, scheme, from_month, to_month, ${list(sql, SAID)}, late_months, import_batch_id, source)
    SELECT i.person_id, gen_random_uuid(), i.branch, i.scheme, ${toMonth(sql, 'i.from_no')}, ${toMonth(sql, 'i.until_no - 1')}, ${list(sql, SAID, 'i')},
      i.late_count, ${batchId}, ${source} FROM ${from}`
  return rows.count
}

/**
 * Lays imported months over what stands, set-based: an imported month replaces what its person, branch, scheme and employer said about that
 * month; months in a row that say the same become one spell; a spell that comes out as it stood stays untouched. `foldMonths` of the domain
 * is the same rule, plain and slow.
 * @param incoming a SELECT of person_id, branch, scheme, employer_key, the columns said, `absent` (no participation in these months), `paid` and
 * `late` (int4multirange of month numbers)
 * @param saysOtherwise how a standing spell ends whose months now say something else
 */
export async function foldSpells(
  sql: Transaction,
  batch: ImportBatch,
  incoming: Fragment,
  saysOtherwise: 'correction' | 'change',
): Promise<ImportCounts> {
  // Two imports that fold at once could both add the same month.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('participation-fold', 0))`
  await sql`CREATE TEMP TABLE fold_incoming ON COMMIT DROP AS ${incoming}`
  await analyze(sql, 'fold_incoming')
  const standing = await findStanding(sql)
  if (standing === 0 && !(await saysTwice(sql))) {
    const written = await insertIslands(sql, batch, sql`${islands(sql, 'fold_incoming')} i ORDER BY i.person_id`)
    await sql`DROP TABLE fold_incoming, fold_standing`
    return { written, ended: 0, unchanged: 0 }
  }
  await analyze(sql, 'fold_standing')
  await groupMonths(sql)
  await sql`CREATE TEMP TABLE fold_islands ON COMMIT DROP AS SELECT * FROM ${islands(sql, 'fold_groups')} i`
  await analyze(sql, 'fold_groups')
  await analyze(sql, 'fold_islands')
  const ended = await endReplaced(sql, batch, saysOtherwise)
  const written = await insertIslands(
    sql,
    batch,
    sql`fold_islands i WHERE NOT EXISTS (SELECT FROM fold_standing s WHERE ${sameSpell(sql)})`,
  )
  await sql`DROP TABLE fold_incoming, fold_standing, fold_groups, fold_islands`
  return { written, ended, unchanged: standing - ended }
}

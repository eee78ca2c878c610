import type postgres from 'postgres'

import type { CalendarDay, OfficeClosure } from '@an-sinh/domain'

export type OracleCase = { submittedAtMs: number; officeId: number; extensions: number; dueOn: string; graceEndsOn: string }

const FIRST = '2025-12-01'
const LAST = '2028-03-01'

/**
 * The independent oracle: PostgreSQL's own time-zone data and a table of every open day of every office, asked "the first open day on
 * or after". It shares neither language, nor calendar arithmetic, nor a line with the rule it watches.
 */
export async function prepareOracle(
  sql: postgres.Sql,
  calendar: readonly CalendarDay[],
  closures: ReadonlyMap<number, readonly OfficeClosure[]>,
): Promise<void> {
  await sql`CREATE TEMP TABLE marked (day date, kind text)`
  await sql`INSERT INTO marked SELECT * FROM unnest(${calendar.map((row) => row.on)}::date[], ${calendar.map((row) => row.kind)}::text[])`
  const shut = [...closures].flatMap(([officeId, rows]) => rows.map((row) => ({ officeId, ...row })))
  await sql`CREATE TEMP TABLE shut (office int, from_on date, to_on date)`
  await sql`INSERT INTO shut SELECT * FROM unnest(${shut.map((row) => row.officeId)}::int[], ${shut.map((row) => row.fromOn)}::date[], ${shut.map((row) => row.toOn)}::date[])`
  await sql`
    CREATE TEMP TABLE open_days AS
    SELECT offices.office, days.day::date AS day FROM unnest(${[...closures.keys()]}::int[]) AS offices(office),
      generate_series(${FIRST}::date, ${LAST}::date, interval '1 day') AS days(day)
    WHERE NOT EXISTS (SELECT FROM marked WHERE marked.day = days.day::date AND kind <> 'working-saturday')
      AND (extract(isodow FROM days.day) < 6 OR EXISTS (SELECT FROM marked WHERE marked.day = days.day::date AND kind = 'working-saturday'))
      AND NOT EXISTS (SELECT FROM shut WHERE shut.office = offices.office AND days.day::date BETWEEN from_on AND to_on)`
  await sql`CREATE INDEX ON open_days (office, day)`
  await sql`ANALYZE open_days`
  await sql`CREATE FUNCTION pg_temp.first_open(which int, wanted date) RETURNS date LANGUAGE sql STABLE AS
            $$ SELECT min(day) FROM open_days WHERE office = which AND day >= wanted $$`
}

/** `count` cases; a tenth of them within two minutes of midnight in Viet Nam. */
export async function* askOracle(sql: postgres.Sql, count: number, offices: number): AsyncGenerator<OracleCase[]> {
  await sql`SELECT setseed(0.20260101)`
  const cursor = sql<OracleCase[]>`
    WITH drawn AS MATERIALIZED (
      SELECT CASE WHEN n % 10 = 0
               THEN (date '2026-01-01' + (random() * 600)::int)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' + (random() * 240 - 120) * interval '1 second'
               ELSE timestamptz '2026-01-01' + random() * 600 * interval '1 day' END AS at,
             1 + (random() * ${offices - 1})::int AS office, (random() * 2.49)::int AS extensions
      FROM generate_series(1, ${count}) AS n),
    civil AS (SELECT *, (date_trunc('milliseconds', at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS on_date FROM drawn),
    d0 AS MATERIALIZED (SELECT *, pg_temp.first_open(office, on_date + 10) AS due0 FROM civil),
    d1 AS MATERIALIZED (SELECT *, CASE WHEN extensions >= 1 THEN pg_temp.first_open(office, due0 + 10) ELSE due0 END AS due1 FROM d0),
    d2 AS MATERIALIZED (SELECT *, CASE WHEN extensions >= 2 THEN pg_temp.first_open(office, due1 + 10) ELSE due1 END AS due2 FROM d1)
    SELECT (extract(epoch FROM date_trunc('milliseconds', at)) * 1000)::float8 AS "submittedAtMs", office AS "officeId", extensions,
           due2::text AS "dueOn", pg_temp.first_open(office, due2 + 5)::text AS "graceEndsOn"
    FROM d2`.cursor(20_000)
  for await (const rows of cursor) yield rows
}

import type { Sex } from '@an-sinh/domain'

import type { PersonRange } from '../platform/person-range.ts'
import type { Queryable } from '../platform/sql.ts'

/** Middle and given names that people of one sex and birth years may get, each as often as it is worn. */
export type NameChoice = { sex: Sex; fromYear: number; toYear: number; middles: string[]; givens: string[] }

/** `count` ids in one piece that nobody else gets; the first of them. */
export async function drawPersonBlock(sql: Queryable, count: number): Promise<number> {
  const [row] = await sql<{ first: number; last: number }[]>`
    SELECT min(id) AS first, max(id) AS last FROM (SELECT nextval('person_ids') AS id FROM generate_series(1, ${count}::bigint)) AS drawn`
  // Somebody who draws at the same moment leaves a hole: these ids are forgotten and others drawn.
  if (row === undefined || row.last - row.first !== count - 1) return drawPersonBlock(sql, count)
  return row.first
}

/** Whether a single number is outside the prefix of synthetic people. */
export async function hasRealNumbers(sql: Queryable): Promise<boolean> {
  const [row] = await sql<
    { there: boolean }[]
  >`SELECT EXISTS (SELECT FROM insurance_numbers WHERE insurance_number NOT LIKE '99%') AS there`
  return row?.there === true
}

/** How many synthetic ids each first six digits have; those counted out by hand end below 100000. */
export async function countIdentified(sql: Queryable): Promise<Map<string, number>> {
  const rows = await sql<{ first: string; n: number }[]>`
    SELECT left(national_id, 6) AS first, count(*)::int AS n FROM national_ids WHERE national_id LIKE '099%' AND right(national_id, 6) >= '100000' GROUP BY 1`
  return new Map(rows.map((row) => [row.first, row.n]))
}

async function multiplyHouseholds(sql: Queryable, { fromId, toId, addId }: PersonRange): Promise<void> {
  const firstHousehold = 1_000_000_000
  await sql`
    INSERT INTO households (household_id, household_code, ward_code, address)
    SELECT household_id + ${addId}::bigint, '99' || lpad(((substr(household_code, 3)::bigint + ${addId}::bigint * 5015011) % 99999999)::text, 8, '0'), ward_code, address
    FROM households WHERE household_id BETWEEN ${firstHousehold + fromId}::bigint AND ${firstHousehold + toId}::bigint`
}

/** What leads to these people, each in the order of its own table's keys: neighbours in an index are written together. */
async function addWaysToPersons(sql: Queryable, { fromId, toId }: { fromId: number; toId: number }): Promise<void> {
  const added = sql`persons WHERE person_id BETWEEN ${fromId}::bigint AND ${toId}::bigint`
  await sql`INSERT INTO person_names (person_id, name_folded, birth_year, born_on)
    SELECT person_id, name_folded, birth_year, born_on FROM ${added} ORDER BY birth_year, name_folded COLLATE "C"`
  await sql`INSERT INTO insurance_numbers (insurance_number, person_id) SELECT insurance_number, person_id FROM ${added} ORDER BY insurance_number COLLATE "C"`
  await sql`INSERT INTO national_ids (national_id, person_id)
    SELECT national_id, person_id FROM ${added} AND national_id IS NOT NULL ORDER BY national_id COLLATE "C"`
}

/**
 * Synthetic people and their households once more: the ids raised, the numbers moved on along the same sequences that made them
 * (population/make-numbers.ts), so that none comes twice.
 */
export async function multiplyPersons(sql: Queryable, range: PersonRange, names: NameChoice[]): Promise<void> {
  const { fromId, toId, addId } = range
  await multiplyHouseholds(sql, range)
  await sql`
    WITH base AS NOT MATERIALIZED (SELECT * FROM persons WHERE person_id BETWEEN ${fromId}::bigint AND ${toId}::bigint),
    cells AS MATERIALIZED (SELECT left(national_id, 6) AS first, count(*) AS size FROM base WHERE national_id IS NOT NULL GROUP BY 1),
    choices AS MATERIALIZED (
      SELECT r.*, cardinality(r.middles) AS middle_count, cardinality(r.givens) AS given_count
      FROM jsonb_to_recordset(${sql.json(names)}) AS r(sex text, "fromYear" int, "toYear" int, middles text[], givens text[])
    ),
    dealt AS (
      SELECT b.*, b.person_id + ${addId}::bigint AS new_id, c.size, (hashint8extended(b.person_id + ${addId}::bigint, 1) & 2147483647)::int AS luck
      FROM base b LEFT JOIN cells c ON c.first = left(b.national_id, 6)
    ),
    named AS (
      SELECT d.*, split_part(d.full_name, ' ', 1) || ' ' || n.middles[1 + d.luck % n.middle_count] || ' ' || n.givens[1 + (d.luck / 1024) % n.given_count] AS new_name,
        -- The young keep their birthday: a child's card begins with it.
        CASE WHEN d.birth_year < (SELECT extract(year FROM ansinh_today())::int) - 18 AND d.born_on IS NOT NULL
          THEN make_date(d.birth_year, 1, 1) + (extract(doy FROM d.born_on)::int + d.luck % 365) % 365 ELSE d.born_on END AS new_born_on
      FROM dealt d JOIN choices n ON n.sex = d.sex AND d.birth_year BETWEEN n."fromYear" AND n."toYear"
    )
    INSERT INTO persons (person_id, full_name, born_on_partial, born_on, birth_year, sex, insurance_number, national_id, legacy_id, passport_number, nationality,
      ward_code, address, household_id, household_relation, phone_on_file, died_on, source)
    SELECT new_id, new_name, coalesce(new_born_on::text, born_on_partial), new_born_on, birth_year, sex,
      '99' || lpad((10000000 + (substr(insurance_number, 3)::bigint - 10000000 + ${addId}::bigint * 7368787) % 90000000)::text, 8, '0'),
      left(national_id, 6) || lpad((100000 + (right(national_id, 6)::bigint - 100000 + ${addId / (toId - fromId + 1)}::bigint * size * 53881) % 900000)::text, 6, '0'),
      '99' || lpad((substr(legacy_id, 3)::bigint + ${addId}::bigint * 614657) % 9999999 || '', 7, '0'), passport_number, nationality,
      ward_code, address, household_id + ${addId}::bigint, household_relation,
      '+8495' || lpad((1000000 + (substr(phone_on_file, 6)::bigint - 1000000 + ${addId}::bigint * 738197) % 9000000)::text, 7, '0'), died_on, source
    FROM named`
  await addWaysToPersons(sql, { fromId: fromId + addId, toId: toId + addId })
}

import { type CivilDate, foldText, matchFoldedNames } from '@an-sinh/domain'

import type { Fragment, Queryable } from '../platform/sql.ts'
import { personColumns, type PersonRow } from './person-queries.ts'

/** Comes after every text that begins with what stands before it. */
const AFTER_ALL = '\u{10ffff}'
/** A birthday that many people share on paper is not read to its end: who gives the whole name finds them by it. */
const MOST_OF_A_DAY = 5000

/** A folded name, whole or as a beginning; born on a day (yyyy-MM-dd), in a month, in a year, or whenever. */
export type NameSearch = { folded: string; beginning: boolean; bornOn: string | null }

/** Each form is a walk along one index of person_names in its order, so that nothing but the answer is read. Answers person_id. */
export const listedByName = (sql: Queryable, { folded, beginning, bornOn }: NameSearch, most: number): Fragment => {
  const named = beginning ? sql`n.name_folded >= ${folded} AND n.name_folded < ${folded + AFTER_ALL}` : sql`n.name_folded = ${folded}`
  // As text in the statement and not as a value: a plan made once must know how little is wanted.
  const limit = sql.unsafe(`LIMIT ${Math.trunc(most)}`)
  if (bornOn === null) return sql`SELECT n.person_id FROM person_names n WHERE ${named} ORDER BY n.name_folded ${limit}`
  if (bornOn.length === 10)
    return sql`SELECT n.person_id FROM person_names n WHERE n.born_on = ${bornOn}::date AND ${named} ORDER BY n.born_on, n.name_folded ${limit}`
  const year = sql`n.birth_year = ${Number(bornOn.slice(0, 4))}`
  if (bornOn.length === 4)
    return sql`SELECT n.person_id FROM person_names n WHERE ${year} AND ${named} ORDER BY n.birth_year, n.name_folded ${limit}`
  return sql`SELECT n.person_id FROM person_names n JOIN persons b ON b.person_id = n.person_id
    WHERE ${year} AND ${named} AND (b.born_on_partial LIKE ${`${bornOn}%`} OR length(b.born_on_partial) = 4) ORDER BY n.birth_year, n.name_folded ${limit}`
}

export const listedByIds = (sql: Queryable, personIds: readonly number[]): Fragment =>
  sql`SELECT person_id FROM unnest(${[...personIds]}::bigint[]) AS n (person_id)`

type Shown = { typed: string; most: number; audit: (persons: Fragment) => Fragment }

/** The people of `listed`, names written as typed first. The first `most` are shown; `audit` writes its lines about them in the same statement. */
export async function readPersons(sql: Queryable, listed: Fragment, { typed, most, audit }: Shown): Promise<PersonRow[]> {
  return [
    ...(await sql<PersonRow[]>`
      WITH listed AS MATERIALIZED (${listed}),
      found AS MATERIALIZED (
        SELECT p.*, row_number() OVER (ORDER BY lower(p.full_name COLLATE "und-x-icu") <> lower(${typed} COLLATE "und-x-icu"), p.name_folded COLLATE "C", p.person_id) AS place
        FROM listed JOIN persons p ON p.person_id = listed.person_id
      ),
      shown AS (SELECT person_id FROM found WHERE place <= ${most}),
      ${audit(sql`shown`)}
      SELECT ${personColumns(sql)} FROM found p ORDER BY place`),
  ]
}

/**
 * Ids of those born on a day whose name may be the one typed, as the counter compares names; the same name first. `cut`: more were born on
 * that day than are compared.
 */
export async function listAlikeBornOn(sql: Queryable, fullName: string, bornOn: CivilDate): Promise<{ personIds: number[]; cut: boolean }> {
  const names = await sql<{ personId: number; nameFolded: string }[]>`
    SELECT person_id AS "personId", name_folded AS "nameFolded" FROM person_names WHERE born_on = ${bornOn}::date LIMIT ${sql.unsafe(String(MOST_OF_A_DAY))}`
  const isAlike = matchFoldedNames(fullName)
  const folded = foldText(fullName)
  const alike = names
    .filter(({ nameFolded }) => isAlike(nameFolded))
    .toSorted((one, other) => Number(other.nameFolded === folded) - Number(one.nameFolded === folded))
  return { personIds: alike.map(({ personId }) => personId), cut: names.length === MOST_OF_A_DAY }
}

/** People of one name (folded) and birth year: births known by year or month only. */
export async function listPersonsByNameAndYear(sql: Queryable, fullName: string, birthYear: number): Promise<PersonRow[]> {
  return [
    ...(await sql<PersonRow[]>`
      SELECT ${personColumns(sql)} FROM (${listedByName(sql, { folded: foldText(fullName), beginning: false, bornOn: String(birthYear) }, 200)}) listed
      JOIN persons p ON p.person_id = listed.person_id`),
  ]
}

export async function listPersonsByIds(sql: Queryable, personIds: readonly number[]): Promise<PersonRow[]> {
  return [
    ...(await sql<
      PersonRow[]
    >`SELECT ${personColumns(sql)} FROM (${listedByIds(sql, personIds)}) listed JOIN persons p ON p.person_id = listed.person_id`),
  ]
}

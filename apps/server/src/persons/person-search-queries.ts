import type { CivilDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { personColumns, type PersonRow } from './person-queries.ts'

/** A folded name from `from` on, up to but not including `to`; of any year where `birthYear` is null. */
export type NameSpan = { from: string; to: string; birthYear: number | null }

/** Comes after every text that begins with what stands before it. */
export const AFTER_ALL = '\u{10ffff}'

/** Folded as the register folds it. */
export async function foldName(sql: Queryable, name: string): Promise<string> {
  const [row] = await sql<{ folded: string }[]>`SELECT fold_text(${name}) AS folded`
  return row?.folded ?? ''
}

/** In the order of the index, so that nothing but the answer is read. The operators compare bytes, as persons_by_name does. */
export async function listPersonsInSpan(sql: Queryable, { from, to, birthYear }: NameSpan, most: number): Promise<PersonRow[]> {
  const ofYear = birthYear === null ? sql`` : sql`AND p.birth_year = ${birthYear}`
  return [
    ...(await sql<
      PersonRow[]
    >`SELECT ${personColumns(sql)} FROM persons p WHERE p.name_folded ~>=~ ${from} AND p.name_folded ~<~ ${to} ${ofYear}
      ORDER BY p.name_folded USING ~<~, p.birth_year LIMIT ${most}`),
  ]
}

/** The people of one birthday, some hundred at most, whose folded name lies in the span. */
export async function listPersonsBornInSpan(
  sql: Queryable,
  bornOn: CivilDate,
  { from, to }: Pick<NameSpan, 'from' | 'to'>,
  most: number,
): Promise<PersonRow[]> {
  return [
    ...(await sql<
      PersonRow[]
    >`SELECT ${personColumns(sql)} FROM persons p WHERE p.born_on = ${bornOn}::date AND p.name_folded ~>=~ ${from} AND p.name_folded ~<~ ${to}
      ORDER BY p.name_folded, p.person_id LIMIT ${most}`),
  ]
}

/** Names of one birthday only: what a comparison needs, and no more. */
export async function listNamesBornOn(sql: Queryable, bornOn: CivilDate): Promise<{ personId: number; fullName: string }[]> {
  return [
    ...(await sql<
      { personId: number; fullName: string }[]
    >`SELECT p.person_id AS "personId", p.full_name AS "fullName" FROM persons p WHERE p.born_on = ${bornOn}::date LIMIT 5000`),
  ]
}

export async function listPersonsByIds(sql: Queryable, personIds: readonly number[]): Promise<PersonRow[]> {
  return [...(await sql<PersonRow[]>`SELECT ${personColumns(sql)} FROM persons p WHERE p.person_id = ANY(${[...personIds]}::bigint[])`)]
}

import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'

const COLUMNS = `person_id, full_name, born_on_partial, sex, insurance_number, national_id, legacy_id, passport_number, nationality, ward_code, address,
  household_id, household_relation, phone_on_file, died_on, merged_into_person_id, recorded_at, source, import_batch_id`

/** The columns that a person and its versions share, of the table named `alias` where one is needed. */
export const versionColumns = (sql: Queryable, alias = '') =>
  sql.unsafe(alias === '' ? COLUMNS : COLUMNS.replaceAll(/\b(?=[a-z])/gu, `${alias}.`))

/** Part of a statement that changes persons (`changed`): where the name or the birth became another one, it is found by the new one. */
export const renamed = (sql: Queryable) => sql`
  renamed AS (
    UPDATE person_names n SET name_folded = c.name_folded, birth_year = c.birth_year, born_on = c.born_on FROM changed c
    WHERE n.person_id = c.person_id AND (n.name_folded, n.birth_year, n.born_on) IS DISTINCT FROM (c.name_folded, c.birth_year, c.born_on)
  )`

/** Cells as the register keeps them; null empties a cell that may be empty. What is not named stays. */
export type PersonCells = Partial<Record<'fullName' | 'bornOn' | 'sex' | 'nationalId' | 'legacyId' | 'address' | 'wardCode', string | null>>
type PersonRewrite = {
  personId: number
  /** `correction`: it was never so; `change`: from now on it is otherwise. */
  kind: 'correction' | 'change'
  cells: PersonCells
  source: string
}

/** Whose this 12-digit id is; null when nobody's. */
async function findOwnerOfNationalId(sql: Queryable, nationalId: string): Promise<number | null> {
  const [row] = await sql<{ personId: number }[]>`SELECT person_id AS "personId" FROM national_ids WHERE national_id = ${nationalId}`
  return row?.personId ?? null
}

/** The wrong number leads to this person no more, the right one does. False when it is somebody else's. */
async function moveNationalId(sql: Queryable, personId: number, nationalId: string): Promise<boolean> {
  await sql`INSERT INTO national_ids (national_id, person_id) VALUES (${nationalId}, ${personId}) ON CONFLICT DO NOTHING`
  if ((await findOwnerOfNationalId(sql, nationalId)) !== personId) return false
  await sql`DELETE FROM national_ids WHERE person_id = ${personId} AND national_id <> ${nationalId}`
  return true
}

/** The version before goes beside with its ending, then the new facts take its place; both times are kept. */
async function writePerson(sql: Queryable, { personId, kind, cells, source }: PersonRewrite): Promise<void> {
  const patch = sql.json(cells)
  await sql`
    INSERT INTO person_versions (${versionColumns(sql)}, kind, ended_source)
    SELECT ${versionColumns(sql, 'p')}, ${kind}, ${source} FROM persons p WHERE p.person_id = ${personId}`
  await sql`
    WITH changed AS (UPDATE persons p SET full_name = coalesce(c.patch ->> 'fullName', p.full_name), sex = coalesce(c.patch ->> 'sex', p.sex),
      born_on_partial = coalesce(c.patch ->> 'bornOn', p.born_on_partial),
      born_on = CASE WHEN length(coalesce(c.patch ->> 'bornOn', p.born_on_partial)) = 10 THEN coalesce(c.patch ->> 'bornOn', p.born_on_partial)::date END,
      birth_year = left(coalesce(c.patch ->> 'bornOn', p.born_on_partial), 4)::smallint,
      national_id = coalesce(c.patch ->> 'nationalId', p.national_id), legacy_id = coalesce(c.patch ->> 'legacyId', p.legacy_id),
      address = CASE WHEN c.patch ? 'address' THEN c.patch ->> 'address' ELSE p.address END,
      ward_code = CASE WHEN c.patch ? 'wardCode' THEN c.patch ->> 'wardCode' ELSE p.ward_code END,
      recorded_at = now(), source = ${source}, import_batch_id = NULL
    FROM (SELECT ${patch}::jsonb AS patch) c WHERE p.person_id = ${personId}
    RETURNING p.person_id, p.name_folded, p.birth_year, p.born_on), ${renamed(sql)} SELECT FROM changed`
}

/**
 * Writes other facts of a person; the ones before stay beside with their ending, numbers lead where they should.
 * @throws Refusal `national-id-taken`
 */
export async function rewritePerson(transaction: Transaction, rewrite: PersonRewrite): Promise<void> {
  const { nationalId } = rewrite.cells
  if (typeof nationalId === 'string' && !(await moveNationalId(transaction, rewrite.personId, nationalId)))
    throw new Refusal('national-id-taken', { fields: [{ field: 'nationalId', code: 'national-id-taken' }] })
  await writePerson(transaction, rewrite)
}

type AddressVersion = { address: string | null; wardCode: string | null; from: Date; until: Date | null; source: string }

/** Where the person could be written to, newest first, with the times from and until which it was known. */
export async function listAddressVersions(sql: Queryable, personId: number): Promise<AddressVersion[]> {
  return [
    ...(await sql<AddressVersion[]>`
      SELECT address, ward_code AS "wardCode", recorded_at AS from, NULL::timestamptz AS until, source FROM persons WHERE person_id = ${personId}
      UNION ALL SELECT address, ward_code, recorded_at, ended_at, source FROM person_versions WHERE person_id = ${personId}
      ORDER BY "from" DESC LIMIT 50`),
  ]
}

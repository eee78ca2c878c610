import type { CivilDate, ReferenceList } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import type { Json } from '../platform/sql.ts'
import { ENTRY_TABLES, type EntryRow } from './entry-lists.ts'

/** Table and column names come from ENTRY_TABLES alone, never from outside. */
const tableOf = (sql: Queryable, list: ReferenceList) => {
  const { table, identity, columns } = ENTRY_TABLES[list]
  const names = (prefix = '') => sql.unsafe(columns.map((column) => `${prefix}${column}`).join(', '))
  return { table: sql.unsafe(table), identity: sql.unsafe(`t.${identity}::text`), name: table, key: identity, names }
}

export type EntryVersion = { fromOn: CivilDate; endsOn: CivilDate | null; source: string; row: EntryRow }

/** Every version of an entry that holds on some day, newest first. `hold`: nobody else changes them until the transaction ends. */
export async function listVersions(sql: Queryable, list: ReferenceList, code: string, hold = false): Promise<EntryVersion[]> {
  const { table, identity } = tableOf(sql, list)
  return [
    ...(await sql<EntryVersion[]>`
      SELECT t.valid_from AS "fromOn", t.valid_to AS "endsOn", t.source, to_jsonb(t) AS row FROM ${table} t
      WHERE ${identity} = ${code} AND coalesce(t.valid_to, 'infinity') >= t.valid_from ORDER BY t.valid_from DESC ${hold ? sql`FOR UPDATE` : sql``}`),
  ]
}

/** Nobody else decides about this entry, or writes it, until the transaction ends; read it anew after this. An entry without a version is held too. */
export async function holdEntry(sql: Queryable, { list, code }: { list: ReferenceList; code: string }): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`reference-entry/${list}/${code}`}, 0))`
  await listVersions(sql, list, code, true)
}

export type FoundEntry = { code: string; name: string; place: string | null; endsOn: CivilDate | null }
/** By code, or by a part of the name without accents; the newest version of each. */
export async function searchEntries(sql: Queryable, list: ReferenceList, typed: string): Promise<FoundEntry[]> {
  const { table, key } = tableOf(sql, list)
  const part = typed.replaceAll(/[\\%_]/gu, '\\$&')
  const code = sql.unsafe(`t.${key}::text`)
  const isSickLeave = list === 'sick-leave'
  const named = isSickLeave ? sql`health_facilities t` : sql`${table} t`
  return [
    ...(await sql<FoundEntry[]>`
      SELECT DISTINCT ON (${code}) ${code} AS code, t.name, t.address AS place,
        ${isSickLeave ? sql`(SELECT s.valid_to FROM sick_leave_facilities s WHERE s.facility_code = t.facility_code AND coalesce(s.valid_to, 'infinity') >= s.valid_from ORDER BY s.valid_from DESC LIMIT 1)` : sql`t.valid_to`} AS "endsOn"
      FROM ${named} WHERE coalesce(t.valid_to, 'infinity') >= t.valid_from AND (${code} = ${typed} ${list === 'office' ? sql`OR t.official_code = ${typed}` : sql``}
        OR t.name_folded LIKE '%' || fold_text(${part}) || '%')
      ORDER BY ${code}, t.valid_from DESC LIMIT 20`),
  ]
}

export async function findEntryName(sql: Queryable, list: ReferenceList, code: string): Promise<string | null> {
  const { table, identity } = list === 'sick-leave' ? tableOf(sql, 'health-facility') : tableOf(sql, list)
  const [row] = await sql<{ name: string }[]>`SELECT t.name FROM ${table} t WHERE ${identity} = ${code} ORDER BY t.valid_from DESC LIMIT 1`
  return row?.name ?? null
}

/** The province of a ward of today; null when there is no such ward. */
export async function findProvinceOfWard(sql: Queryable, wardCode: string): Promise<string | null> {
  const [row] = await sql<{ province: string }[]>`
    SELECT parent_code AS province FROM administrative_units WHERE unit_level = 'ward' AND unit_code = ${wardCode}
      AND ansinh_today() BETWEEN valid_from AND coalesce(valid_to, 'infinity')`
  return row?.province ?? null
}

type Target = { list: ReferenceList; code: string; fromOn: CivilDate; batchId: string; source: string }
type Changed = { before: Json | null; after: Json }

const log = async (
  sql: Queryable,
  { list, code, batchId, source }: Target,
  changed: readonly Changed[],
  from: CivilDate,
): Promise<void> => {
  const { name, key } = tableOf(sql, list)
  for (const { before, after } of changed)
    await sql`
      INSERT INTO reference_changes (list, row_key, before, after, import_batch_id, source)
      VALUES (${name}, ${sql.json({ [key]: code, valid_from: from })}, ${before === null ? null : sql.json(before)}, ${sql.json(after)}, ${batchId}, ${source})`
}

/** The version that begins on `fromOn` becomes as `patch` says, and holds until `endsOn`. */
export async function rewriteVersion(
  sql: Queryable,
  target: Target,
  patch: Readonly<Record<string, Json>>,
  endsOn: CivilDate | null,
): Promise<void> {
  const { table, identity } = tableOf(sql, target.list)
  const columns = Object.keys(patch)
  const set =
    columns.length === 0
      ? sql``
      : sql`(${sql.unsafe(columns.join(', '))}) = (SELECT ${sql.unsafe(columns.map((column) => `r.${column}`).join(', '))} FROM jsonb_populate_record(t, ${sql.json(patch)}) r),`
  const changed = await sql<Changed[]>`
    WITH held AS (SELECT to_jsonb(t) AS before FROM ${table} t WHERE ${identity} = ${target.code} AND t.valid_from = ${target.fromOn}),
      updated AS (UPDATE ${table} t SET ${set} valid_to = ${endsOn}, source = ${target.source}, import_batch_id = ${target.batchId}
        WHERE ${identity} = ${target.code} AND t.valid_from = ${target.fromOn} RETURNING to_jsonb(t) AS after)
    SELECT held.before, updated.after FROM held, updated`
  await log(sql, target, changed, target.fromOn)
}

/** A further version from `fromOn` on, like the one that began on `likeOn` but for `patch`. Should one have begun there that holds on no day, it is written over. */
export async function addVersion(
  sql: Queryable,
  target: Target,
  { likeOn, patch, endsOn }: { likeOn: CivilDate; patch: Readonly<Record<string, Json>>; endsOn: CivilDate | null },
): Promise<void> {
  const { table, identity, names, key } = tableOf(sql, target.list)
  const columns = ENTRY_TABLES[target.list].columns
  const changed = await sql<Changed[]>`
    INSERT INTO ${table} AS t (${names()}, valid_from, valid_to, source, import_batch_id)
    SELECT ${names('r.')}, ${target.fromOn}, ${endsOn}, ${target.source}, ${target.batchId}
    FROM ${table} t CROSS JOIN LATERAL jsonb_populate_record(t, ${sql.json(patch)}) r WHERE ${identity} = ${target.code} AND t.valid_from = ${likeOn}
    ON CONFLICT (${sql.unsafe(key)}, valid_from) DO UPDATE SET ${sql.unsafe(columns.map((column) => `${column} = EXCLUDED.${column}`).join(', '))}, valid_to = EXCLUDED.valid_to,
      source = EXCLUDED.source, import_batch_id = EXCLUDED.import_batch_id
    RETURNING NULL::jsonb AS before, to_jsonb(t) AS after`
  await log(sql, target, changed, target.fromOn)
}

/** The first entitlement of a facility that had none. */
export async function addEntitlement(
  sql: Queryable,
  target: Target,
  { decisionNumber, endsOn }: { decisionNumber: string | null; endsOn: CivilDate | null },
): Promise<void> {
  const changed = await sql<Changed[]>`
    INSERT INTO sick_leave_facilities AS t (facility_code, decision_number, valid_from, valid_to, source, import_batch_id)
    VALUES (${target.code}, ${decisionNumber}, ${target.fromOn}, ${endsOn}, ${target.source}, ${target.batchId}) RETURNING NULL::jsonb AS before, to_jsonb(t) AS after`
  await log(sql, target, changed, target.fromOn)
}

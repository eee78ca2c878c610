import { randomUUID } from 'node:crypto'
import * as contract from '@an-sinh/contract'
import type { Route } from '@an-sinh/contract'
import postgres from 'postgres'
import { sampleOf } from './platform/sample-of.ts'
import type { TestPlatform } from './platform/test-platform.ts'

type Node = { type?: string; anyOf?: Node[]; properties?: Record<string, Node>; required?: string[]; items?: Node; pattern?: string }

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'access' in value

/** Every route an employer's officer may call, signing out apart. */
export const EMPLOYER_ROUTES: readonly Route[] = Object.values(contract as Record<string, unknown>)
  .filter(isRoute)
  .filter(({ access, url }) => access.startsWith('employer') && !url.includes('/sessions/'))

/** Features whose tables an employer's rights may touch: the roll-out's own, and lists that are public. Every other table is agency's. */
export const FEATURES_WITHIN_REACH: readonly string[] = [
  'employers',
  'reference',
  'employer-officers',
  'rosters',
  'roster-ends',
  'rollouts',
  'campaign-letters',
  'roster-previews',
  'roster-uploads',
  'employer-letters',
  'invitations',
  'bulk-forms',
  'hand-ins',
  'batches',
  'prepared-drafts',
  'visit-plans',
  'register-copies',
  'campaigns',
  'problem-reports',
]
/** Of the audit: lines are written, none is read. */
const AUDIT_COLUMNS: readonly string[] = ['audit_lines.line_id', 'audit_lines.chain']
/** What leads from a table within reach to a person of the register. */
const LEADS_TO_PERSONS =
  /^(?:person_id|registration_id|password_hash|totp_secret_encrypted|code_hash|key_hash|phone_mark|activation_hash)$/u

export type Grant = { table: string; column: string; feature: string; privilege: string }

/** Every column (and, for DELETE, table) that ansinh_employer has some right on, by any way: own grants, PUBLIC, membership. */
export async function listGrants(platform: TestPlatform): Promise<Grant[]> {
  const owner = postgres(platform.migratorUrl, { max: 1 })
  try {
    return await owner<Grant[]>`
      SELECT c.relname AS "table", a.attname AS "column", coalesce(substring(obj_description(c.oid, 'pg_class') from 'Written by ([a-z-]+)'), '') AS feature, p.privilege
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE')) AS p (privilege)
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND has_column_privilege('ansinh_employer', c.oid, a.attnum, p.privilege)
      UNION ALL
      SELECT c.relname, '*', coalesce(substring(obj_description(c.oid, 'pg_class') from 'Written by ([a-z-]+)'), ''), p.privilege
      FROM pg_class c CROSS JOIN (VALUES ('DELETE'), ('TRUNCATE')) AS p (privilege)
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND has_table_privilege('ansinh_employer', c.oid, p.privilege)`
  } finally {
    await owner.end()
  }
}

/** Lists that stand in the law and on every door. */
const PUBLIC_LISTS: readonly string[] = ['offices', 'office_closures', 'office_successions', 'administrative_units', 'calendar_days']

const isPath = ({ table, column, feature, privilege }: Grant): boolean => {
  if (table.startsWith('audit_')) return privilege !== 'INSERT' && !AUDIT_COLUMNS.includes(`${table}.${column}`)
  // Counts are written by triggers, no feature of their own; what was answered to a report is shown by a view.
  if (table === 'rollout_counts' || table === 'shown_report_moves') return privilege !== 'SELECT'
  if (PUBLIC_LISTS.includes(table)) return privilege !== 'SELECT'
  if (!FEATURES_WITHIN_REACH.includes(feature)) return true
  return privilege === 'SELECT' && LEADS_TO_PERSONS.test(column)
}

/** Rights that lead beyond the roll-out. */
export const pathsOf = (grants: readonly Grant[]): string[] =>
  grants.filter(isPath).map(({ table, column, privilege }) => `${privilege} ${table}.${column}`)

/** Functions with their owner's rights that an employer's statement could call, and roles it could become. */
export async function listWaysAround(platform: TestPlatform): Promise<string[]> {
  const owner = postgres(platform.migratorUrl, { max: 1 })
  try {
    const rows = await owner<{ way: string }[]>`
      SELECT 'function ' || p.proname AS way FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('ansinh_employer', p.oid, 'EXECUTE')
      UNION ALL SELECT 'role ' || r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = 'ansinh_employer'::regrole
      UNION ALL SELECT 'attribute of the role' FROM pg_roles WHERE rolname = 'ansinh_employer' AND (rolsuper OR rolbypassrls OR rolcanlogin)`
    return rows.map(({ way }) => way)
  } finally {
    await owner.end()
  }
}

/** Tables of the agency: partitioned by person, or written by a feature that is not within reach. */
export async function listAgencyTables(platform: TestPlatform): Promise<string[]> {
  const rows = await platform.sql<{ table: string; feature: string }[]>`
    SELECT c.relname AS "table", coalesce(substring(obj_description(c.oid, 'pg_class') from 'Written by ([a-z-]+)'), '') AS feature
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`
  return rows
    .filter(
      ({ table, feature }) =>
        feature !== '' && !['audit', 'the', ...FEATURES_WITHIN_REACH].includes(feature) && !PUBLIC_LISTS.includes(table),
    )
    .map(({ table }) => table)
}

/** Every id (uuid) that stands in a row of an employer, whatever the table. */
export async function listIdsOf(platform: TestPlatform, employerId: number): Promise<string[]> {
  const columns = await platform.sql<{ table: string; column: string }[]>`
    SELECT u.table_name AS "table", u.column_name AS "column" FROM information_schema.columns u
    WHERE u.table_schema = 'public' AND u.data_type = 'uuid' AND EXISTS (
      SELECT FROM information_schema.columns e WHERE e.table_schema = 'public' AND e.table_name = u.table_name AND e.column_name = 'employer_id')`
  const ids = await Promise.all(
    columns.map(
      ({ table, column }) =>
        platform.sql<
          { id: string | null }[]
        >`SELECT ${platform.sql(column)} AS id FROM ${platform.sql(table)} WHERE employer_id = ${employerId} LIMIT 20`,
    ),
  )
  return [...new Set(ids.flat().flatMap(({ id }) => (id === null ? [] : [id])))]
}

/** All rows of an employer, as one fingerprint a table: nothing of it may move when somebody else knocks. */
export async function fingerprintOf(platform: TestPlatform, employerId: number): Promise<Record<string, string>> {
  const tables = await platform.sql<{ table: string }[]>`
    SELECT c.table_name AS "table" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'employer_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`
  const prints = await Promise.all(
    tables.map(async ({ table }) => {
      const [row] = await platform.sql<{ print: string }[]>`
        SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM ${platform.sql(table)} t WHERE employer_id = ${employerId}`
      return [table, row?.print ?? ''] as const
    }),
  )
  return Object.fromEntries(prints)
}

/** A body of the schema's shape; every id in it by `id`, every list with one thing in it. */
export function bodyWith(schema: NonNullable<Route['body']>, id: () => string): unknown {
  const node = schema as Node
  if (node.anyOf?.[0] !== undefined) return bodyWith(node.anyOf[0], id)
  if (node.type === 'object')
    return Object.fromEntries((node.required ?? []).map((key) => [key, bodyWith(node.properties?.[key] ?? {}, id)]))
  if (node.type === 'array') return node.items === undefined ? [] : [bodyWith(node.items, id)]
  if (node.type === 'string' && node.pattern?.includes('{12}') === true && node.pattern.includes('[0-9a-f]')) return id()
  return sampleOf(schema)
}

export const unknownId = (): string => randomUUID()

import type { Queryable } from './sql.ts'

/**
 * For tests: a canary is a synthetic person whose facts are like nobody else's. They run through a whole journey, and afterwards their facts
 * stand in the columns made for them and nowhere else: no log, no queue, no counter, no audit line.
 */
const columnsOf = async (sql: Queryable): Promise<{ table: string; column: string }[]> =>
  sql<{ table: string; column: string }[]>`
    SELECT c.table_schema || '.' || c.table_name AS table, c.column_name AS column FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    JOIN pg_class k ON k.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
    WHERE c.table_schema IN ('public', 'pgboss') AND t.table_type = 'BASE TABLE' AND NOT k.relispartition
    ORDER BY 1, 2`

/** As typed, without accents, and as hexadecimal: bytes are shown so. */
const listPatterns = async (sql: Queryable, facts: readonly string[]): Promise<string[]> => {
  const rows = await sql<{ pattern: string }[]>`
    SELECT '%' || pattern || '%' AS pattern FROM unnest(${[...facts]}::text[]) fact
    CROSS JOIN LATERAL (VALUES (lower(fact)), (fold_text(fact)), (encode(convert_to(fact, 'UTF8'), 'hex'))) AS shapes (pattern)`
  return rows.map((row) => row.pattern)
}

/** Columns (`table.column`, `public.` left out) whose text holds one of the facts, letter case aside. */
export async function findCanary(sql: Queryable, facts: readonly string[]): Promise<string[]> {
  const patterns = await listPatterns(sql, facts)
  const found: string[] = []
  for (const { table, column } of await columnsOf(sql)) {
    const identifier = sql.unsafe(`"${table.replace('.', '"."')}"`)
    const [row] = await sql<{ there: boolean }[]>`
      SELECT EXISTS (SELECT FROM ${identifier} t WHERE lower(t.${sql(column)}::text) LIKE ANY (${patterns}::text[])) AS there`
    if (row?.there === true) found.push(`${table.replace('public.', '')}.${column}`)
  }
  return found
}

/** Lines of a log that hold one of the facts. */
export const findCanaryInLog = (lines: readonly string[], facts: readonly string[]): string[] =>
  lines.filter((line) => facts.some((fact) => line.toLowerCase().includes(fact.toLowerCase())))

import type { Sql } from './platform/sql.ts'

/** What was asked of the database, as the driver sent it. */
export type Statement = { text: string; parameters: readonly unknown[] }
type PlanNode = { 'Relation Name'?: string; 'Actual Loops'?: number; Plans?: PlanNode[] }
/** Partitions of people's tables that one statement really read or wrote: `persons_p07` → 7. */
export type Touched = ReadonlyMap<string, number>

class Undone extends Error {}

/** Every partition of a table partitioned by person, with its number. */
async function listPartitions(owner: Sql): Promise<Map<string, number>> {
  const rows = await owner<{ name: string; remainder: number }[]>`
    SELECT c.relname AS name, substring(pg_get_expr(c.relpartbound, c.oid) FROM 'remainder (\\d+)')::int AS remainder
    FROM pg_partitioned_table t JOIN pg_attribute a ON a.attrelid = t.partrelid AND a.attnum = t.partattrs[0] AND a.attname = 'person_id'
    JOIN pg_inherits i ON i.inhparent = t.partrelid JOIN pg_class c ON c.oid = i.inhrelid`
  return new Map(rows.map(({ name, remainder }) => [name, remainder]))
}

/** `loops` absent: the plan was only made, then everything it could not rule out counts. */
function* touchedRelations(node: PlanNode): Generator<string> {
  const name = node['Relation Name']
  if (name !== undefined && node['Actual Loops'] !== 0) yield name
  for (const child of node.Plans ?? []) yield* touchedRelations(child)
}

/** Runs the statement once more under EXPLAIN and takes it back; where it cannot run twice, its plan alone is read. */
async function readPlan(owner: Sql, { text, parameters }: Statement): Promise<PlanNode> {
  let plan: PlanNode = {}
  const explain = async (how: string): Promise<void> => {
    await owner
      .begin(async (transaction) => {
        await transaction`SET LOCAL plan_cache_mode = force_custom_plan`
        const rows = await transaction.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
          `EXPLAIN (${how}FORMAT JSON) ${text}`,
          parameters as never[],
        )
        plan = rows[0]?.['QUERY PLAN'][0]?.Plan ?? {}
        throw new Undone()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error
      })
  }
  await explain('ANALYZE, ').catch(() => explain(''))
  return plan
}

/** Reads, as the owner, which people's partitions a statement touches. */
export async function openPartitionReader(owner: Sql): Promise<(statement: Statement) => Promise<Touched>> {
  const partitions = await listPartitions(owner)
  return async (statement) => {
    const touched = new Map<string, number>()
    for (const name of touchedRelations(await readPlan(owner, statement))) {
      const remainder = partitions.get(name)
      if (remainder !== undefined) touched.set(name, remainder)
    }
    return touched
  }
}

export const isPlanned = (text: string): boolean => /^\s*(?:select|insert|update|delete|with)\b/iu.test(text)

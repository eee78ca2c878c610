import type { Queryable } from '../platform/sql.ts'
import { listAccesses } from './audit-queries.ts'
import { describeAccess } from './describe-access.ts'

/** Who looked at or changed a person's data, when and why, newest first, in Vietnamese. */
export async function readAccesses(
  sql: Queryable,
  personId: number,
): Promise<{ at: string; who: string; office: string | null; action: string }[]> {
  const rows = await listAccesses(sql, personId)
  return rows.map((row) => ({ at: row.at.toISOString(), office: row.officeName, ...describeAccess(row, 'vi') }))
}

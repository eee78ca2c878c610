import type { Queryable } from '../platform/sql.ts'

/** Lines whose last day has come are counted no more. */
export async function endDueLines(sql: Queryable): Promise<number> {
  const rows = await sql`UPDATE roster_entries SET listed = false WHERE listed AND left_on <= ansinh_today()`
  return rows.count
}

/** Lines that ended before the day, with all that was noted about them; at most so many at once. */
export async function eraseLines(sql: Queryable, keep: { amount: number; unit: string }, atMost: number): Promise<number> {
  const [row] = await sql<
    { erased: number }[]
  >`SELECT erase_roster_lines((ansinh_today() - ${`${keep.amount} ${keep.unit}`}::interval)::date, ${atMost}) AS erased`
  return row?.erased ?? 0
}

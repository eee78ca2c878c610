import type { Queryable } from '../platform/sql.ts'

export type SheetEmployer = { name: string; officeId: number }

export async function findSheetEmployer(sql: Queryable, employerId: number): Promise<SheetEmployer | null> {
  const [row] = await sql<SheetEmployer[]>`SELECT name, office_id AS "officeId" FROM employers WHERE employer_id = ${employerId}`
  return row ?? null
}

/** Departments with somebody in them, by name. */
export async function listDepartments(sql: Queryable, employerId: number): Promise<string[]> {
  const rows = await sql<{ department: string }[]>`
    SELECT department FROM rollout_counts WHERE employer_id = ${employerId} AND department <> '' GROUP BY 1 HAVING sum(people) > 0 ORDER BY 1`
  return rows.map(({ department }) => department)
}

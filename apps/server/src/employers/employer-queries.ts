import type { Queryable } from '../platform/sql.ts'

export type NewEmployer = {
  employerId: number
  employerCode: string
  name: string
  address: string
  wardCode: string | null
  officeId: number
}

export async function insertEmployers(sql: Queryable, employers: NewEmployer[], source: string): Promise<void> {
  await sql`
    INSERT INTO employers (employer_id, employer_code, name, address, ward_code, office_id, source)
    SELECT "employerId", "employerCode", name, address, "wardCode", "officeId", ${source}
    FROM jsonb_to_recordset(${sql.json(employers)}) AS r("employerId" bigint, "employerCode" text, name text, address text, "wardCode" text, "officeId" integer)`
}

/** How many employers the synthetic people have; their codes begin with TZ and HZ, which no office gives out. */
export async function countSyntheticEmployers(sql: Queryable): Promise<number> {
  const [row] = await sql<{ n: number }[]>`SELECT count(*)::int AS n FROM employers WHERE employer_code ~ '^[TH]Z'`
  return row?.n ?? 0
}

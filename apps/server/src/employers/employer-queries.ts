import type { CivilDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type NewEmployer = {
  employerId: number
  employerCode: string
  name: string
  address: string
  wardCode: string | null
  officeId: number
}

export type EmployerVersionRow = {
  employerCode: string
  name: string
  taxCode: string | null
  address: string
  wardCode: string | null
  officeId: number
  successorCode: string | null
  validFrom: CivilDate
  validTo: CivilDate | null
}

/** The agency's founding (Decree 19/CP of 1995-02-16) stands for "since before our time". */
const FIRST_DAY: CivilDate = '1995-02-16'

export async function insertEmployers(sql: Queryable, employers: NewEmployer[], source: string): Promise<void> {
  await sql`
    INSERT INTO employers (employer_id, employer_code, name, address, ward_code, office_id, source)
    SELECT "employerId", "employerCode", name, address, "wardCode", "officeId", ${source}
    FROM jsonb_to_recordset(${sql.json(employers)}) AS r("employerId" bigint, "employerCode" text, name text, address text, "wardCode" text, "officeId" integer)`
  await sql`
    INSERT INTO employer_versions (employer_code, name, address, ward_code, office_id, valid_from, source)
    SELECT "employerCode", name, address, "wardCode", "officeId", ${FIRST_DAY}, ${source}
    FROM jsonb_to_recordset(${sql.json(employers)}) AS r("employerCode" text, name text, address text, "wardCode" text, "officeId" integer)`
}

/** An employer by its code as it was on a day. */
export async function findEmployerOn(sql: Queryable, employerCode: string, on: CivilDate): Promise<EmployerVersionRow | null> {
  const [row] = await sql<EmployerVersionRow[]>`
    SELECT employer_code AS "employerCode", name, tax_code AS "taxCode", address, ward_code AS "wardCode", office_id AS "officeId", successor_code AS "successorCode",
      valid_from AS "validFrom", valid_to AS "validTo"
    FROM employer_versions WHERE employer_code = ${employerCode} AND ${on}::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')`
  return row ?? null
}

/** How many employers the synthetic people have; their codes begin with TZ and HZ, which no office gives out. */
export async function countSyntheticEmployers(sql: Queryable): Promise<number> {
  const [row] = await sql<{ n: number }[]>`SELECT count(*)::int AS n FROM employers WHERE employer_code ~ '^[TH]Z'`
  return row?.n ?? 0
}

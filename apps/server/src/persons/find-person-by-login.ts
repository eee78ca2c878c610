import type { Queryable } from '../platform/sql.ts'
import { findPersonByInsuranceNumber, findPersonByNationalId, type PersonRow } from './person-queries.ts'

/** Who signs in with this number: 10 digits = insurance number, 12 = national id; spaces, dots and hyphens are ignored. Anything else is nobody. */
export async function findPersonByLogin(sql: Queryable, login: string): Promise<PersonRow | null> {
  const digits = login.replace(/[\s.\-–]/gu, '')
  if (/^\d{10}$/u.test(digits)) return findPersonByInsuranceNumber(sql, digits)
  if (/^\d{12}$/u.test(digits)) return findPersonByNationalId(sql, digits)
  return null
}

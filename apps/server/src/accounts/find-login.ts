import { compareBirthDates, FIRST_PASSWORD_RULE, type PartialDate } from '@an-sinh/domain'
import { findPersonByLogin, type PersonRow } from '../persons/index.ts'
import type { Platform } from '../platform/platform.ts'
import { type AccountRow, applyStagedAccount, findAccountRow } from './account-queries.ts'

/** `key`: what limits count by, the number as typed without spaces; two numbers of one person are not told to belong together. */
export type Login = { key: string; person: PersonRow | null; account: AccountRow | null }

const NOBODY = 0

/** Whom a typed number names and whether they have an account; the same statements run for somebody and for nobody. */
export async function findLogin(platform: Platform, typed: string): Promise<Login> {
  const person = await findPersonByLogin(platform.sql, typed)
  const personId = person?.personId ?? NOBODY
  await applyStagedAccount(platform.sql, personId, FIRST_PASSWORD_RULE.hours)
  return { key: typed.replace(/[\s.\-–]/gu, ''), person, account: await findAccountRow(platform.sql, personId) }
}

/**
 * Whether the birth date typed agrees with the register's: the same, or finer than a register that knows the year only.
 * A coarser one does not: "1980" must not open what "1980-03-05" protects.
 */
export function agreesWithBirthDate(typed: string, registered: PartialDate): boolean {
  const { verdict } = compareBirthDates(typed, registered)
  return verdict === 'same' || (verdict === 'partial' && typed.length > registered.length)
}

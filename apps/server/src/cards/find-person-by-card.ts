import { parseHealthCardNumber15 } from '@an-sinh/domain'

import { findPersonByLogin } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { findPersonByOldNumber } from './card-history-queries.ts'

/**
 * The person whom a card leads to: by its ten digits, by the fifteen characters of an old one, or by the 12-digit national id that stands in
 * for a card today. Our id, or null.
 */
export async function findPersonByCard(sql: Queryable, text: string): Promise<number | null> {
  const digits = text.replaceAll(/[\s.-]/gu, '')
  if (/^(?:\d{10}|\d{12})$/u.test(digits)) return (await findPersonByLogin(sql, digits))?.personId ?? null
  const parsed = parseHealthCardNumber15(text)
  if (!parsed.ok) return null
  const own = await findPersonByOldNumber(sql, parsed.healthCardNumber)
  return own ?? (await findPersonByLogin(sql, parsed.insuranceNumber))?.personId ?? null
}

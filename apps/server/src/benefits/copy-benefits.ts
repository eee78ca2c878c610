import type { Queryable } from '../platform/sql.ts'
import { insertBenefits, type NewBenefit } from './benefit-queries.ts'

const BATCH = 5000

/** Adds many benefits at once; `source` stays with each of them. The table is append-only. */
export async function copyBenefits(sql: Queryable, benefits: NewBenefit[], source: string): Promise<void> {
  for (let at = 0; at < benefits.length; at += BATCH) await insertBenefits(sql, benefits.slice(at, at + BATCH), source)
}

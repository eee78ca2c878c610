import type { CivilDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'

export type Installation = { demo: boolean; today: CivilDate }

/** Whether this database was made and marked as a demo, and the day it has. */
export async function findInstallation(sql: Queryable): Promise<Installation | null> {
  const [row] = await sql<Installation[]>`SELECT demo, ansinh_today() AS today FROM installation`
  return row ?? null
}

/** Hundreds of thousands of rows a statement: this transaction's take as long as they take. */
export async function waitAsLongAsNeeded(transaction: Transaction): Promise<void> {
  await transaction`SET LOCAL statement_timeout = 0`
}

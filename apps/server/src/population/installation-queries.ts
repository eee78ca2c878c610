import type { CivilDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type Installation = { demo: boolean; today: CivilDate }

/** Whether this database was made and marked as a demo, and the day it has. */
export async function findInstallation(sql: Queryable): Promise<Installation | null> {
  const [row] = await sql<Installation[]>`SELECT demo, ansinh_today() AS today FROM installation`
  return row ?? null
}

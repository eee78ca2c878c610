import type { CivilDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type Installation = { demo: boolean; today: CivilDate }

/** Whether this database was made and marked as a demo, and the day it has. */
export async function findInstallation(sql: Queryable): Promise<Installation | null> {
  const [row] = await sql<Installation[]>`SELECT demo, ansinh_today() AS today FROM installation`
  return row ?? null
}

export async function hasPerson(sql: Queryable, insuranceNumber: string): Promise<boolean> {
  const [row] = await sql<
    { there: boolean }[]
  >`SELECT EXISTS (SELECT FROM insurance_numbers WHERE insurance_number = ${insuranceNumber}) AS there`
  return row?.there === true
}

export async function hasStaff(sql: Queryable, userName: string): Promise<boolean> {
  const [row] = await sql<{ there: boolean }[]>`SELECT EXISTS (SELECT FROM staff_users WHERE user_name = ${userName}) AS there`
  return row?.there === true
}

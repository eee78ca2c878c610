import type { Queryable } from '../platform/sql.ts'

export type WalkInSource = 'qr' | 'chip' | 'typed'
export type WalkInRow = { registrationId: string; staffId: number; officeId: number; source: WalkInSource }

/** False when this registration was begun before, here or elsewhere. */
export async function insertWalkIn(sql: Queryable, walkIn: WalkInRow): Promise<boolean> {
  const { count } = await sql`INSERT INTO walk_ins (registration_id, staff_id, office_id, source)
    VALUES (${walkIn.registrationId}, ${walkIn.staffId}, ${walkIn.officeId}, ${walkIn.source}) ON CONFLICT DO NOTHING`
  return count === 1
}

export async function findWalkIn(sql: Queryable, registrationId: string): Promise<WalkInRow | null> {
  const [row] = await sql<WalkInRow[]>`
    SELECT registration_id AS "registrationId", staff_id AS "staffId", office_id AS "officeId", source FROM walk_ins WHERE registration_id = ${registrationId}`
  return row ?? null
}

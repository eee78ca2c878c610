import type { Json, Queryable } from '../platform/sql.ts'

export type SecondCheckRow = {
  registrationId: string
  drawn: boolean
  risky: boolean
  firstStaffId: number | null
  /** Of the register, who that is. */
  firstPersonId: number | null
  firstRole: 'clerk' | 'supervisor' | null
  firstDecisionId: string | null
  firstCheckedAt: Date | null
  firstName: string | null
  personId: number | null
}

export async function findSecondCheck(sql: Queryable, registrationId: string): Promise<SecondCheckRow | null> {
  const [row] = await sql<SecondCheckRow[]>`
    SELECT c.registration_id AS "registrationId", c.drawn, c.risky, c.first_staff_id AS "firstStaffId", s.person_id AS "firstPersonId", c.first_role AS "firstRole", c.first_decision_id AS "firstDecisionId",
      c.first_checked_at AS "firstCheckedAt", s.full_name AS "firstName", c.person_id AS "personId"
    FROM second_checks c LEFT JOIN staff_users s ON s.staff_id = c.first_staff_id WHERE c.registration_id = ${registrationId}`
  return row ?? null
}

/** Once drawn stays drawn: returning a case and receiving it again is no second lot. */
export async function rememberLot(sql: Queryable, registrationId: string, drawn: boolean): Promise<void> {
  await sql`INSERT INTO second_checks AS c (registration_id, drawn) VALUES (${registrationId}, ${drawn})
    ON CONFLICT (registration_id) DO UPDATE SET drawn = c.drawn OR excluded.drawn`
}

/** Signals stand for these, or stand no more. */
export async function markRisky(sql: Queryable, registrationIds: readonly string[], risky: boolean): Promise<void> {
  const ids = [...registrationIds]
  if (risky)
    await sql`INSERT INTO second_checks (registration_id, risky) SELECT unnest(${ids}::uuid[]), true
      ON CONFLICT (registration_id) DO UPDATE SET risky = true`
  else await sql`UPDATE second_checks SET risky = false WHERE registration_id = ANY(${ids}::uuid[]) AND risky`
}

export type FirstCheck = {
  registrationId: string
  staffId: number
  role: string
  decisionId: string
  personId: number | null
  documentKind: string | null
  checklist: Record<string, Json>
}

/** What the first person ticked, for the second to see; an earlier first check (before an undo) is replaced. */
export async function recordFirstCheck(sql: Queryable, check: FirstCheck): Promise<void> {
  await sql`UPDATE second_checks SET first_staff_id = ${check.staffId}, first_role = ${check.role}, first_decision_id = ${check.decisionId}, first_checked_at = ansinh_now(),
      person_id = ${check.personId}, document_kind = ${check.documentKind}, checklist = ${sql.json(check.checklist)}
    WHERE registration_id = ${check.registrationId}`
}

import type { CivilDate, OfficeCapacity } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type PlanRow = { planId: string; state: 'proposed' | 'kept'; madeAt: Date }
export type LineRow = {
  entryId: string
  fullName: string
  department: string
  officeName: string
  dueOn: CivilDate
  visitOn: CivilDate | null
}
export type WaitingRow = { entryId: string; department: string; dueOn: CivilDate; officeId: number }
export type NewLine = { entryId: string; officeId: number; dueOn: CivilDate; visitOn: CivilDate | null }

/**
 * Whose form is awaited, in the employer's own order. Days due are asked by the agency's side of entries that have not left. Which office
 * somebody chose tells where they live: another one than the employer's own is told of those alone who let this employer hand in, or whose signed
 * form it holds.
 */
export async function listWaiting(sql: Queryable, employerId: number, departments: readonly string[] | null): Promise<WaitingRow[]> {
  return [
    ...(await sql<WaitingRow[]>`
      SELECT r.entry_id AS "entryId", r.department, g.due_on AS "dueOn", g.office_id AS "officeId" FROM roster_entries r JOIN registrations g USING (registration_id) JOIN employers e ON e.employer_id = r.employer_id
      WHERE r.employer_id = ${employerId} AND (r.left_on IS NULL OR r.left_on > ansinh_today()) AND g.state = 'awaiting-visit'
        AND (${departments === null} OR r.department = ANY(${[...(departments ?? [])]}::text[]))
        AND (g.office_id = e.office_id
          OR EXISTS (SELECT FROM printing_consents c WHERE c.registration_id = r.registration_id AND c.employer_id = r.employer_id AND c.withdrawn_at IS NULL)
          OR EXISTS (SELECT FROM signed_forms s WHERE s.employer_id = r.employer_id AND s.entry_id = r.entry_id))
        AND NOT EXISTS (SELECT FROM signed_forms s WHERE s.employer_id = r.employer_id AND s.entry_id = r.entry_id AND s.batch_id IS NOT NULL)
      ORDER BY r.department COLLATE "vi-x-icu", r.full_name COLLATE "vi-x-icu", r.entry_id LIMIT 30000`),
  ]
}

export async function listCapacities(sql: Queryable, officeId: number): Promise<OfficeCapacity[]> {
  return [
    ...(await sql<OfficeCapacity[]>`
      SELECT valid_from AS "validFrom", valid_to AS "validTo", clerks, minutes_per_form AS "minutesPerForm", employer_percent AS "employerPercent"
      FROM office_capacities WHERE office_id = ${officeId} ORDER BY valid_from`),
  ]
}

/** Forms that kept plans bring on each day; `but`: left out, the one that is asked about. */
export async function countBooked(sql: Queryable, officeId: number, but: string | null): Promise<Map<CivilDate, number>> {
  const rows = await sql<{ on: CivilDate; forms: number }[]>`
    SELECT l.visit_on AS on, count(*)::integer AS forms FROM visit_plan_lines l JOIN visit_plans p USING (plan_id)
    WHERE l.office_id = ${officeId} AND p.state = 'kept' AND l.visit_on >= ansinh_today() AND p.plan_id IS DISTINCT FROM ${but}::uuid GROUP BY 1`
  return new Map(rows.map(({ on, forms }) => [on, forms]))
}

/** Plans that take room of an office are kept one after the other. */
export async function holdOffices(sql: Queryable, officeIds: readonly number[]): Promise<void> {
  for (const officeId of officeIds.toSorted((one, other) => one - other))
    await sql`SELECT pg_advisory_xact_lock(hashtextextended('visit-plans', ${officeId}))`
}

export async function holdEmployer(sql: Queryable, employerId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('visit-plans-of-employer', ${employerId}))`
}

export async function cancelPlans(sql: Queryable, employerId: number, planId: string | null): Promise<boolean> {
  const { count } = await sql`
    UPDATE visit_plans SET state = 'cancelled' WHERE employer_id = ${employerId} AND state <> 'cancelled' AND (${planId}::uuid IS NULL OR plan_id = ${planId})`
  return count === 1
}

export async function insertPlan(
  sql: Queryable,
  plan: { planId: string; employerId: number; officerId: number; lines: readonly NewLine[] },
): Promise<void> {
  await sql`INSERT INTO visit_plans (plan_id, employer_id, officer_id) VALUES (${plan.planId}, ${plan.employerId}, ${plan.officerId})`
  await sql`
    INSERT INTO visit_plan_lines (plan_id, position, employer_id, entry_id, office_id, due_on, visit_on)
    SELECT ${plan.planId}, ordinality, ${plan.employerId}, "entryId", "officeId", "dueOn", "visitOn"
    FROM ROWS FROM (jsonb_to_recordset(${sql.json(plan.lines.map((line) => ({ ...line })))}) AS ("entryId" uuid, "officeId" integer, "dueOn" date, "visitOn" date)) WITH ORDINALITY
      AS line ("entryId", "officeId", "dueOn", "visitOn", ordinality)`
}

export async function findPlan(sql: Queryable, employerId: number): Promise<PlanRow | null> {
  const [row] = await sql<PlanRow[]>`
    SELECT plan_id AS "planId", state, made_at AS "madeAt" FROM visit_plans WHERE employer_id = ${employerId} AND state <> 'cancelled'`
  return row ?? null
}

/** In the order of the days; people who left in the meantime are not shown. */
export async function listLines(sql: Queryable, employerId: number, planId: string): Promise<LineRow[]> {
  return [
    ...(await sql<LineRow[]>`
      SELECT l.entry_id AS "entryId", r.full_name AS "fullName", r.department, o.name AS "officeName", l.due_on AS "dueOn", l.visit_on AS "visitOn"
      FROM visit_plan_lines l JOIN roster_entries r USING (employer_id, entry_id) JOIN offices o USING (office_id)
      WHERE l.plan_id = ${planId} AND l.employer_id = ${employerId} AND (r.left_on IS NULL OR r.left_on > ansinh_today()) ORDER BY l.position`),
  ]
}

export async function countPlanned(sql: Queryable, planId: string): Promise<{ officeId: number; on: CivilDate; forms: number }[]> {
  return [
    ...(await sql<{ officeId: number; on: CivilDate; forms: number }[]>`
      SELECT office_id AS "officeId", visit_on AS on, count(*)::integer AS forms FROM visit_plan_lines WHERE plan_id = ${planId} AND visit_on IS NOT NULL GROUP BY 1, 2`),
  ]
}

export async function keepPlan(sql: Queryable, planId: string): Promise<void> {
  await sql`UPDATE visit_plans SET state = 'kept', kept_at = ansinh_now() WHERE plan_id = ${planId} AND state = 'proposed'`
}

/** By day and employer, of kept plans. */
export async function listEmployersComing(
  sql: Queryable,
  officeIds: readonly number[],
): Promise<{ on: CivilDate; name: string; people: number }[]> {
  return [
    ...(await sql<{ on: CivilDate; name: string; people: number }[]>`
      SELECT l.visit_on AS on, e.name, count(*)::integer AS people FROM visit_plan_lines l JOIN visit_plans p USING (plan_id) JOIN employers e ON e.employer_id = p.employer_id
      WHERE l.office_id = ANY(${[...officeIds]}::integer[]) AND p.state = 'kept' AND l.visit_on >= ansinh_today() GROUP BY 1, 2 ORDER BY 1, 2`),
  ]
}

export async function setCapacity(sql: Queryable, row: OfficeCapacity & { officeId: number; staffId: number }): Promise<void> {
  await sql`
    UPDATE office_capacities SET valid_to = ${row.validFrom}::date - 1
    WHERE office_id = ${row.officeId} AND valid_from < ${row.validFrom} AND (valid_to IS NULL OR valid_to >= ${row.validFrom})`
  await sql`
    INSERT INTO office_capacities (office_id, valid_from, valid_to, clerks, minutes_per_form, employer_percent, staff_id)
    SELECT ${row.officeId}, ${row.validFrom}, (SELECT min(valid_from) - 1 FROM office_capacities WHERE office_id = ${row.officeId} AND valid_from > ${row.validFrom}),
      ${row.clerks}, ${row.minutesPerForm}, ${row.employerPercent}, ${row.staffId}
    ON CONFLICT (office_id, valid_from) DO UPDATE SET clerks = excluded.clerks, minutes_per_form = excluded.minutes_per_form, employer_percent = excluded.employer_percent,
      staff_id = excluded.staff_id, noted_at = ansinh_now()`
}

export async function readNow(sql: Queryable): Promise<{ now: Date; today: CivilDate }> {
  const [row] = await sql<{ now: Date; today: CivilDate }[]>`SELECT ansinh_now() AS now, ansinh_today() AS today`
  if (row === undefined) throw new Error('the database knows no day')
  return row
}

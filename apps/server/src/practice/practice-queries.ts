import { LEAST_CLERKS_FOR_AVERAGE } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type PracticeRow = { formId: string; seed: number; decision: 'approve' | 'return' | null }

/** The form that this member of staff has open, or a new one of this seed. */
export async function openPracticeForm(
  sql: Queryable,
  staffId: number,
  { formId, seed }: { formId: string; seed: number },
): Promise<PracticeRow> {
  await sql`INSERT INTO practice_forms (form_id, staff_id, seed) SELECT ${formId}, ${staffId}, ${seed}
    WHERE NOT EXISTS (SELECT FROM practice_forms WHERE staff_id = ${staffId} AND answered_at IS NULL) ON CONFLICT DO NOTHING`
  const [row] = await sql<PracticeRow[]>`
    SELECT form_id AS "formId", seed, decision FROM practice_forms WHERE staff_id = ${staffId} AND answered_at IS NULL ORDER BY drawn_at LIMIT 1`
  if (row === undefined) throw new Error('a drawn form is not there')
  return row
}

export async function findPracticeForm(sql: Queryable, staffId: number, formId: string): Promise<PracticeRow | null> {
  const [row] = await sql<
    PracticeRow[]
  >`SELECT form_id AS "formId", seed, decision FROM practice_forms WHERE form_id = ${formId} AND staff_id = ${staffId}`
  return row ?? null
}

/** The first answer counts; a second one changes nothing. */
export async function answerForm(
  sql: Queryable,
  formId: string,
  { decision, isRight }: { decision: string; isRight: boolean },
): Promise<void> {
  await sql`UPDATE practice_forms SET decision = ${decision}, is_right = ${isRight}, answered_at = ansinh_now() WHERE form_id = ${formId} AND answered_at IS NULL`
}

export type PracticeSummary = { answered: number; right: number; officePercent: number | null }

/** One's own count, and the office's share of right answers once so many practised that it tells about nobody. */
export async function summarise(sql: Queryable, staffId: number, officeId: number): Promise<PracticeSummary> {
  const [row] = await sql<PracticeSummary[]>`
    SELECT (SELECT count(*) FROM practice_forms WHERE staff_id = ${staffId} AND answered_at IS NOT NULL)::integer AS answered,
      (SELECT count(*) FROM practice_forms WHERE staff_id = ${staffId} AND is_right)::integer AS right,
      (SELECT CASE WHEN count(DISTINCT f.staff_id) >= ${LEAST_CLERKS_FOR_AVERAGE} THEN round(100.0 * count(*) FILTER (WHERE f.is_right) / count(*)) END
        FROM practice_forms f JOIN staff_users s USING (staff_id)
        WHERE s.office_id = ${officeId} AND f.answered_at > ansinh_now() - interval '90 days')::integer AS "officePercent"`
  if (row === undefined) throw new Error('summary answered no row')
  return row
}

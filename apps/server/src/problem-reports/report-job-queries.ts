import type { Queryable } from '../platform/sql.ts'

/** Open reports whose time is over and of which nobody above was told: told now, once. Answers how many. */
export async function escalateLate(sql: Queryable): Promise<number> {
  const done = await sql`
    WITH late AS (
      UPDATE problem_reports SET escalated_at = ansinh_now() WHERE state = 'open' AND escalated_at IS NULL AND due_at < ansinh_now() RETURNING report_id, department)
    INSERT INTO problem_report_moves (report_id, move_no, kind, by_kind, department, shown_to_asker)
    SELECT report_id, (SELECT max(move_no) + 1 FROM problem_report_moves m WHERE m.report_id = late.report_id), 'escalated', 'system', department, false FROM late`
  return done.count
}

export async function findEmployerByCode(sql: Queryable, employerCode: string): Promise<{ employerId: number; officeId: number } | null> {
  const [row] = await sql<{ employerId: number; officeId: number }[]>`
    SELECT employer_id AS "employerId", office_id AS "officeId" FROM employers WHERE employer_code = ${employerCode}`
  return row ?? null
}

export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  if (row === undefined) throw new Error('the database knows no time')
  return row.now
}

/** Names and phones that were told on the phone are needed no longer so long (an interval) after the answer. Answers of how many reports. */
export async function eraseCallers(sql: Queryable, kept: string): Promise<number> {
  const done = await sql`
    UPDATE problem_reports SET caller_name = NULL, caller_phone = NULL
    WHERE state <> 'open' AND state_since < ansinh_now() - ${kept}::interval AND asker_kind <> 'employer' AND (caller_name IS NOT NULL OR caller_phone IS NOT NULL)`
  return done.count
}

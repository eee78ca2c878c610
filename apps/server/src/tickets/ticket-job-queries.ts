import type { Department } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** Folders of tickets that were settled so long ago (an interval). */
export async function listOutdatedPhotoFolders(sql: Queryable, kept: string, limit: number): Promise<string[]> {
  const rows = await sql<{ reportId: string }[]>`
    SELECT f.report_id AS "reportId" FROM ticket_photo_folders f JOIN problem_reports r USING (report_id)
    WHERE f.erased_at IS NULL AND r.state <> 'open' AND r.state_since < ansinh_now() - ${kept}::interval ORDER BY f.opened_at LIMIT ${limit}`
  return rows.map(({ reportId }) => reportId)
}

export async function markFolderErased(sql: Queryable, reportId: string): Promise<void> {
  await sql`UPDATE ticket_photo_folders SET erased_at = ansinh_now() WHERE report_id = ${reportId}`
}

/** Answers how many went. */
export async function eraseContacts(sql: Queryable, kept: string): Promise<number> {
  const done = await sql`
    UPDATE ticket_contacts c SET contact_encrypted = NULL, erased_at = ansinh_now() FROM problem_reports r
    WHERE r.report_id = c.report_id AND c.channel IS NOT NULL AND c.erased_at IS NULL AND r.state <> 'open' AND r.state_since < ansinh_now() - ${kept}::interval`
  return done.count
}

export type FigureRow = { department: Department; yes: number; partly: number; no: number; answered: number }
/** How the answers of each department of these offices helped, of those given from a day on. No names, no words. */
export async function countRatings(sql: Queryable, officeIds: readonly number[], days: number): Promise<FigureRow[]> {
  return [
    ...(await sql<FigureRow[]>`
      SELECT m.department, count(*)::integer AS answered, count(*) FILTER (WHERE g.helped = 'yes')::integer AS yes,
        count(*) FILTER (WHERE g.helped = 'partly')::integer AS partly, count(*) FILTER (WHERE g.helped = 'no')::integer AS no
      FROM problem_report_moves m JOIN problem_reports r USING (report_id) LEFT JOIN ticket_ratings g ON g.report_id = m.report_id AND g.move_no = m.move_no
      WHERE r.office_id = ANY(${[...officeIds]}::integer[]) AND r.asker_kind = 'citizen' AND m.shown_to_asker
        AND (m.kind = 'answered' OR (m.kind = 'talked' AND m.by_kind = 'staff')) AND m.moved_at > ansinh_now() - ${days} * interval '1 day'
      GROUP BY m.department`),
  ]
}

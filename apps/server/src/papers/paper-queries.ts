import type { Queryable } from '../platform/sql.ts'

export type PaperPlace = { archiveBox: string; archiveNumber: string; filedAt: Date; staffName: string }
export type FiledPaper = { registrationId: string; fileNumber: string; fullName: string; archiveBox: string; archiveNumber: string }

/** Where the paper was put last; null when nobody wrote it down. */
export async function findPlace(sql: Queryable, registrationId: string): Promise<PaperPlace | null> {
  const [row] = await sql<PaperPlace[]>`
    SELECT p.archive_box AS "archiveBox", p.archive_number AS "archiveNumber", p.filed_at AS "filedAt", s.full_name AS "staffName"
    FROM case_papers p JOIN staff_users s USING (staff_id) WHERE p.registration_id = ${registrationId} ORDER BY p.filed_at DESC LIMIT 1`
  return row ?? null
}

export type Filing = { registrationId: string; archiveBox: string; archiveNumber: string; staffId: number; officeId: number }

export async function insertPlace(sql: Queryable, filing: Filing): Promise<void> {
  await sql`INSERT INTO case_papers (registration_id, filed_at, archive_box, archive_number, staff_id, office_id)
    VALUES (${filing.registrationId}, ansinh_now(), ${filing.archiveBox}, ${filing.archiveNumber}, ${filing.staffId}, ${filing.officeId})`
}

/** Papers that lie in a box, or under a number in it, in the archive of these offices; one that was moved is found where it is now. */
export async function listPapers(
  sql: Queryable,
  { officeIds, archiveBox, archiveNumber }: { officeIds: readonly number[]; archiveBox: string; archiveNumber: string | null },
  limit: number,
): Promise<FiledPaper[]> {
  return [
    ...(await sql<FiledPaper[]>`
      SELECT r.registration_id AS "registrationId", r.file_number AS "fileNumber", r.declared ->> 'fullName' AS "fullName",
        p.archive_box AS "archiveBox", p.archive_number AS "archiveNumber"
      FROM case_papers p JOIN registrations r USING (registration_id)
      WHERE p.office_id = ANY(${[...officeIds]}::integer[]) AND p.archive_box = ${archiveBox}
        AND (${archiveNumber}::text IS NULL OR p.archive_number = ${archiveNumber})
        AND NOT EXISTS (SELECT FROM case_papers later WHERE later.registration_id = p.registration_id AND later.filed_at > p.filed_at)
      ORDER BY p.archive_number, p.registration_id LIMIT ${limit}`),
  ]
}

/** Registrations whose scan is kept no longer: decided so long ago (an interval). */
export async function listOldScans(sql: Queryable, keep: string, limit: number): Promise<string[]> {
  const rows = await sql<{ registrationId: string }[]>`
    SELECT d.registration_id AS "registrationId" FROM documents d JOIN registrations r USING (registration_id)
    WHERE d.kind = 'form-scan' AND d.erased_at IS NULL AND r.state IN ('approved', 'activated') AND r.state_since < ansinh_now() - ${keep}::interval LIMIT ${limit}`
  return rows.map((row) => row.registrationId)
}

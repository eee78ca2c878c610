import type { Queryable } from '../platform/sql.ts'

export type FoundEmployerRow = { employerCode: string; name: string; address: string; open: boolean; ended: boolean }
export type OrganisationRow = {
  employerId: number
  employerCode: string
  name: string
  address: string
  kind: 'employer' | 'school' | null
  openedAt: Date | null
  endedAt: Date | null
  successorCode: string | null
}
export type ActRow = { lineId: number; at: Date; who: string; action: string }

const FOUND_MAX = 20

/** Standing employers of some offices, by the beginning of the code or words of the name. */
export async function searchEmployersOf(sql: Queryable, officeIds: readonly number[], typed: string): Promise<FoundEmployerRow[]> {
  return sql<FoundEmployerRow[]>`
    SELECT e.employer_code AS "employerCode", e.name, e.address, g.employer_id IS NOT NULL AND g.ended_at IS NULL AS open, g.ended_at IS NOT NULL AS ended
    FROM employers e LEFT JOIN employer_organisations g USING (employer_id)
    WHERE e.office_id = ANY (${[...officeIds]}::integer[]) AND (e.employer_code LIKE upper(${`${typed}%`}) OR position(fold_text(${typed}) IN e.name_folded) > 0)
    ORDER BY e.employer_code = upper(${typed}) DESC, e.name_folded, e.employer_code LIMIT ${FOUND_MAX}`
}

/** Null also for an employer of another office. */
export async function findOrganisation(
  sql: Queryable,
  officeIds: readonly number[],
  employerCode: string,
): Promise<OrganisationRow | null> {
  const [row] = await sql<OrganisationRow[]>`
    SELECT e.employer_id AS "employerId", e.employer_code AS "employerCode", e.name, e.address, g.kind, g.opened_at AS "openedAt", g.ended_at AS "endedAt",
      CASE WHEN standing_employer(e.employer_id) <> e.employer_id THEN e.successor_code END AS "successorCode"
    FROM employers e LEFT JOIN employer_organisations g USING (employer_id)
    WHERE e.office_id = ANY (${[...officeIds]}::integer[]) AND e.employer_code = ${employerCode}`
  return row ?? null
}

/** What the officers of an employer did, newest first; older than `before`. */
export async function listActs(
  sql: Queryable,
  employerId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<ActRow[]> {
  return sql<ActRow[]>`
    SELECT l.line_id AS "lineId", l.at, u.full_name AS who, l.action
    FROM audit_lines l JOIN employer_officers u ON u.officer_id::text = l.actor_id
    WHERE l.actor_kind = 'employer' AND l.actor_id IN (
        SELECT officer_id::text FROM employer_officers WHERE employer_id IN (SELECT employers_now(${employerId})))
      AND (${before}::bigint IS NULL OR l.line_id < ${before})
    ORDER BY l.line_id DESC LIMIT ${limit}`
}

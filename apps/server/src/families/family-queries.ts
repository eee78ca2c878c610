import type { Queryable } from '../platform/sql.ts'

/** Standing today: not ended, and not run out since the last night. */
const stands = (sql: Queryable) => sql`r.last_on >= ansinh_today() AND NOT EXISTS (
  SELECT FROM representation_endings e WHERE e.person_id = r.person_id AND e.representation_id = r.representation_id)`

/** Whose data this person reads by guardianship or mandate. */
export async function listSubjectsNow(sql: Queryable, personId: number): Promise<number[]> {
  const rows = await sql<{ subjectId: number }[]>`
    SELECT r.subject_person_id AS "subjectId" FROM representations r WHERE r.person_id = ${personId} AND ${stands(sql)}`
  return rows.map(({ subjectId }) => subjectId)
}

export type ReaderPlace = { personId: number; representationId: string }

/** Who reads or read this person's data; whether still, stands where the reader's own rows are. */
export async function listReaderPlaces(sql: Queryable, personId: number): Promise<ReaderPlace[]> {
  return [
    ...(await sql<ReaderPlace[]>`
      SELECT reader_person_id AS "personId", representation_id AS "representationId" FROM representation_subjects WHERE person_id = ${personId}`),
  ]
}

export async function isReaderNow(sql: Queryable, { personId, representationId }: ReaderPlace): Promise<boolean> {
  const [row] = await sql<{ stands: boolean }[]>`
    SELECT EXISTS (SELECT FROM representations r WHERE r.person_id = ${personId} AND r.representation_id = ${representationId} AND ${stands(sql)}) AS stands`
  return row?.stands === true
}

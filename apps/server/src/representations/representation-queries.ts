import type { CivilDate, DataArea, DependantRelation, RepresentationKind } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type RepresentationRow = {
  /** Who looks. */
  personId: number
  representationId: string
  /** Whose data. */
  subjectPersonId: number
  kind: RepresentationKind
  relation: DependantRelation | null
  areas: readonly DataArea[]
  fromOn: CivilDate
  lastOn: CivilDate
  isEnded: boolean
  today: CivilDate
}
export type NewRepresentation = Pick<
  RepresentationRow,
  'personId' | 'representationId' | 'subjectPersonId' | 'kind' | 'relation' | 'areas' | 'lastOn'
> & { source: string }
export type EndingKind = 'came-of-age' | 'run-out' | 'given-up' | 'revoked'

const select = (sql: Queryable) => sql`
  SELECT r.person_id AS "personId", r.representation_id AS "representationId", r.subject_person_id AS "subjectPersonId", r.kind, r.relation, r.areas,
    r.from_on AS "fromOn", r.last_on AS "lastOn", ansinh_today() AS today,
    EXISTS (SELECT FROM representation_endings e WHERE e.person_id = r.person_id AND e.representation_id = r.representation_id) AS "isEnded"
  FROM representations r`

/** One of those that let this person look; somebody else's is as unknown as none. */
export async function findRepresentation(sql: Queryable, personId: number, representationId: string): Promise<RepresentationRow | null> {
  const [row] = await sql<RepresentationRow[]>`${select(sql)} WHERE r.person_id = ${personId} AND r.representation_id = ${representationId}`
  return row ?? null
}

/** Whose data this person may see or could see, newest first. */
export async function listRepresentations(sql: Queryable, personId: number): Promise<RepresentationRow[]> {
  return [
    ...(await sql<
      RepresentationRow[]
    >`${select(sql)} WHERE r.person_id = ${personId} ORDER BY r.recorded_at DESC, r.representation_id LIMIT 100`),
  ]
}

/** Who looks at this person's data: where to find each. */
export async function listReaders(sql: Queryable, personId: number): Promise<{ personId: number; representationId: string }[]> {
  return sql<{ personId: number; representationId: string }[]>`
    SELECT reader_person_id AS "personId", representation_id AS "representationId" FROM representation_subjects WHERE person_id = ${personId} LIMIT 100`
}

/** Those who look at this person's data, each read where the reader's own rows are. */
export async function listReadersOf(sql: Queryable, personId: number): Promise<RepresentationRow[]> {
  const rows = await Promise.all(
    (await listReaders(sql, personId)).map((place) => findRepresentation(sql, place.personId, place.representationId)),
  )
  return rows.filter((row) => row !== null)
}

/** One at a time for whoever looks: the same child entered twice at once stays entered once. */
export async function lockRepresentationsOf(sql: Queryable, personId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('representations', ${personId}))`
}

/** From today on; both sides' rows, one fact. */
export async function insertRepresentation(sql: Queryable, one: NewRepresentation): Promise<void> {
  await sql`
    INSERT INTO representations (person_id, representation_id, subject_person_id, kind, relation, areas, from_on, last_on, source)
    VALUES (${one.personId}, ${one.representationId}, ${one.subjectPersonId}, ${one.kind}, ${one.relation}, ${[...one.areas]}::text[], ansinh_today(), ${one.lastOn}, ${one.source})`
  await sql`
    INSERT INTO representation_subjects (person_id, representation_id, reader_person_id) VALUES (${one.subjectPersonId}, ${one.representationId}, ${one.personId})`
}

/** False when it was ended before. */
export async function insertEnding(
  sql: Queryable,
  { personId, representationId }: { personId: number; representationId: string },
  kind: EndingKind,
): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO representation_endings (person_id, representation_id, kind) VALUES (${personId}, ${representationId}, ${kind}) ON CONFLICT DO NOTHING`
  return count === 1
}

/** Over by their date and not told yet. For the nightly job: reads every shard. */
export async function listOver(sql: Queryable, limit: number): Promise<RepresentationRow[]> {
  return [
    ...(await sql<RepresentationRow[]>`
      ${select(sql)} WHERE r.last_on < ansinh_today()
        AND NOT EXISTS (SELECT FROM representation_endings e WHERE e.person_id = r.person_id AND e.representation_id = r.representation_id)
      ORDER BY r.last_on LIMIT ${limit}`),
  ]
}

import type { Queryable } from '../platform/sql.ts'
import { LINE_COLUMNS } from '../rosters/index.ts'

export type Merger = { fromEmployerId: number; toEmployerId: number }
export type SettledMerger = Merger & { mergerId: string }

/** How far a line's person is; a moved line brings it along, with what the employer says of them. */
const HOW_FAR = [
  'person_id',
  'registration_id',
  'state',
  'help_reason',
  'state_since',
  'registered_at',
  'handed_in_at',
  'approved_at',
  'signed_in_at',
  'shared_reasons',
]
const carried = (sql: Queryable) => sql.unsafe(['kind', ...LINE_COLUMNS, ...HOW_FAR].join(', '))

/** One settling at a time, whoever works. */
export async function holdSettling(sql: Queryable): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('settle-mergers'))`
}

/** Employers that were renamed or merged and still have people, agreements or officers of their own, or of which nothing is written yet. */
export async function listUnsettled(sql: Queryable, limit: number): Promise<Merger[]> {
  return [
    ...(await sql<Merger[]>`
      SELECT gone.employer_id AS "fromEmployerId", gone.standing AS "toEmployerId"
      FROM (SELECT e.employer_id, standing_employer(e.employer_id) AS standing FROM employers e WHERE e.successor_code IS NOT NULL AND e.valid_to < ansinh_today()) gone
      WHERE gone.standing <> gone.employer_id AND (
        EXISTS (SELECT FROM roster_entries r WHERE r.employer_id = gone.employer_id AND r.listed)
        OR EXISTS (SELECT FROM printing_consents c WHERE c.employer_id = gone.employer_id AND c.withdrawn_at IS NULL)
        OR (EXISTS (SELECT FROM employer_organisations o WHERE o.employer_id = gone.employer_id)
          AND NOT EXISTS (SELECT FROM employer_mergers m WHERE m.from_employer_id = gone.employer_id AND m.undone_at IS NULL)))
      ORDER BY 1 LIMIT ${limit}`),
  ]
}

/** Mergers that the register says no more: the employer stands again, or was merged into another. */
export async function listTakenBack(sql: Queryable, limit: number): Promise<SettledMerger[]> {
  return [
    ...(await sql<SettledMerger[]>`
      SELECT m.merger_id AS "mergerId", m.from_employer_id AS "fromEmployerId", m.to_employer_id AS "toEmployerId" FROM employer_mergers m
      WHERE m.undone_at IS NULL AND standing_employer(m.from_employer_id) <> standing_employer(m.to_employer_id) ORDER BY m.settled_at DESC LIMIT ${limit}`),
  ]
}

/** The merger as it is written; its officers are decided once: a successor without any of its own goes on with those of before. */
export async function writeMerger(
  sql: Queryable,
  { fromEmployerId, toEmployerId }: Merger,
): Promise<{ mergerId: string; officers: 'carried' | 'ended' }> {
  const [row] = await sql<{ mergerId: string; officers: 'carried' | 'ended' }[]>`
    INSERT INTO employer_mergers AS m (from_employer_id, to_employer_id, officers)
    SELECT ${fromEmployerId}::bigint, ${toEmployerId}::bigint, CASE WHEN EXISTS (SELECT FROM employer_officers u WHERE u.employer_id = ${toEmployerId} AND u.stopped_at IS NULL
      AND (u.valid_to IS NULL OR u.valid_to >= ansinh_today())) THEN 'ended' ELSE 'carried' END
    ON CONFLICT (from_employer_id) WHERE undone_at IS NULL DO UPDATE SET to_employer_id = m.to_employer_id
    RETURNING merger_id AS "mergerId", officers`
  if (row === undefined) throw new Error('the merger was not written')
  return row
}

/**
 * In one statement: every line that stands ends with today and stands at the successor as it stood before, its department and how far its
 * person is with it. Whom the successor lists under the same number is not listed twice: the line it has takes in the other one, its own
 * words first. Both keep where they came from.
 */
export async function moveLines(sql: Queryable, merger: SettledMerger, source: string): Promise<{ moved: number; united: number }> {
  const { mergerId, fromEmployerId, toEmployerId } = merger
  const [row] = await sql<{ moved: number; united: number }[]>`
    WITH leaving AS MATERIALIZED (
      SELECT e.*, gen_random_uuid() AS new_id FROM roster_entries e WHERE e.employer_id = ${fromEmployerId} AND (e.left_on IS NULL OR e.left_on > ansinh_today()) FOR UPDATE),
    paired AS MATERIALIZED (
      SELECT l.*, t.entry_id AS target FROM leaving l LEFT JOIN LATERAL (
        SELECT found.entry_id FROM (
          SELECT t.entry_id, 0 AS rank FROM roster_entries t WHERE t.employer_id = ${toEmployerId} AND t.left_on IS NULL AND t.insurance_number = l.insurance_number
          UNION ALL
          SELECT t.entry_id, 1 FROM roster_entries t WHERE t.employer_id = ${toEmployerId} AND t.left_on IS NULL AND t.national_id = l.national_id) found
        ORDER BY found.rank LIMIT 1) t ON true),
    added AS (
      INSERT INTO roster_entries AS e (employer_id, entry_id, source, ${carried(sql)})
      SELECT ${toEmployerId}::bigint, new_id, ${source}::text, ${carried(sql)} FROM paired WHERE target IS NULL RETURNING e.*),
    first AS MATERIALIZED (SELECT DISTINCT ON (target) * FROM paired WHERE target IS NOT NULL ORDER BY target, left_on IS NOT NULL, entry_id),
    filled AS (
      UPDATE roster_entries e SET department = CASE WHEN e.department = '' THEN f.department ELSE e.department END, shift = CASE WHEN e.shift = '' THEN f.shift ELSE e.shift END
      FROM first f WHERE e.employer_id = ${toEmployerId} AND e.entry_id = f.target AND (e.department = '' AND f.department <> '' OR e.shift = '' AND f.shift <> '')
      RETURNING e.entry_id, e.department, e.shift),
    ended AS (
      UPDATE roster_entries e SET left_on = ansinh_today() FROM leaving l WHERE e.employer_id = l.employer_id AND e.entry_id = l.entry_id RETURNING e.employer_id, e.entry_id),
    origins AS (
      INSERT INTO roster_origins (merger_id, employer_id, entry_id, from_employer_id, from_entry_id, united, left_on)
      SELECT ${mergerId}::uuid, ${toEmployerId}::bigint, coalesce(target, new_id), employer_id, entry_id, target IS NOT NULL, left_on FROM paired RETURNING united),
    noted AS (
      INSERT INTO roster_changes (employer_id, entry_id, kind, before, after)
      SELECT ${toEmployerId}::bigint, entry_id, 'added', '{}'::jsonb, jsonb_build_object('full_name', full_name, 'department', department, 'merger_id', ${mergerId}::text) FROM added
      UNION ALL
      SELECT ${toEmployerId}::bigint, entry_id, 'changed', '{}'::jsonb, jsonb_build_object('department', department, 'shift', shift, 'merger_id', ${mergerId}::text) FROM filled
      UNION ALL
      SELECT l.employer_id, l.entry_id, 'ended', jsonb_build_object('left_on', l.left_on), jsonb_build_object('left_on', ansinh_today(), 'merger_id', ${mergerId}::text) FROM leaving l)
    SELECT count(*) FILTER (WHERE NOT united)::integer AS moved, count(*) FILTER (WHERE united)::integer AS united, (SELECT count(*) FROM ended) AS "ended" FROM origins`
  return { moved: row?.moved ?? 0, united: row?.united ?? 0 }
}

export async function addUp(
  sql: Queryable,
  { mergerId }: SettledMerger,
  counts: { moved: number; united: number; consentsEnded: number },
): Promise<void> {
  await sql`
    UPDATE employer_mergers SET moved = moved + ${counts.moved}, united = united + ${counts.united}, consents_ended = consents_ended + ${counts.consentsEnded}
    WHERE merger_id = ${mergerId}`
}

/** The lines stand again where they came from; those that had been added for it end today. What two employers listed stays with the successor too. */
export async function takeLinesBack(sql: Queryable, { mergerId }: SettledMerger): Promise<number> {
  const rows = await sql`
    WITH meant AS MATERIALIZED (
      SELECT g.*, n.left_on AS said, n.listed AS stood FROM roster_origins g JOIN roster_entries n ON n.employer_id = g.employer_id AND n.entry_id = g.entry_id
      WHERE g.merger_id = ${mergerId}),
    ended AS (
      UPDATE roster_entries e SET left_on = ansinh_today() FROM meant m WHERE NOT m.united AND e.employer_id = m.employer_id AND e.entry_id = m.entry_id AND e.listed
      RETURNING e.employer_id, e.entry_id),
    stands AS (
      UPDATE roster_entries o SET left_on = CASE WHEN m.united OR m.stood THEN m.left_on ELSE m.said END FROM meant m
      WHERE o.employer_id = m.from_employer_id AND o.entry_id = m.from_entry_id AND o.left_on = m.moved_on
        AND NOT EXISTS (SELECT FROM roster_entries t WHERE t.employer_id = o.employer_id AND t.left_on IS NULL AND t.entry_id <> o.entry_id
          AND (t.insurance_number = o.insurance_number OR t.national_id = o.national_id))
      RETURNING o.employer_id, o.entry_id)
    INSERT INTO roster_changes (employer_id, entry_id, kind, after)
    SELECT employer_id, entry_id, 'withdrawn', jsonb_build_object('merger_id', ${mergerId}::text) FROM ended
    UNION ALL
    SELECT employer_id, entry_id, 'restored', jsonb_build_object('merger_id', ${mergerId}::text) FROM stands RETURNING kind`
  await sql`UPDATE employer_mergers SET undone_at = ansinh_now() WHERE merger_id = ${mergerId}`
  return rows.filter(({ kind }) => kind === 'restored').length
}

export async function findEmployerCode(sql: Queryable, employerId: number): Promise<string> {
  const [row] = await sql<{ code: string }[]>`SELECT employer_code AS code FROM employers WHERE employer_id = ${employerId}`
  return row?.code ?? ''
}

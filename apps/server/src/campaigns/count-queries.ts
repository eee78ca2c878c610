import type { SizeBand } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'
import type { Transaction } from '../platform/transaction.ts'

/** One counting at a time, whoever works. */
export async function holdCounting(transaction: Transaction): Promise<void> {
  await transaction`SELECT pg_advisory_xact_lock(hashtext('count-rollout'))`
}

/** Takes marks away and answers whose they were, oldest first. What is marked meanwhile waits for the next round. */
export async function takeMarks(transaction: Transaction, limit: number): Promise<number[]> {
  const rows = await transaction<{ employerId: number }[]>`
    DELETE FROM rollout_marks WHERE mark_id IN (SELECT mark_id FROM rollout_marks ORDER BY mark_id LIMIT ${limit}) RETURNING employer_id AS "employerId"`
  return [...new Set(rows.map((row) => row.employerId))]
}

export async function markAll(sql: Queryable): Promise<void> {
  await sql`INSERT INTO rollout_marks (employer_id) SELECT employer_id FROM employers`
}

const sums = (sql: Queryable, sign: number) => sql`
  office_id, district_code, industry, size_band, ${sign} * (people > 0 OR NOT ended)::integer AS employers, ${sign} * (standing = 'no-roster')::integer AS no_roster,
  ${sign} * (standing = 'nobody-registered')::integer AS nobody_registered, ${sign} * people AS people, ${sign} * reached_registered AS registered,
  ${sign} * reached_handed_in AS handed_in, ${sign} * reached_approved AS approved, ${sign} * signed_in AS signed_in, ${sign} * needs_help AS needs_help`
const addedUp = (sql: Queryable) => sql`
  office_id, district_code, industry, size_band, sum(employers), sum(no_roster), sum(nobody_registered), sum(people), sum(registered), sum(handed_in), sum(approved), sum(signed_in), sum(needs_help)`

/** How these employers stand now, and the sums changed by what changed. Size: as the register says, else as many as are listed. */
export async function recountEmployers(
  transaction: Transaction,
  employerIds: readonly number[],
  bands: readonly SizeBand[],
): Promise<void> {
  await transaction`
    WITH bands AS (SELECT key, "from" FROM jsonb_to_recordset(${transaction.json(bands.map(({ key, from }) => ({ key, from })))}) AS b (key text, "from" integer)),
    counted AS (
      SELECT employer_id, coalesce(sum(people), 0)::integer AS people,
        ${eachState(transaction)}
      FROM rollout_counts WHERE employer_id = ANY(${[...employerIds]}::bigint[]) GROUP BY 1),
    known AS (
      SELECT e.employer_id, e.employer_code, e.name, e.name_folded, e.office_id, coalesce(d.district_code, '') AS district_code, coalesce(v.industry, '') AS industry, v.size,
        coalesce(e.valid_to < ansinh_today(), false) AS ended
      FROM employers e LEFT JOIN ward_districts d ON d.ward_code = e.ward_code
      LEFT JOIN LATERAL (SELECT industry, size FROM employer_versions v WHERE v.employer_code = e.employer_code
        AND ansinh_today() BETWEEN v.valid_from AND coalesce(v.valid_to, 'infinity') LIMIT 1) AS v ON true
      WHERE e.employer_id = ANY(${[...employerIds]}::bigint[])),
    before AS (SELECT ${sums(transaction, -1)} FROM employer_standings WHERE employer_id = ANY(${[...employerIds]}::bigint[])),
    after AS (
      INSERT INTO employer_standings AS s (employer_id, employer_code, name, name_folded, office_id, district_code, industry, size_band, size, ended,
        people, not_started, registered, form_printed, form_handed_in, approved, signed_in, needs_help)
      SELECT k.employer_id, k.employer_code, k.name, k.name_folded, k.office_id, k.district_code, k.industry,
        coalesce((SELECT b.key FROM bands b WHERE b."from" <= coalesce(k.size, nullif(c.people, 0)) ORDER BY b."from" DESC LIMIT 1), ''), k.size, k.ended,
        coalesce(c.people, 0), coalesce(c.not_started, 0), coalesce(c.registered, 0), coalesce(c.form_printed, 0), coalesce(c.form_handed_in, 0), coalesce(c.approved, 0),
        coalesce(c.signed_in, 0), coalesce(c.needs_help, 0)
      FROM known k LEFT JOIN counted c USING (employer_id)
      ON CONFLICT (employer_id) DO UPDATE SET employer_code = excluded.employer_code, name = excluded.name, name_folded = excluded.name_folded, office_id = excluded.office_id,
        district_code = excluded.district_code, industry = excluded.industry, size_band = excluded.size_band, size = excluded.size, ended = excluded.ended,
        people = excluded.people, not_started = excluded.not_started, registered = excluded.registered, form_printed = excluded.form_printed,
        form_handed_in = excluded.form_handed_in, approved = excluded.approved, signed_in = excluded.signed_in, needs_help = excluded.needs_help
      RETURNING *)
    INSERT INTO rollout_cells AS c (office_id, district_code, industry, size_band, employers, no_roster, nobody_registered, people, registered, handed_in, approved, signed_in, needs_help)
    SELECT ${addedUp(transaction)} FROM (SELECT ${sums(transaction, 1)} FROM after UNION ALL SELECT * FROM before) AS moved GROUP BY 1, 2, 3, 4
    ON CONFLICT (office_id, district_code, industry, size_band) DO UPDATE SET employers = c.employers + excluded.employers, no_roster = c.no_roster + excluded.no_roster,
      nobody_registered = c.nobody_registered + excluded.nobody_registered, people = c.people + excluded.people, registered = c.registered + excluded.registered,
      handed_in = c.handed_in + excluded.handed_in, approved = c.approved + excluded.approved, signed_in = c.signed_in + excluded.signed_in, needs_help = c.needs_help + excluded.needs_help`
}

const eachState = (sql: Queryable): Fragment => sql`
  coalesce(sum(people) FILTER (WHERE state = 'not-started'), 0) AS not_started, coalesce(sum(people) FILTER (WHERE state = 'registered'), 0) AS registered,
  coalesce(sum(people) FILTER (WHERE state = 'form-printed'), 0) AS form_printed, coalesce(sum(people) FILTER (WHERE state = 'form-handed-in'), 0) AS form_handed_in,
  coalesce(sum(people) FILTER (WHERE state = 'approved'), 0) AS approved, coalesce(sum(people) FILTER (WHERE state = 'signed-in'), 0) AS signed_in,
  coalesce(sum(people) FILTER (WHERE state = 'needs-help'), 0) AS needs_help`

/** All sums anew from the standings: the nightly proof that nothing drifted. */
export async function rebuildCells(transaction: Transaction): Promise<void> {
  await transaction`DELETE FROM rollout_cells`
  await transaction`
    INSERT INTO rollout_cells (office_id, district_code, industry, size_band, employers, no_roster, nobody_registered, people, registered, handed_in, approved, signed_in, needs_help)
    SELECT ${addedUp(transaction)} FROM (SELECT ${sums(transaction, 1)} FROM employer_standings) AS counted GROUP BY 1, 2, 3, 4`
}

/** The running week as just counted, and the time of it. A week without any change is written all the same: a line has no holes. */
export async function closeCounting(transaction: Transaction): Promise<void> {
  await transaction`
    INSERT INTO rollout_weeks AS w (week_on, office_id, employers, people, registered, handed_in, approved, signed_in, needs_help)
    SELECT rollout_week(ansinh_now()), office_id, sum(employers), sum(people), sum(registered), sum(handed_in), sum(approved), sum(signed_in), sum(needs_help) FROM rollout_cells GROUP BY 2
    ON CONFLICT (week_on, office_id) DO UPDATE SET employers = excluded.employers, people = excluded.people, registered = excluded.registered, handed_in = excluded.handed_in,
      approved = excluded.approved, signed_in = excluded.signed_in, needs_help = excluded.needs_help
    WHERE (w.employers, w.people, w.registered, w.handed_in, w.approved, w.signed_in, w.needs_help)
      IS DISTINCT FROM (excluded.employers, excluded.people, excluded.registered, excluded.handed_in, excluded.approved, excluded.signed_in, excluded.needs_help)`
  await transaction`
    INSERT INTO rollout_counted (counted_at) VALUES (ansinh_now()) ON CONFLICT (one) DO UPDATE SET counted_at = excluded.counted_at`
}

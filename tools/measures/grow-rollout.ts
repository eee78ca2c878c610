import type { RunningSystem } from './running-system.ts'

const FROM_ID = 5_000_000
/** Lines of one statement. */
const CHUNK = 20_000

/**
 * Employers of Hà Nội's offices in its wards, of 12 industries and every size, one in five without a list and one in five where nobody began; the
 * others as far as chance has it. The triggers that count stand still meanwhile; what they would have counted is written at the end.
 */
export async function growRollout({ owner }: RunningSystem, employers: number, peopleOfEach: number): Promise<void> {
  await owner`
    INSERT INTO employers (employer_id, employer_code, name, address, ward_code, office_id, source)
    SELECT ${FROM_ID} + n, (ARRAY['QA', 'QB', 'QC', 'QD', 'QE', 'QG', 'QH', 'QK'])[1 + n / 100000] || lpad((n % 10000)::text, 4, '0') || chr(65 + (n / 10000) % 10),
      'Công ty ' || n, 'Số ' || n % 900 || ' phố Mẫu', w.codes[1 + n % cardinality(w.codes)], o.ids[1 + n % cardinality(o.ids)], 'measure'
    FROM generate_series(0, ${employers}::int - 1) AS n,
      (SELECT array_agg(unit_code) AS codes FROM administrative_units WHERE unit_level = 'ward' AND parent_code = '01' AND valid_to IS NULL) AS w,
      (SELECT array_agg(office_id) AS ids FROM offices WHERE province_code = '01' AND office_level <> 'province') AS o`
  await owner`
    INSERT INTO employer_versions (employer_code, name, address, ward_code, office_id, industry, size, valid_from, source)
    SELECT employer_code, name, address, ward_code, office_id, 'Ngành ' || employer_id % 12, CASE WHEN employer_id % 3 = 0 THEN NULL ELSE (employer_id * 7919) % 1500 END, '1995-02-16', 'measure'
    FROM employers WHERE employer_id >= ${FROM_ID}`
  await owner`ALTER TABLE roster_entries DISABLE TRIGGER USER`
  for (let from = 0; from < employers; from += CHUNK)
    await owner`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, department, source, state, help_reason, state_since)
      SELECT e, gen_random_uuid(), 'Người Mẫu', '1990-01-01', 'Tổ ' || n % 3, 'measure', state, CASE WHEN state = 'needs-help' THEN 'supplement-needed' END,
        ansinh_now() - make_interval(weeks => (random() * 8)::int)
      FROM (
        SELECT e, n, CASE WHEN e % 5 = 1 THEN 'not-started'
          ELSE (ARRAY['not-started', 'registered', 'form-printed', 'form-handed-in', 'approved', 'signed-in', 'needs-help'])[1 + floor(random() * 7)::int] END AS state
        FROM generate_series(${FROM_ID + from}::bigint, ${FROM_ID + Math.min(from + CHUNK, employers) - 1}::bigint) AS e,
          generate_series(1, ${Math.round(peopleOfEach * 1.25)}) AS n
        WHERE e % 5 <> 0) AS drawn`
  await owner`
    INSERT INTO rollout_counts (employer_id, department, state, since_week, people)
    SELECT employer_id, department, state, rollout_week(state_since), count(*) FROM roster_entries WHERE left_on IS NULL AND employer_id >= ${FROM_ID} GROUP BY 1, 2, 3, 4
    ON CONFLICT (employer_id, department, state, since_week) DO UPDATE SET people = excluded.people`
  await owner`ALTER TABLE roster_entries ENABLE TRIGGER USER`
}

/** One employer in fifty is at work: some move on, some leave, some come. */
export async function moveSome({ owner }: RunningSystem): Promise<void> {
  await owner`
    UPDATE roster_entries SET state = 'registered', help_reason = NULL, state_since = ansinh_now() WHERE employer_id % 50 = 3 AND state IN ('not-started', 'needs-help') AND random() < 0.5`
  await owner`UPDATE roster_entries SET left_on = ansinh_today() WHERE employer_id % 50 = 7 AND random() < 0.2`
  await owner`
    INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, source) SELECT employer_id, gen_random_uuid(), 'Người Mới', '1991-01-01', 'measure'
    FROM employers WHERE employer_id % 50 = 10`
}

/** The sums of the screen, counted from the lines themselves. */
export async function recount({ owner }: RunningSystem): Promise<Record<string, number>> {
  const [row] = await owner<Record<string, string>[]>`
    SELECT count(*) AS people, count(*) FILTER (WHERE state NOT IN ('not-started', 'needs-help')) AS registered,
      count(*) FILTER (WHERE state IN ('form-handed-in', 'approved', 'signed-in')) AS "handedIn", count(*) FILTER (WHERE state IN ('approved', 'signed-in')) AS approved,
      count(*) FILTER (WHERE state = 'signed-in') AS "signedIn", count(*) FILTER (WHERE state = 'needs-help') AS "needsHelp",
      (SELECT count(*) FROM employers e WHERE NOT EXISTS (SELECT FROM roster_entries r WHERE r.employer_id = e.employer_id AND r.left_on IS NULL)) AS "noRoster",
      (SELECT count(*) FROM (SELECT FROM roster_entries WHERE left_on IS NULL GROUP BY employer_id HAVING bool_and(state = 'not-started')) AS still) AS "nobodyRegistered",
      (SELECT count(*) FROM employers) AS employers
    FROM roster_entries WHERE left_on IS NULL`
  return Object.fromEntries(Object.entries(row ?? {}).map(([figure, value]) => [figure, Number(value)]))
}

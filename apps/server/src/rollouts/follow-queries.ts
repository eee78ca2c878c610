import { ROLLOUT_STANDING_ORDER, ROLLOUT_TABLE } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'

const letter = (yes: boolean): string => (yes ? 't' : 'f')
/** State and reason of every case of the domain's table, by what PostgreSQL makes of an entry's facts with `concat_ws`. */
const CASES = Object.fromEntries(
  ROLLOUT_TABLE.map(({ registration, formPrinted, asksForHelp, hasAccount, hasSignedIn, state, helpReason }) => [
    [registration ?? '-', ...[formPrinted, asksForHelp, hasAccount, hasSignedIn].map(letter)].join('/'),
    [state, helpReason],
  ]),
)
const ORDER = [...ROLLOUT_STANDING_ORDER]

/** The last word of a kind about a registration; nothing said is no. */
const wish = (sql: Queryable, kind: 'help' | 'share-reasons') => sql`
  LEFT JOIN LATERAL (SELECT w.is_on, w.decided_at FROM employer_wishes w WHERE w.registration_id = r.registration_id AND w.wish = ${kind}
    ORDER BY w.wish_no DESC LIMIT 1)`

/** A registration `n` says the name and the birth date of the line `m`. */
const agrees = (sql: Queryable) => sql`n.declared_name_folded = m.name_folded AND CASE WHEN length(n.declared ->> 'bornOn') = 4
          THEN n.declared ->> 'bornOn' = extract(year FROM m.born_on)::text ELSE NOT m.birth_year_only AND n.declared ->> 'bornOn' = m.born_on::text END`

/**
 * Who stands behind an entry. A number leads to somebody only when name and birth date agree with it: an employer could else list a number to
 * see whether its holder registered (docs/decisions/0035, point 6), and a slip of the keyboard would show another person's way. A year alone
 * agrees only with somebody of whom no more is known. Of several registrations the one that opened the account counts; else the first of the domain's order, of equals the newest.
 */
const listFacts = (sql: Queryable) => sql`
  matched AS MATERIALIZED (
    SELECT e.employer_id, e.entry_id, e.national_id, e.insurance_number, e.name_folded, e.born_on, e.birth_year_only, e.recorded_at, e.signed_in_at, known.person_id
    FROM due JOIN roster_entries e USING (employer_id, entry_id)
    LEFT JOIN LATERAL (
      SELECT p.person_id
      FROM (SELECT n.person_id, 0 AS rank FROM national_ids n WHERE n.national_id = e.national_id
        UNION ALL SELECT i.person_id, 1 FROM insurance_numbers i WHERE i.insurance_number = e.insurance_number) found
      JOIN persons p ON p.person_id = found.person_id AND p.name_folded = e.name_folded
        AND CASE WHEN p.born_on IS NULL THEN p.birth_year = extract(year FROM e.born_on) ELSE NOT e.birth_year_only AND p.born_on = e.born_on END
      ORDER BY found.rank LIMIT 1) known ON true),
  facts AS MATERIALIZED (
    SELECT m.employer_id, m.entry_id, m.person_id, m.recorded_at, m.signed_in_at, r.registration_id, r.state, r.submitted_at, r.form_printed_at, r.received_at, r.state_since,
      a.person_id IS NOT NULL AS has_account, a.activated_at IS NOT NULL AS has_signed_in, a.opened_at, a.activated_at,
      coalesce(help.is_on, false) AS asks, help.decided_at AS asked_at,
      CASE WHEN r.state = 'returned' AND shared.is_on THEN coalesce((SELECT v.reason_codes FROM registration_moves v
        WHERE v.registration_id = r.registration_id AND v.move = 'return' ORDER BY v.move_no DESC LIMIT 1), '{}') ELSE '{}' END AS reasons
    FROM matched m
    LEFT JOIN LATERAL (SELECT l.* FROM accounts l WHERE l.person_id = m.person_id AND l.state <> 'stopped' LIMIT 1) a ON true
    LEFT JOIN LATERAL (
      SELECT c.registration_id, c.state, c.submitted_at, c.form_printed_at, c.received_at, c.state_since
      FROM (
        SELECT n.* FROM registrations n WHERE n.declared ->> 'nationalId' = m.national_id AND n.declared ? 'nationalId' AND ${agrees(sql)}
        UNION ALL
        SELECT n.* FROM registrations n WHERE n.declared ->> 'insuranceNumber' = m.insurance_number AND n.declared ? 'insuranceNumber' AND ${agrees(sql)}
        UNION ALL
        SELECT n.* FROM registrations n WHERE n.person_id = m.person_id) c
      WHERE c.purpose = 'register' AND c.state = ANY(${ORDER}::text[])
      ORDER BY c.registration_id IS DISTINCT FROM a.registration_id, array_position(${ORDER}::text[], c.state), c.submitted_at DESC, c.registration_id
      LIMIT 1) r ON true
    ${wish(sql, 'help')} help ON true
    ${wish(sql, 'share-reasons')} shared ON true)`

/** The entries of `due` (employer_id, entry_id) moved to where the domain's table says; untouched where nothing differs. Part of a WITH. */
const moveEntries = (sql: Queryable) => sql`
  ${listFacts(sql)},
  judged AS MATERIALIZED (
    SELECT f.*, ${sql.json(CASES)}::jsonb -> concat_ws('/', coalesce(f.state, '-'), f.form_printed_at IS NOT NULL, f.asks, f.has_account, f.has_signed_in) AS verdict FROM facts f),
  settled AS MATERIALIZED (
    SELECT j.employer_id, j.entry_id, j.person_id, j.registration_id, j.verdict ->> 0 AS state, j.verdict ->> 1 AS help_reason, j.reasons,
      coalesce(CASE j.verdict ->> 0 WHEN 'signed-in' THEN coalesce(j.signed_in_at, j.activated_at) WHEN 'approved' THEN j.opened_at WHEN 'form-handed-in' THEN j.received_at
        WHEN 'form-printed' THEN j.form_printed_at WHEN 'registered' THEN j.submitted_at WHEN 'not-started' THEN j.recorded_at
        ELSE CASE j.verdict ->> 1 WHEN 'asked-by-employee' THEN j.asked_at END END, j.state_since, j.recorded_at) AS state_since,
      coalesce(j.submitted_at, j.opened_at) AS registered_at, coalesce(j.received_at, j.opened_at) AS handed_in_at,
      CASE WHEN j.has_account THEN j.opened_at WHEN j.state IN ('approved', 'activated') THEN j.state_since END AS approved_at,
      CASE WHEN j.has_signed_in THEN coalesce(j.signed_in_at, j.activated_at) END AS signed_in_at
    FROM judged j),
  moved AS (
    UPDATE roster_entries e SET person_id = s.person_id, registration_id = s.registration_id, state = s.state, help_reason = s.help_reason, state_since = s.state_since,
      registered_at = s.registered_at, handed_in_at = s.handed_in_at, approved_at = s.approved_at, signed_in_at = s.signed_in_at, shared_reasons = s.reasons
    FROM settled s
    WHERE e.employer_id = s.employer_id AND e.entry_id = s.entry_id
      AND (e.person_id, e.registration_id, e.state, e.help_reason, e.state_since, e.registered_at, e.handed_in_at, e.approved_at, e.signed_in_at, e.shared_reasons)
        IS DISTINCT FROM (s.person_id, s.registration_id, s.state, s.help_reason, s.state_since, s.registered_at, s.handed_in_at, s.approved_at, s.signed_in_at, s.reasons)
    RETURNING 1)`

/**
 * One at a time, until the transaction ends: of two that read one entry the later must write it. False: another one is at it. Every table is read
 * by key, also right after 30,000 rows came: no statistics know of them, and a plan made before them fits no more.
 */
export async function claimFollowing(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('follow-rollouts')) AS mine,
    set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
    set_config('plan_cache_mode', 'force_custom_plan', true)`
  return row?.mine === true
}

/** Takes the oldest changes and moves every entry they concern, in one statement; what was taken comes back when the transaction does not commit. */
export async function followChanges(sql: Queryable, limit: number): Promise<{ taken: number; moved: number }> {
  // Whom a registration led to stands on the entry; whom it leads to now, behind its numbers.
  const concerned: Fragment = sql`
    SELECT e.employer_id, e.entry_id FROM taken t JOIN roster_entries e ON e.employer_id = t.employer_id AND e.entry_id = t.entry_id
    UNION SELECT e.employer_id, e.entry_id FROM taken t JOIN roster_entries e ON e.registration_id = t.registration_id
    UNION SELECT e.employer_id, e.entry_id FROM named n JOIN roster_entries e ON e.national_id = n.national_id
    UNION SELECT e.employer_id, e.entry_id FROM named n JOIN roster_entries e ON e.insurance_number = n.insurance_number
    UNION SELECT e.employer_id, e.entry_id FROM people p JOIN roster_entries e ON e.person_id = p.person_id
    UNION SELECT e.employer_id, e.entry_id FROM people p JOIN roster_entries e ON e.national_id = p.national_id
    UNION SELECT e.employer_id, e.entry_id FROM people p JOIN roster_entries e ON e.insurance_number = p.insurance_number`
  const [row] = await sql<{ taken: number; moved: number }[]>`
    WITH taken AS MATERIALIZED (
      DELETE FROM rollout_changes WHERE change_id IN (SELECT change_id FROM rollout_changes ORDER BY change_id LIMIT ${limit}) RETURNING *),
    named AS MATERIALIZED (
      SELECT DISTINCT r.registration_id, r.person_id, r.declared ->> 'nationalId' AS national_id, r.declared ->> 'insuranceNumber' AS insurance_number
      FROM taken t JOIN registrations r ON r.registration_id = t.registration_id),
    people AS MATERIALIZED (
      SELECT p.person_id, p.national_id, p.insurance_number
      FROM (SELECT person_id FROM named WHERE person_id IS NOT NULL UNION SELECT person_id FROM taken WHERE person_id IS NOT NULL) k
      JOIN persons p ON p.person_id = k.person_id),
    due AS MATERIALIZED (${concerned}), ${moveEntries(sql)}
    SELECT (SELECT count(*) FROM taken)::integer AS taken, (SELECT count(*) FROM moved)::integer AS moved`
  return row ?? { taken: 0, moved: 0 }
}

export type EntryKey = { employerId: number; entryId: string }

/** Computes the next entries anew, whatever was noted. `last`: where to go on; null when that was all. */
export async function recountEntries(
  sql: Queryable,
  after: EntryKey | null,
  limit: number,
): Promise<{ last: EntryKey | null; moved: number }> {
  const [row] = await sql<{ employerId: number | null; entryId: string | null; moved: number }[]>`
    WITH due AS MATERIALIZED (
      SELECT employer_id, entry_id FROM roster_entries
      WHERE (employer_id, entry_id) > (${after?.employerId ?? 0}::bigint, ${after?.entryId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
      ORDER BY employer_id, entry_id LIMIT ${limit}), ${moveEntries(sql)},
    final AS (SELECT employer_id, entry_id FROM due ORDER BY employer_id DESC, entry_id DESC LIMIT 1)
    SELECT f.employer_id AS "employerId", f.entry_id AS "entryId", (SELECT count(*) FROM moved)::integer AS moved FROM (SELECT 1) one LEFT JOIN final f ON true`
  const { employerId = null, entryId = null, moved = 0 } = row ?? {}
  return { last: employerId === null || entryId === null ? null : { employerId, entryId }, moved }
}

/** Something about a person's account changed that no registration tells. */
export async function insertAccountChange(sql: Queryable, personId: number): Promise<void> {
  await sql`INSERT INTO rollout_changes (person_id) VALUES (${personId})`
}

/** Whether anything waits; asked every second, so it costs nothing. */
export async function hasChanges(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ some: boolean }[]>`SELECT EXISTS (SELECT FROM rollout_changes) AS some`
  return row?.some === true
}

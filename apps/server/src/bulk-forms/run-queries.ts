import type { BulkSort } from '@an-sinh/contract'
import type { Queryable } from '../platform/sql.ts'

/** Somebody of the roster who has not left, in the order asked for. */
export type RosterPick = { entryId: string; fullName: string; department: string; shift: string; state: string }
export type RunRow = {
  runId: string
  sort: BulkSort
  state: 'ready' | 'running' | 'done' | 'stopped'
  forms: number
  printed: number
  leftOut: number
  madeAt: Date
  endedAt: Date | null
  own: boolean
}
export type RunLine = { position: number; entryId: string; registrationId: string | null }

/** Seconds after which a run that has not moved is nobody's any more. */
const GONE_SECONDS = 60
/** Files made at one time in all: each holds a connection while its pages are drawn. */
const MOST_RUNNING = 4

const ORDERS = {
  name: (sql: Queryable) => sql`full_name COLLATE "vi-x-icu"`,
  department: (sql: Queryable) => sql`department COLLATE "vi-x-icu", full_name COLLATE "vi-x-icu"`,
  shift: (sql: Queryable) => sql`shift COLLATE "vi-x-icu", department COLLATE "vi-x-icu", full_name COLLATE "vi-x-icu"`,
} as const

/** Null chooses everybody. Runs with the employer's rights. */
export async function listPicks(
  sql: Queryable,
  {
    employerId,
    entryIds,
    departments,
    sort,
  }: { employerId: number; entryIds: readonly string[] | null; departments: readonly string[] | null; sort: BulkSort },
): Promise<RosterPick[]> {
  return [
    ...(await sql<RosterPick[]>`
      SELECT entry_id AS "entryId", full_name AS "fullName", department, shift, state FROM roster_entries
      WHERE employer_id = ${employerId} AND (left_on IS NULL OR left_on > ansinh_today())
        AND (${entryIds === null} OR entry_id = ANY(${[...(entryIds ?? [])]}::uuid[]))
        AND (${departments === null} OR department = ANY(${[...(departments ?? [])]}::text[]))
      ORDER BY ${ORDERS[sort](sql)}, entry_id LIMIT 30000`),
  ]
}

/** The agency's side: of these entries, which have a form that may be printed and agreed to this employer's printing; printed: by this one. */
export async function listAgreed(
  sql: Queryable,
  employerId: number,
  entryIds: readonly string[],
): Promise<Map<string, { registrationId: string; printed: boolean }>> {
  const rows = await sql<{ entryId: string; registrationId: string; printed: boolean }[]>`
    SELECT r.entry_id AS "entryId", r.registration_id AS "registrationId",
      EXISTS (SELECT FROM bulk_form_lines l WHERE l.registration_id = r.registration_id AND l.employer_id = r.employer_id AND l.printed_at IS NOT NULL) AS printed
    FROM roster_entries r
    JOIN registrations g USING (registration_id)
    JOIN printing_consents c ON c.registration_id = r.registration_id AND c.employer_id = r.employer_id AND c.withdrawn_at IS NULL
    WHERE r.employer_id = ${employerId} AND r.entry_id = ANY(${[...entryIds]}::uuid[]) AND g.state = 'awaiting-visit'`
  return new Map(rows.map(({ entryId, ...row }) => [entryId, row]))
}

/** The agency's side: of these entries, whose agreement ended with an employer of before while their form is still awaited. */
export async function countAskAnew(sql: Queryable, employerId: number, entryIds: readonly string[]): Promise<number> {
  const [row] = await sql<{ people: number }[]>`
    SELECT count(*)::integer AS people FROM roster_entries r JOIN registrations g USING (registration_id)
    WHERE r.employer_id = ${employerId} AND r.entry_id = ANY(${[...entryIds]}::uuid[]) AND g.state = 'awaiting-visit'
      AND EXISTS (SELECT FROM printing_consents c JOIN employer_mergers m ON m.from_employer_id = c.employer_id AND m.undone_at IS NULL
        WHERE c.registration_id = r.registration_id AND c.ended_by = 'merger' AND standing_employer(m.to_employer_id) = r.employer_id
          AND NOT EXISTS (SELECT FROM printing_consents n WHERE n.registration_id = c.registration_id AND n.given_at > c.given_at))`
  return row?.people ?? 0
}

export async function insertRun(
  sql: Queryable,
  run: {
    runId: string
    employerId: number
    officerId: number
    sort: BulkSort
    forms: readonly { entryId: string; registrationId: string }[]
  },
): Promise<void> {
  await sql`
    INSERT INTO bulk_form_runs (run_id, employer_id, officer_id, sort, forms) VALUES (${run.runId}, ${run.employerId}, ${run.officerId}, ${run.sort}, ${run.forms.length})`
  await sql`
    INSERT INTO bulk_form_lines (run_id, position, employer_id, entry_id, registration_id)
    SELECT ${run.runId}, ordinality, ${run.employerId}, entry_id, registration_id
    FROM unnest(${run.forms.map(({ entryId }) => entryId)}::uuid[], ${run.forms.map(({ registrationId }) => registrationId)}::uuid[])
      WITH ORDINALITY AS form (entry_id, registration_id, ordinality)`
}

const select = (sql: Queryable, officerId: number) => sql`
  SELECT run_id AS "runId", sort, state, forms, printed, left_out AS "leftOut", made_at AS "madeAt", ended_at AS "endedAt", officer_id = ${officerId} AS own FROM bulk_form_runs`

export async function findRun(sql: Queryable, who: { employerId: number; officerId: number }, runId: string): Promise<RunRow | null> {
  const [row] = await sql<RunRow[]>`${select(sql, who.officerId)} WHERE run_id = ${runId} AND employer_id = ${who.employerId}`
  return row ?? null
}

export async function listRuns(sql: Queryable, who: { employerId: number; officerId: number }): Promise<RunRow[]> {
  return [...(await sql<RunRow[]>`${select(sql, who.officerId)} WHERE employer_id = ${who.employerId} ORDER BY made_at DESC LIMIT 20`)]
}

/** One officer's claims come one after the other; runs whose server or browser went away are ended first. */
export async function claimRun(
  sql: Queryable,
  who: { employerId: number; officerId: number },
  runId: string,
): Promise<'claimed' | 'unknown' | 'used' | 'at-work' | 'busy'> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('bulk-forms', ${who.officerId}))`
  await sql`
    UPDATE bulk_form_runs SET state = 'stopped', ended_at = ansinh_now()
    WHERE officer_id = ${who.officerId} AND state = 'running' AND moved_at < ansinh_now() - make_interval(secs => ${GONE_SECONDS})`
  const [row] = await sql<{ state: RunRow['state']; atWork: boolean; running: number }[]>`
    SELECT state, EXISTS (SELECT FROM bulk_form_runs WHERE officer_id = ${who.officerId} AND state = 'running') AS "atWork",
      (SELECT count(*) FROM bulk_form_runs WHERE state = 'running' AND moved_at > ansinh_now() - make_interval(secs => ${GONE_SECONDS}))::integer AS running
    FROM bulk_form_runs WHERE run_id = ${runId} AND employer_id = ${who.employerId} AND officer_id = ${who.officerId}`
  if (row === undefined) return 'unknown'
  if (row.atWork) return 'at-work'
  if (row.state !== 'ready') return 'used'
  if (row.running >= MOST_RUNNING) return 'busy'
  await sql`UPDATE bulk_form_runs SET state = 'running', moved_at = ansinh_now() WHERE run_id = ${runId}`
  return 'claimed'
}

/** The next lines of a run that is still wanted; null when somebody stopped it. */
export async function takeLines(sql: Queryable, runId: string, after: number, count: number): Promise<RunLine[] | null> {
  const running = await sql`UPDATE bulk_form_runs SET moved_at = ansinh_now() WHERE run_id = ${runId} AND state = 'running'`
  if (running.count === 0) return null
  return [
    ...(await sql<RunLine[]>`
      SELECT position, entry_id AS "entryId", registration_id AS "registrationId" FROM bulk_form_lines
      WHERE run_id = ${runId} AND position > ${after} ORDER BY position LIMIT ${count}`),
  ]
}

/**
 * Of these registrations, those whose holder still agrees and is still of this employer. The registrations are held until the pages are
 * made: whoever takes the agreement back in the meantime waits, and reads that it was printed.
 */
export async function holdAgreed(sql: Queryable, employerId: number, registrationIds: readonly string[]): Promise<Set<string>> {
  await sql`SELECT FROM registrations WHERE registration_id = ANY(${[...registrationIds]}::uuid[]) ORDER BY registration_id FOR NO KEY UPDATE`
  const rows = await sql<{ registrationId: string }[]>`
    SELECT c.registration_id AS "registrationId" FROM printing_consents c
    WHERE c.registration_id = ANY(${[...registrationIds]}::uuid[]) AND c.employer_id = ${employerId} AND c.withdrawn_at IS NULL
      AND EXISTS (SELECT FROM roster_entries r WHERE r.employer_id = ${employerId} AND r.registration_id = c.registration_id AND (r.left_on IS NULL OR r.left_on > ansinh_today()))`
  return new Set(rows.map(({ registrationId }) => registrationId))
}

export async function noteLines(
  sql: Queryable,
  runId: string,
  { printed, withdrawn, notPrintable }: { printed: readonly number[]; withdrawn: readonly number[]; notPrintable: readonly number[] },
): Promise<void> {
  await sql`UPDATE bulk_form_lines SET printed_at = ansinh_now() WHERE run_id = ${runId} AND position = ANY(${[...printed]}::integer[])`
  await sql`UPDATE bulk_form_lines SET left_out = 'consent-withdrawn' WHERE run_id = ${runId} AND position = ANY(${[...withdrawn]}::integer[])`
  await sql`UPDATE bulk_form_lines SET left_out = 'not-printable' WHERE run_id = ${runId} AND position = ANY(${[...notPrintable]}::integer[])`
  await sql`
    UPDATE bulk_form_runs SET printed = printed + ${printed.length}, left_out = left_out + ${withdrawn.length + notPrintable.length} WHERE run_id = ${runId}`
}

/** True when it was running or waiting until now. */
export async function endRun(sql: Queryable, runId: string, state: 'done' | 'stopped'): Promise<boolean> {
  const { count } = await sql`
    UPDATE bulk_form_runs SET state = ${state}, ended_at = ansinh_now() WHERE run_id = ${runId} AND state IN ('ready', 'running')`
  return count === 1
}

export async function findEmployerName(sql: Queryable, employerId: number): Promise<string> {
  const [row] = await sql<{ name: string }[]>`SELECT name FROM employers WHERE employer_id = ${employerId}`
  return row?.name ?? ''
}

export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  return row?.now ?? new Date()
}

import type { RegistrationState } from '@an-sinh/domain'
import { requireFound } from '../platform/refusal.ts'
import type { Json, Queryable } from '../platform/sql.ts'
import type { RegistrationChanges, RegistrationMoveLine, RegistrationRow } from './registration-row.ts'

const columns = (sql: Queryable) => sql`
  r.registration_id AS "registrationId", r.state, r.purpose, r.version, r.submitted_version AS "submittedVersion", r.privacy_text_version AS "privacyTextVersion",
  r.declared, r.proved_phone AS "provedPhone", r.phone_proved_at AS "phoneProvedAt", r.email, r.employer_may_print AS "employerMayPrint",
  r.office_id AS "officeId", r.file_number AS "fileNumber", r.form_code_encrypted AS "formCodeEncrypted", r.submitted_at AS "submittedAt",
  r.submitted_on AS "submittedOn", r.clock_started_on AS "clockStartedOn", r.due_on AS "dueOn", r.grace_ends_on AS "graceEndsOn",
  r.deadline_rule_version AS "deadlineRuleVersion", r.deadline_facts AS "deadlineFacts", r.extensions, r.applicant_extensions AS "applicantExtensions",
  r.received_at AS "receivedAt", r.document_kind AS "documentKind", r.person_id AS "personId", r.marks, r.state_before_decision AS "stateBeforeDecision",
  r.created_at AS "createdAt", r.touched_at AS "touchedAt", r.state_since AS "stateSince"`

/** One registration, or null. `lock`: held until the caller's transaction ends. */
export async function findRegistration(
  sql: Queryable,
  registrationId: string,
  lock: 'none' | 'for-update' = 'none',
): Promise<RegistrationRow | null> {
  const [row] = await sql<
    RegistrationRow[]
  >`SELECT ${columns(sql)} FROM registrations r WHERE r.registration_id = ${registrationId} ${lock === 'for-update' ? sql`FOR UPDATE` : sql``}`
  return row ?? null
}

/** One registration. @throws Refusal `not-found` */
export const loadRegistration = async (sql: Queryable, registrationId: string): Promise<RegistrationRow> =>
  requireFound(await findRegistration(sql, registrationId), 'not-found')

export async function findRegistrationByFormCodeHmac(sql: Queryable, formCodeHmac: Buffer): Promise<RegistrationRow | null> {
  const [row] = await sql<RegistrationRow[]>`SELECT ${columns(sql)} FROM registrations r WHERE r.form_code_hmac = ${formCodeHmac}`
  return row ?? null
}

/** `fileNumber`: `{office code}/{yyyy}/{serial}`. */
export async function findRegistrationByFileNumber(sql: Queryable, fileNumber: string): Promise<RegistrationRow | null> {
  const [row] = await sql<RegistrationRow[]>`SELECT ${columns(sql)} FROM registrations r WHERE r.file_number = ${fileNumber}`
  return row ?? null
}

export async function listRegistrations(sql: Queryable, registrationIds: readonly string[]): Promise<RegistrationRow[]> {
  return [
    ...(await sql<
      RegistrationRow[]
    >`SELECT ${columns(sql)} FROM registrations r WHERE r.registration_id = ANY(${[...registrationIds]}::uuid[]) ORDER BY r.created_at DESC`),
  ]
}

/** True when the draft was made now, false when there was one of this id. */
export async function insertDraft(sql: Queryable, registrationId: string): Promise<boolean> {
  return (
    (await sql`INSERT INTO registrations (registration_id, state) VALUES (${registrationId}, 'draft') ON CONFLICT DO NOTHING`).count === 1
  )
}

const JSON_COLUMNS: ReadonlySet<keyof RegistrationChanges> = new Set(['declared', 'deadlineFacts'])
const toSnake = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)

/** The changes as columns. `now` is the database's clock, not this process's. */
const toColumns = (sql: Queryable, changes: RegistrationChanges): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        toSnake(name),
        value === 'now'
          ? sql`ansinh_now()`
          : JSON_COLUMNS.has(name as keyof RegistrationChanges) && value !== null
            ? sql.json(value as Json)
            : value,
      ]),
  )

/**
 * The one conditional UPDATE that decides a move: only from the states of `leadsTo` and, when asked, only at this version.
 * Null when it did not apply; the caller finds out why.
 */
export async function updateState(
  sql: Queryable,
  registrationId: string,
  leadsTo: Readonly<Partial<Record<RegistrationState, RegistrationState>>>,
  expectedVersion: number | null,
  changes: RegistrationChanges,
): Promise<(RegistrationRow & { fromState: RegistrationState }) | null> {
  const set = { version: sql`r.version + 1`, touched_at: sql`ansinh_now()`, ...toColumns(sql, changes) } as unknown as Record<
    string,
    string
  >
  const [row] = await sql<(RegistrationRow & { fromState: RegistrationState })[]>`
    WITH held AS (SELECT registration_id, state AS from_state, ${sql.json(leadsTo)}::jsonb ->> state AS to_state FROM registrations WHERE registration_id = ${registrationId} FOR UPDATE)
    UPDATE registrations r SET ${sql(set)}, state = held.to_state,
      state_since = CASE WHEN held.from_state = held.to_state THEN r.state_since ELSE ansinh_now() END
    FROM held
    WHERE r.registration_id = held.registration_id AND held.to_state IS NOT NULL AND (${expectedVersion}::integer IS NULL OR r.version = ${expectedVersion})
    RETURNING ${columns(sql)}, held.from_state AS "fromState"`
  return row ?? null
}

export async function insertMove(
  sql: Queryable,
  line: {
    registrationId: string
    move: string
    fromState: string
    toState: string
    actorKind: string
    actorId: string | null
    reasonCodes: readonly string[]
    details: Record<string, Json>
  },
): Promise<void> {
  await sql`INSERT INTO registration_moves (registration_id, move_no, move, from_state, to_state, actor_kind, actor_id, reason_codes, details)
    SELECT ${line.registrationId}, coalesce(max(move_no), 0) + 1, ${line.move}, ${line.fromState}, ${line.toState}, ${line.actorKind}, ${line.actorId}, ${[...line.reasonCodes]}::text[], ${sql.json(line.details)}
    FROM registration_moves WHERE registration_id = ${line.registrationId}`
}

/** Every move, oldest first. */
export async function listMoves(sql: Queryable, registrationId: string): Promise<RegistrationMoveLine[]> {
  return [
    ...(await sql<
      RegistrationMoveLine[]
    >`SELECT move, from_state AS "fromState", to_state AS "toState", moved_at AS at, actor_kind AS "actorKind", actor_id AS "actorId", reason_codes AS "reasonCodes"
      FROM registration_moves WHERE registration_id = ${registrationId} ORDER BY move_no`),
  ]
}

/** Remembers what the applicant did beside moves; false when the registration is not in one of these states any more. */
export async function touchRegistration(
  sql: Queryable,
  registrationId: string,
  states: readonly RegistrationState[],
  changes: { privacyTextVersion?: string; provedPhone?: string },
): Promise<boolean> {
  const result = await sql`UPDATE registrations SET touched_at = ansinh_now(),
      privacy_text_version = coalesce(${changes.privacyTextVersion ?? null}, privacy_text_version),
      privacy_read_at = CASE WHEN ${changes.privacyTextVersion ?? null}::text IS NULL THEN privacy_read_at ELSE ansinh_now() END,
      proved_phone = coalesce(${changes.provedPhone ?? null}, proved_phone),
      phone_proved_at = CASE WHEN ${changes.provedPhone ?? null}::text IS NULL THEN phone_proved_at ELSE ansinh_now() END
    WHERE registration_id = ${registrationId} AND state = ANY(${[...states]}::text[])`
  return result.count === 1
}

/** The next number of an office and year, without gaps: until the commit its row makes other submissions to the same office wait. */
export async function takeSerial(sql: Queryable, officeId: number, year: number): Promise<number> {
  const [row] = await sql<
    { lastSerial: number }[]
  >`INSERT INTO office_serials (office_id, year, last_serial) VALUES (${officeId}, ${year}, 1)
    ON CONFLICT (office_id, year) DO UPDATE SET last_serial = office_serials.last_serial + 1 RETURNING last_serial AS "lastSerial"`
  if (row === undefined) throw new Error('office_serials answered no row')
  return row.lastSerial
}

/** The civil date in Viet Nam by the database's clock. */
export async function readToday(sql: Queryable): Promise<string> {
  const [row] = await sql<{ today: string }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('ansinh_today answered no row')
  return row.today
}

/** States in which a registration still wants something. */
const OPEN_STATES = ['submitted', 'awaiting-visit', 'received', 'checked', 'fraud-review', 'returned']

/** Other open registrations that name the same insurance number or the same 12-digit id. */
export async function listOpenSiblings(
  sql: Queryable,
  registrationId: string,
  numbers: { insuranceNumber: string | null; nationalId: string | null },
): Promise<RegistrationRow[]> {
  return [
    ...(await sql<RegistrationRow[]>`SELECT ${columns(sql)} FROM registrations r
      WHERE r.registration_id IN (
          SELECT registration_id FROM registrations WHERE declared ? 'insuranceNumber' AND declared ->> 'insuranceNumber' = ${numbers.insuranceNumber}
          UNION ALL SELECT registration_id FROM registrations WHERE declared ? 'nationalId' AND declared ->> 'nationalId' = ${numbers.nationalId})
        AND r.registration_id <> ${registrationId} AND r.state = ANY(${OPEN_STATES}::text[])
      ORDER BY r.created_at`),
  ]
}

export async function writeMarks(sql: Queryable, registrationId: string, marks: readonly string[]): Promise<void> {
  await sql`UPDATE registrations SET marks = ${sql.json([...marks])} WHERE registration_id = ${registrationId}`
}

/** Ids of registrations whose grace is over by the database's clock, oldest first. */
export async function listPastGrace(sql: Queryable, limit: number): Promise<string[]> {
  return (
    await sql<
      { registrationId: string }[]
    >`SELECT registration_id AS "registrationId" FROM registrations WHERE state = 'awaiting-visit' AND grace_ends_on < ansinh_today() ORDER BY grace_ends_on LIMIT ${limit}`
  ).map((row) => row.registrationId)
}

/** `30 days`, as PostgreSQL reads it. */
type Interval = `${number} ${'hour' | 'day' | 'month' | 'year'}s`

/** Ids in one of these states since longer than `kept` (drafts: not touched since). */
export async function listOutdated(
  sql: Queryable,
  states: readonly RegistrationState[],
  since: 'touched' | 'state',
  kept: Interval,
  limit: number,
): Promise<string[]> {
  const column = since === 'touched' ? sql`touched_at` : sql`state_since`
  return (
    await sql<{ registrationId: string }[]>`SELECT registration_id AS "registrationId" FROM registrations
      WHERE state = ANY(${[...states]}::text[]) AND ${column} < ansinh_now() - ${kept}::interval ORDER BY registration_id LIMIT ${limit}`
  ).map((row) => row.registrationId)
}

/** Ids of approved registrations whose id photos have been kept long enough since the decision. */
export async function listOutdatedIdPhotos(sql: Queryable, kept: Interval, limit: number): Promise<string[]> {
  return (
    await sql<{ registrationId: string }[]>`SELECT r.registration_id AS "registrationId" FROM registrations r
      WHERE r.state IN ('approved', 'activated') AND r.id_photos_erased_at IS NULL
        AND (SELECT max(m.moved_at) FROM registration_moves m WHERE m.registration_id = r.registration_id AND m.move = 'approve') < ansinh_now() - ${kept}::interval
      ORDER BY r.registration_id LIMIT ${limit}`
  ).map((row) => row.registrationId)
}

export async function rememberIdPhotosErased(sql: Queryable, registrationId: string): Promise<void> {
  await sql`UPDATE registrations SET id_photos_erased_at = ansinh_now() WHERE registration_id = ${registrationId}`
}

/** Removes a registration with its history, accesses and hand-overs; audit lines stay. False when its state changed meanwhile. */
export async function deleteRegistration(sql: Queryable, registrationId: string, states: readonly RegistrationState[]): Promise<boolean> {
  return (
    (await sql`DELETE FROM registrations WHERE registration_id = ${registrationId} AND state = ANY(${[...states]}::text[])`).count === 1
  )
}

/** Form 01 left for paper, the first time; later prints change nothing. */
export async function recordFormPrinted(sql: Queryable, registrationIds: readonly string[]): Promise<void> {
  await sql`UPDATE registrations SET form_printed_at = ansinh_now() WHERE registration_id = ANY(${[...registrationIds]}::uuid[]) AND form_printed_at IS NULL`
}

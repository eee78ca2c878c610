import type { CivilDate, RegistrationMove, RegistrationState, StoryMessage } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** More than this nobody reads on the telephone; the newest stay. */
const MOST = 60
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

export type StoryRegistration = {
  registrationId: string
  personId: number | null
  state: RegistrationState
  fileNumber: string | null
  provedPhone: string | null
  bornOn: string | null
  officeName: string | null
  dueOn: CivilDate | null
  graceEndsOn: CivilDate | null
}
const registrationColumns = (sql: Queryable) => sql`
  r.registration_id AS "registrationId", CASE WHEN r.state IN ('approved', 'activated') THEN r.person_id END AS "personId", r.state, r.file_number AS "fileNumber",
  r.proved_phone AS "provedPhone", r.declared ->> 'bornOn' AS "bornOn", o.name AS "officeName", r.due_on AS "dueOn", r.grace_ends_on AS "graceEndsOn"`

export async function findStoryRegistration(
  sql: Queryable,
  by: { registrationId: string } | { fileNumber: string },
): Promise<StoryRegistration | null> {
  const where = 'fileNumber' in by ? sql`r.file_number = ${by.fileNumber}` : sql`r.registration_id = ${by.registrationId}`
  const [row] = await sql<
    StoryRegistration[]
  >`SELECT ${registrationColumns(sql)} FROM registrations r LEFT JOIN offices o ON o.office_id = r.office_id WHERE ${where}`
  return row ?? null
}

/** What somebody has sent: approved as theirs, or still open under their number. Newest first. */
export async function listStoryRegistrations(
  sql: Queryable,
  person: { personId: number; insuranceNumber: string; nationalId: string | null },
): Promise<StoryRegistration[]> {
  return [
    ...(await sql<StoryRegistration[]>`
      SELECT ${registrationColumns(sql)} FROM registrations r LEFT JOIN offices o ON o.office_id = r.office_id
      WHERE r.registration_id IN (
        SELECT registration_id FROM registrations WHERE person_id = ${person.personId} AND state IN ('approved', 'activated')
        UNION SELECT registration_id FROM registrations WHERE declared ? 'insuranceNumber' AND declared ->> 'insuranceNumber' = ${person.insuranceNumber}
        UNION SELECT registration_id FROM registrations WHERE declared ? 'nationalId' AND declared ->> 'nationalId' = ${person.nationalId})
      ORDER BY r.created_at DESC LIMIT 5`),
  ]
}

export async function listStoryMoves(
  sql: Queryable,
  registrationIds: readonly string[],
): Promise<{ registrationId: string; move: RegistrationMove; at: Date; actorKind: string }[]> {
  return [
    ...(await sql<{ registrationId: string; move: RegistrationMove; at: Date; actorKind: string }[]>`
      SELECT registration_id AS "registrationId", move, moved_at AS at, actor_kind AS "actorKind" FROM registration_moves
      WHERE registration_id = ANY (${[...registrationIds]}::uuid[]) ORDER BY moved_at DESC LIMIT ${MOST}`),
  ]
}

export type Subject = { personId: number | null; registrationIds: readonly string[] }
export type StoryMessageRow = Pick<StoryMessage, 'event' | 'channel' | 'state' | 'failure'> & {
  createdAt: Date
  acceptedAt: Date | null
  finalAt: Date | null
}
export async function listStoryMessages(sql: Queryable, { personId, registrationIds }: Subject): Promise<StoryMessageRow[]> {
  return [
    ...(await sql<StoryMessageRow[]>`
      SELECT m.event, m.channel, m.state, m.failure_code AS failure, m.created_at AS "createdAt", m.accepted_at AS "acceptedAt", m.final_at AS "finalAt" FROM messages m
      WHERE m.message_id IN (
        SELECT message_id FROM messages WHERE person_id = ${personId}
        UNION SELECT message_id FROM messages WHERE registration_id = ANY (${[...registrationIds]}::uuid[]))
      ORDER BY m.created_at DESC LIMIT ${MOST}`),
  ]
}

/** Lines of the record that tell of the journey: only these actions, whoever did them. */
export async function listStoryActs(
  sql: Queryable,
  { personId, registrationIds }: Subject,
  actions: readonly string[],
): Promise<{ at: Date; action: string; actorKind: string }[]> {
  return [
    ...(await sql<{ at: Date; action: string; actorKind: string }[]>`
      SELECT l.at, l.action, l.actor_kind AS "actorKind" FROM audit_lines l
      WHERE l.line_id IN (
          SELECT line_id FROM audit_lines WHERE person_id = ${personId}
          UNION SELECT line_id FROM audit_lines WHERE registration_id = ANY (${[...registrationIds]}::uuid[]))
        AND l.action = ANY (${[...actions]}::text[])
      ORDER BY l.at DESC LIMIT ${MOST}`),
  ]
}

export async function listStoryTickets(sql: Queryable, personId: number): Promise<{ number: string; open: boolean; at: Date }[]> {
  return [
    ...(await sql<{ number: string; open: boolean; at: Date }[]>`
      SELECT report_number AS number, state = 'open' AS open, filed_at AS at FROM problem_reports
      WHERE asker_kind = 'citizen' AND asker_id = ${personId} ORDER BY filed_at DESC LIMIT 10`),
  ]
}

export type StandingRow = {
  now: Date
  firstPasswordEndsAt: Date | null
  phoneChangeAt: Date | null
  stopAt: Date | null
}
/** What waits for its hour, of one person; of nobody only the time. */
export async function readStanding(sql: Queryable, personId: number): Promise<StandingRow> {
  const [row] = await sql<StandingRow[]>`
    SELECT ansinh_now() AS now,
      (SELECT first_password_expires_at FROM accounts WHERE person_id = ${personId} AND first_password_used_at IS NULL) AS "firstPasswordEndsAt",
      (SELECT min(applies_at) FROM contact_changes WHERE person_id = ${personId} AND kind = 'phone' AND applied_at IS NULL AND cancelled_at IS NULL AND applies_at > ansinh_now()) AS "phoneChangeAt",
      (SELECT min(applies_at) FROM account_stops WHERE person_id = ${personId} AND applied_at IS NULL AND cancelled_at IS NULL) AS "stopAt"`
  if (row === undefined) throw new Error('the database knows no time')
  return row
}

export type TicketAsker = { reportId: string; number: string; askerKind: string; askerId: number | null; isRecent: boolean }
const askerColumns = (sql: Queryable) => sql`
  r.report_id AS "reportId", r.report_number AS number, r.asker_kind AS "askerKind", r.asker_id AS "askerId", r.state = 'open' OR r.state_since > ansinh_now() - interval '30 days' AS "isRecent"`

/** Whose a ticket is, by its id or its number. */
export async function findTicketAsker(sql: Queryable, reference: string): Promise<TicketAsker | null> {
  const [row] = await sql<TicketAsker[]>`
    SELECT ${askerColumns(sql)} FROM problem_reports r
    WHERE ${UUID.test(reference) ? sql`r.report_id = ${reference}` : sql`r.report_number = ${reference.toUpperCase()}`}`
  return row ?? null
}

/** Whose a call-back is: that of its ticket. */
export async function findCallBackAsker(sql: Queryable, reference: string): Promise<TicketAsker | null> {
  if (!UUID.test(reference)) return null
  const [row] = await sql<TicketAsker[]>`
    SELECT ${askerColumns(sql)} FROM call_backs c JOIN problem_reports r ON r.report_id = c.report_id WHERE c.call_back_id = ${reference}`
  return row ?? null
}

export type LookRow = { at: Date; staffId: number; staffName: string; officeName: string; reason: string; reference: string }
/** Who of these offices opened somebody's story within seven days, newest first. */
export async function listLooks(sql: Queryable, officeIds: readonly number[]): Promise<LookRow[]> {
  return [
    ...(await sql<LookRow[]>`
      SELECT l.at, s.staff_id AS "staffId", s.full_name AS "staffName", o.name AS "officeName", l.reason_code AS reason, coalesce(l.details ->> 'reference', '') AS reference
      FROM staff_users s JOIN offices o ON o.office_id = s.office_id
      JOIN audit_lines l ON l.actor_kind = 'staff' AND l.actor_id = s.staff_id::text AND l.at > ansinh_now() - interval '7 days'
      WHERE s.office_id = ANY (${[...officeIds]}::integer[]) AND l.action = 'support-story-read'
      ORDER BY l.at DESC LIMIT 500`),
  ]
}

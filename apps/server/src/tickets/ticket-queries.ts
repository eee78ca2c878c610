import type { TicketContext } from '@an-sinh/contract'
import type { Department, Rating, ReportState } from '@an-sinh/domain'
import type { MoveKind } from '../problem-reports/index.ts'
import type { Fragment, Queryable } from '../platform/sql.ts'

export type TicketRow = {
  reportId: string
  reportNumber: string
  askerId: number | null
  officeId: number
  category: string
  department: Department
  title: string
  words: string
  context: TicketContext
  state: ReportState
  abusive: boolean
  dueAt: Date
  late: boolean
  filedAt: Date
  secondsOld: number
  daysAnswered: number
  version: number
}

const selectTickets = (sql: Queryable): Fragment => sql`
  SELECT r.report_id AS "reportId", r.report_number AS "reportNumber", r.asker_id AS "askerId", r.office_id AS "officeId", r.category, r.department, r.title, r.words, r.context,
    r.state, r.abusive_at IS NOT NULL AS abusive, r.due_at AS "dueAt", r.state = 'open' AND r.due_at < ansinh_now() AS late, r.filed_at AS "filedAt",
    extract(epoch FROM ansinh_now() - r.filed_at)::integer AS "secondsOld", floor(extract(epoch FROM ansinh_now() - r.state_since) / 86400)::integer AS "daysAnswered", r.version
  FROM problem_reports r`

/** Newest first, at most 200. */
export async function listTickets(sql: Queryable, personId: number): Promise<TicketRow[]> {
  return [
    ...(await sql<
      TicketRow[]
    >`${selectTickets(sql)} WHERE r.asker_kind = 'citizen' AND r.asker_id = ${personId} ORDER BY r.filed_at DESC, r.report_id LIMIT 200`),
  ]
}

export async function findTicket(sql: Queryable, personId: number, reportId: string): Promise<TicketRow | null> {
  const [row] = await sql<
    TicketRow[]
  >`${selectTickets(sql)} WHERE r.asker_kind = 'citizen' AND r.asker_id = ${personId} AND r.report_id = ${reportId}`
  return row ?? null
}

/** A ticket that no account names, with the keyed hash of its look-up code. */
export async function findTicketByNumber(sql: Queryable, reportNumber: string): Promise<{ reportId: string; codeHash: Buffer } | null> {
  const [row] = await sql<{ reportId: string; codeHash: Buffer }[]>`
    SELECT r.report_id AS "reportId", c.code_hash AS "codeHash" FROM problem_reports r JOIN ticket_contacts c USING (report_id)
    WHERE r.report_number = ${reportNumber} AND c.code_hash IS NOT NULL`
  return row ?? null
}

export async function findStrangersTicket(sql: Queryable, reportId: string): Promise<TicketRow | null> {
  const [row] = await sql<TicketRow[]>`${selectTickets(sql)} WHERE r.report_id = ${reportId} AND r.asker_id IS NULL`
  return row ?? null
}

export type TicketMoveRow = {
  moveNo: number
  kind: MoveKind
  byKind: 'asker' | 'staff' | 'system'
  department: Department
  words: string
  movedAt: Date
  rating: Rating | null
}
/** What the asker reads of the history. */
export async function listTicketMoves(sql: Queryable, reportId: string): Promise<TicketMoveRow[]> {
  return [
    ...(await sql<TicketMoveRow[]>`
      SELECT m.move_no AS "moveNo", m.kind, m.by_kind AS "byKind", m.department, m.words, m.moved_at AS "movedAt", g.helped AS rating
      FROM shown_report_moves m LEFT JOIN ticket_ratings g ON g.report_id = m.report_id AND g.move_no = m.move_no
      WHERE m.report_id = ${reportId} ORDER BY m.move_no`),
  ]
}

export type Contact = { channel: 'phone' | 'email'; sealed: Buffer }
/** `contact` null: nobody can be told, the code alone leads back. */
export async function insertContact(sql: Queryable, reportId: string, contact: Contact | null, codeHash: Buffer): Promise<void> {
  await sql`INSERT INTO ticket_contacts (report_id, channel, contact_encrypted, code_hash)
    VALUES (${reportId}, ${contact?.channel ?? null}, ${contact?.sealed ?? null}, ${codeHash}) ON CONFLICT DO NOTHING`
}

export async function findContact(sql: Queryable, reportId: string): Promise<Contact | null> {
  const [row] = await sql<Contact[]>`
    SELECT channel, contact_encrypted AS sealed FROM ticket_contacts WHERE report_id = ${reportId} AND channel IS NOT NULL AND erased_at IS NULL`
  return row ?? null
}

/** False when this answer was rated before, or is none. */
export async function insertRating(
  sql: Queryable,
  { reportId, moveNo, helped, words }: { reportId: string; moveNo: number; helped: Rating; words: string },
): Promise<boolean> {
  const made = await sql`
    INSERT INTO ticket_ratings (report_id, move_no, helped, words)
    SELECT report_id, move_no, ${helped}, ${words} FROM problem_report_moves
    WHERE report_id = ${reportId} AND move_no = ${moveNo} AND shown_to_asker AND (kind = 'answered' OR (kind = 'talked' AND by_kind = 'staff'))
    ON CONFLICT DO NOTHING`
  return made.count === 1
}

/** Held until the end of the transaction, so that what is appended gets a number of its own. False: there is none. */
export async function lockTicket(sql: Queryable, reportId: string): Promise<boolean> {
  return (await sql`SELECT FROM problem_reports WHERE report_id = ${reportId} FOR UPDATE`).length === 1
}

export async function setFiledAt(sql: Queryable, reportId: string, at: Date): Promise<void> {
  await sql`UPDATE problem_reports SET filed_at = least(${at}::timestamptz, filed_at) WHERE report_id = ${reportId}`
}

export async function markAnswered(sql: Queryable, reportId: string): Promise<void> {
  await sql`UPDATE problem_reports SET state = 'answered', state_since = ansinh_now(), version = version + 1 WHERE report_id = ${reportId} AND state = 'open'`
}

export async function openPhotoFolder(sql: Queryable, reportId: string): Promise<boolean> {
  await sql`INSERT INTO ticket_photo_folders (report_id) VALUES (${reportId}) ON CONFLICT DO NOTHING`
  return (await sql`SELECT FROM ticket_photo_folders WHERE report_id = ${reportId} AND erased_at IS NULL`).length === 1
}

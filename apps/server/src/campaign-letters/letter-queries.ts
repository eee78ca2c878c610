import type { Fragment, Queryable } from '../platform/sql.ts'

export type LetterState = 'sending' | 'sent' | 'stopped'
export type LetterRow = {
  letterId: string
  officeId: number
  title: string
  words: string
  state: LetterState
  staffName: string
  madeAt: Date
  settledAt: Date | null
  employers: number
  sent: number
  read: number
}

const selectLetters = (sql: Queryable): Fragment => sql`
  SELECT l.letter_id AS "letterId", l.office_id AS "officeId", l.title, l.words, l.state, s.full_name AS "staffName", l.made_at AS "madeAt", l.settled_at AS "settledAt", l.employers,
    m.sent, m.read
  FROM employer_letters l JOIN staff_users s ON s.staff_id = l.staff_id
  CROSS JOIN LATERAL (SELECT count(sent_at)::integer AS sent, count(read_at)::integer AS read FROM employer_messages m WHERE m.letter_id = l.letter_id) AS m`

/** Of these offices, newest first, at most 50. */
export async function listLetters(sql: Queryable, officeIds: readonly number[]): Promise<LetterRow[]> {
  return [
    ...(await sql<
      LetterRow[]
    >`${selectLetters(sql)} WHERE l.office_id = ANY(${[...officeIds]}::integer[]) ORDER BY l.made_at DESC, l.letter_id LIMIT 50`),
  ]
}

export async function findLetter(sql: Queryable, letterId: string, officeIds: readonly number[]): Promise<LetterRow | null> {
  const [row] = await sql<
    LetterRow[]
  >`${selectLetters(sql)} WHERE l.letter_id = ${letterId} AND l.office_id = ANY(${[...officeIds]}::integer[])`
  return row ?? null
}

/** Of these employers, those who had no letter within so many days, in the order of their names, and how many did. */
export async function listWithoutRecent(
  sql: Queryable,
  employerIds: readonly number[],
  days: number,
): Promise<{ employerIds: number[]; withoutOfficer: number }> {
  const rows = await sql<{ employerId: number; hasOfficer: boolean }[]>`
    SELECT e.employer_id AS "employerId",
      EXISTS (SELECT FROM employer_officers o WHERE o.employer_id = e.employer_id AND o.stopped_at IS NULL AND coalesce(o.valid_to, 'infinity') >= ansinh_today()) AS "hasOfficer"
    FROM employers e WHERE e.employer_id = ANY(${[...employerIds]}::bigint[])
      AND NOT EXISTS (SELECT FROM employer_messages m JOIN employer_letters l USING (letter_id) WHERE m.employer_id = e.employer_id
        AND (m.sent_at > ansinh_now() - make_interval(days => ${days}) OR (m.sent_at IS NULL AND l.state = 'sending')))
    ORDER BY e.name_folded, e.employer_id`
  return { employerIds: rows.map((row) => row.employerId), withoutOfficer: rows.filter(({ hasOfficer }) => !hasOfficer).length }
}

export type AddresseeRow = { employerId: number; name: string; code: string; address: string; officeName: string; people: number }

/** Whom letters are written to. */
export async function listAddressees(sql: Queryable, employerIds: readonly number[]): Promise<AddresseeRow[]> {
  return [
    ...(await sql<AddresseeRow[]>`
      SELECT e.employer_id AS "employerId", e.name, e.employer_code AS code, e.address, o.name AS "officeName", coalesce(s.people, 0) AS people
      FROM employers e JOIN offices o ON o.office_id = e.office_id LEFT JOIN employer_standings s ON s.employer_id = e.employer_id
      WHERE e.employer_id = ANY(${[...employerIds]}::bigint[]) ORDER BY e.name_folded, e.employer_id`),
  ]
}

export type NewLetter = {
  letterId: string
  officeId: number
  staffId: number
  campaignId: string | null
  standing: string
  title: string
  words: string
  employers: number
}

/** False when the id was used before. */
export async function insertLetter(sql: Queryable, letter: NewLetter): Promise<boolean> {
  const made = await sql`
    INSERT INTO employer_letters (letter_id, office_id, staff_id, campaign_id, standing, title, words, employers)
    VALUES (${letter.letterId}, ${letter.officeId}, ${letter.staffId}, ${letter.campaignId}, ${letter.standing}, ${letter.title}, ${letter.words}, ${letter.employers})
    ON CONFLICT DO NOTHING`
  return made.count > 0
}

export type NewMessage = { employerId: number; title: string; words: string }
/** Messages that wait for their turn; an employer has one of each letter. */
export async function insertMessages(sql: Queryable, letterId: string, messages: readonly NewMessage[]): Promise<void> {
  await sql`
    INSERT INTO employer_messages (employer_id, letter_id, title, words)
    SELECT "employerId", ${letterId}, title, words FROM jsonb_to_recordset(${sql.json(messages.map((one) => ({ ...one })))}) AS r ("employerId" bigint, title text, words text)
    ON CONFLICT DO NOTHING`
}

/** False when it was settled before. */
export async function stopLetter(sql: Queryable, letterId: string): Promise<boolean> {
  const done =
    await sql`UPDATE employer_letters SET state = 'stopped', settled_at = ansinh_now() WHERE letter_id = ${letterId} AND state = 'sending'`
  return done.count > 0
}

/** The next messages of a letter leave, unless it was stopped; an employer that is no more gets none. Answers how many are looked at. */
export async function sendNext(sql: Queryable, limit: number): Promise<number> {
  const sent = await sql`
    WITH sending AS (SELECT letter_id FROM employer_letters WHERE state = 'sending' ORDER BY made_at, letter_id FOR SHARE),
    next AS (SELECT m.employer_id, m.message_id FROM employer_messages m JOIN sending USING (letter_id) WHERE m.sent_at IS NULL
      AND EXISTS (SELECT FROM employers e WHERE e.employer_id = m.employer_id AND coalesce(e.valid_to, 'infinity') >= ansinh_today())
      ORDER BY m.made_at, m.employer_id LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED)
    UPDATE employer_messages m SET sent_at = ansinh_now() FROM next WHERE (m.employer_id, m.message_id) = (next.employer_id, next.message_id)`
  await sql`
    UPDATE employer_letters l SET state = 'sent', settled_at = ansinh_now() WHERE state = 'sending' AND NOT EXISTS (
      SELECT FROM employer_messages m JOIN employers e USING (employer_id) WHERE m.letter_id = l.letter_id AND m.sent_at IS NULL AND coalesce(e.valid_to, 'infinity') >= ansinh_today())`
  return sent.count
}

export type LetterTextRow = { name: string; code: string; address: string; words: string }
/** A part of the letters as they were written, in the order of the employers' names. */
export async function listLetterTexts(
  sql: Queryable,
  letterId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<LetterTextRow[]> {
  return [
    ...(await sql<LetterTextRow[]>`
      SELECT e.name, e.employer_code AS code, e.address, m.words FROM employer_messages m JOIN employers e USING (employer_id) WHERE m.letter_id = ${letterId}
      ORDER BY e.name_folded, e.employer_id LIMIT ${limit} OFFSET ${offset}`),
  ]
}

export type MessageRow = { messageId: string; title: string; words: string; sentAt: Date; readAt: Date | null }
const selectMessages = (sql: Queryable, employerId: number): Fragment => sql`
  SELECT message_id AS "messageId", title, words, sent_at AS "sentAt", read_at AS "readAt" FROM employer_messages WHERE employer_id = ${employerId} AND sent_at IS NOT NULL`

/** An employer's inbox, newest first, at most 100. */
export async function listMessages(sql: Queryable, employerId: number): Promise<MessageRow[]> {
  return [...(await sql<MessageRow[]>`${selectMessages(sql, employerId)} ORDER BY sent_at DESC, message_id LIMIT 100`)]
}

/** Marks it as read by the first who opens it. */
export async function readMessage(sql: Queryable, employerId: number, messageId: string, officerId: number): Promise<MessageRow | null> {
  await sql`
    UPDATE employer_messages SET read_at = ansinh_now(), read_by = ${officerId}
    WHERE employer_id = ${employerId} AND message_id = ${messageId} AND sent_at IS NOT NULL AND read_at IS NULL`
  const [row] = await sql<MessageRow[]>`${selectMessages(sql, employerId)} AND message_id = ${messageId}`
  return row ?? null
}

import type { Fragment, Queryable } from '../platform/sql.ts'
import { type AuditLine, CHAIN_COUNT } from './audit-line.ts'

export type LineRow = {
  lineId: number
  chain: number
  /** UTC with microseconds, as text: what was hashed must come back sign for sign. */
  at: string
  actorKind: string
  actorId: string | null
  action: string
  personId: number | null
  registrationId: string | null
  reasonCode: string | null
  requestId: string | null
  details: string
}
export type SealRow = { chain: number; sealNo: number; lineId: number; hmac: Buffer }
/** A line waiting for its seal; `line` null: somebody took the line away before. */
export type WaitingLine = { lineId: number; chain: number; line: LineRow | null }
export type AccessRow = {
  at: Date
  actorKind: string
  actorId: string | null
  staffName: string | null
  /** Another citizen who looked by a representation. */
  readerName?: string | null
  action: string
  officeName: string | null
}

export const columnsOf = (sql: Queryable) => sql`
  l.line_id AS "lineId", l.chain, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at, l.actor_kind AS "actorKind", l.actor_id AS "actorId", l.action,
  l.person_id AS "personId", l.registration_id AS "registrationId", l.reason_code AS "reasonCode", l.request_id AS "requestId", l.details::text AS details`

export async function insertLine(sql: Queryable, line: AuditLine & { chain: number; actorId: string | null }): Promise<void> {
  await sql`
    WITH line AS (
      INSERT INTO audit_lines (chain, actor_kind, actor_id, action, person_id, registration_id, reason_code, request_id, details)
      VALUES (${line.chain}, ${line.actor.kind}, ${line.actorId}, ${line.action}, ${line.personId ?? null}, ${line.registrationId ?? null}, ${line.reasonCode ?? null}, ${line.requestId ?? null}, ${sql.json(line.details ?? {})})
      RETURNING line_id, chain)
    INSERT INTO audit_unsealed (line_id, chain) SELECT line_id, chain FROM line`
}

/** Many lines in one statement, in their order. */
export async function insertLines(
  sql: Queryable,
  lines: readonly (AuditLine & { chain: number; actorId: string | null })[],
): Promise<void> {
  const rows = lines.map((line) => ({
    chain: line.chain,
    actor_kind: line.actor.kind,
    actor_id: line.actorId,
    action: line.action,
    person_id: line.personId ?? null,
    registration_id: line.registrationId ?? null,
    reason_code: line.reasonCode ?? null,
    request_id: line.requestId ?? null,
    details: line.details ?? {},
  }))
  await sql`
    WITH lines AS (
      INSERT INTO audit_lines (chain, actor_kind, actor_id, action, person_id, registration_id, reason_code, request_id, details)
      SELECT * FROM jsonb_to_recordset(${sql.json(rows)}) AS t (chain smallint, actor_kind text, actor_id text, action text, person_id bigint, registration_id uuid,
        reason_code text, request_id text, details jsonb)
      RETURNING line_id, chain)
    INSERT INTO audit_unsealed (line_id, chain) SELECT line_id, chain FROM lines`
}

/** The columns whose indexes lead to what was written about somebody before. */
const SUBJECTS = { personId: 'person_id', registrationId: 'registration_id' } as const

/** As `insertLines`, but what this actor wrote about the same subject with the same details today already is not written again. */
export async function insertLinesOfToday(
  sql: Queryable,
  subject: keyof typeof SUBJECTS,
  lines: readonly (AuditLine & { chain: number; actorId: string | null })[],
): Promise<void> {
  const rows = lines.map((line) => ({
    chain: line.chain,
    actor_kind: line.actor.kind,
    actor_id: line.actorId,
    action: line.action,
    person_id: line.personId ?? null,
    registration_id: line.registrationId ?? null,
    request_id: line.requestId ?? null,
    details: line.details ?? {},
  }))
  const column = sql(SUBJECTS[subject])
  await sql`
    WITH lines AS (
      INSERT INTO audit_lines (chain, actor_kind, actor_id, action, person_id, registration_id, request_id, details)
      SELECT t.* FROM jsonb_to_recordset(${sql.json(rows)}) AS t (chain smallint, actor_kind text, actor_id text, action text, person_id bigint, registration_id uuid,
        request_id text, details jsonb)
      WHERE NOT EXISTS (
        SELECT FROM audit_lines l WHERE l.${column} = t.${column} AND l.at >= date_trunc('day', now(), 'Asia/Ho_Chi_Minh')
          AND l.action = t.action AND l.actor_kind = t.actor_kind AND l.actor_id = t.actor_id AND l.details = t.details)
      RETURNING line_id, chain)
    INSERT INTO audit_unsealed (line_id, chain) SELECT line_id, chain FROM lines`
}

/** A line about each person of `persons` (a part of the statement with person_id), as parts of the statement that reads them. */
export const linesAbout = (
  sql: Queryable,
  line: Omit<AuditLine, 'personId' | 'registrationId' | 'details'> & { actorId: string | null },
  persons: Fragment,
): Fragment => sql`
  audited AS (
    INSERT INTO audit_lines (chain, actor_kind, actor_id, action, person_id, reason_code, request_id)
    SELECT person_id % ${CHAIN_COUNT}::bigint, ${line.actor.kind}, ${line.actorId}, ${line.action}, person_id, ${line.reasonCode ?? null}, ${line.requestId ?? null}
    FROM ${persons} RETURNING line_id, chain
  ),
  unsealed AS (INSERT INTO audit_unsealed (line_id, chain) SELECT line_id, chain FROM audited)`

/** One sealer at a time, whoever runs it; held until the transaction ends. */
export async function claimSealing(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('audit-sealing')) AS mine`
  return row?.mine === true
}

export async function takeWaitingLines(sql: Queryable, limit: number): Promise<WaitingLine[]> {
  const rows = await sql<(LineRow & { waitingId: number; waitingChain: number; there: boolean })[]>`
    WITH waiting AS (DELETE FROM audit_unsealed WHERE line_id IN (SELECT line_id FROM audit_unsealed ORDER BY line_id LIMIT ${limit}) RETURNING line_id, chain)
    SELECT w.line_id AS "waitingId", w.chain AS "waitingChain", l.line_id IS NOT NULL AS there, ${columnsOf(sql)}
    FROM waiting w LEFT JOIN audit_lines l ON l.line_id = w.line_id ORDER BY w.line_id`
  return rows.map(({ waitingId, waitingChain, there, ...line }) => ({ lineId: waitingId, chain: waitingChain, line: there ? line : null }))
}

/** The newest seal of every chain that has one. */
export async function listHeads(sql: Queryable): Promise<SealRow[]> {
  return sql<SealRow[]>`
    SELECT head.chain, head.seal_no AS "sealNo", head.line_id AS "lineId", head.hmac FROM generate_series(0, 63) AS chains (chain)
    CROSS JOIN LATERAL (SELECT * FROM audit_seals s WHERE s.chain = chains.chain ORDER BY s.seal_no DESC LIMIT 1) head`
}

/** The seals at these places, where there are any. */
export async function findSeals(sql: Queryable, places: readonly { chain: number; sealNo: number }[]): Promise<SealRow[]> {
  return sql<SealRow[]>`
    SELECT s.chain, s.seal_no AS "sealNo", s.line_id AS "lineId", s.hmac
    FROM unnest(${places.map((place) => place.chain)}::smallint[], ${places.map((place) => place.sealNo)}::bigint[]) AS place (chain, seal_no)
    JOIN audit_seals s USING (chain, seal_no)`
}

export async function insertSeals(sql: Queryable, seals: readonly SealRow[]): Promise<void> {
  const columns = {
    chain: seals.map((seal) => seal.chain),
    sealNo: seals.map((seal) => seal.sealNo),
    lineId: seals.map((seal) => seal.lineId),
    hmac: seals.map((seal) => seal.hmac.toString('hex')),
  }
  await sql`
    INSERT INTO audit_seals (chain, seal_no, line_id, hmac)
    SELECT chain, seal_no, line_id, decode(hmac, 'hex')
    FROM unnest(${columns.chain}::smallint[], ${columns.sealNo}::bigint[], ${columns.lineId}::bigint[], ${columns.hmac}::text[]) AS seal (chain, seal_no, line_id, hmac)`
}

/** One page of a chain in the order of its seals, each with the line it stands for, if that is still there. */
export async function listSealedLines(
  sql: Queryable,
  chain: number,
  afterSealNo: number,
  limit: number,
): Promise<(SealRow & { line: LineRow | null })[]> {
  const rows = await sql<(LineRow & { sealNo: number; sealedLineId: number; hmac: Buffer; there: boolean })[]>`
    SELECT s.seal_no AS "sealNo", s.line_id AS "sealedLineId", s.hmac, l.line_id IS NOT NULL AS there, ${columnsOf(sql)}
    FROM audit_seals s LEFT JOIN audit_lines l ON l.line_id = s.line_id
    WHERE s.chain = ${chain} AND s.seal_no > ${afterSealNo} ORDER BY s.seal_no LIMIT ${limit}`
  return rows.map(({ sealNo, sealedLineId, hmac, there, ...line }) => ({
    chain,
    sealNo,
    lineId: sealedLineId,
    hmac,
    line: there ? line : null,
  }))
}

/** A line that neither has a seal nor waits for one: its seal was taken away, or it was slipped in. */
export async function findUnsealedLine(sql: Queryable): Promise<number | null> {
  const [row] = await sql<{ lineId: number }[]>`
    SELECT l.line_id AS "lineId" FROM audit_lines l
    WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.line_id = l.line_id) AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.line_id = l.line_id)
    ORDER BY l.line_id LIMIT 1`
  return row?.lineId ?? null
}

export async function countLines(sql: Queryable): Promise<{ lines: number; waiting: number }> {
  const [row] = await sql<
    { lines: number; waiting: number }[]
  >`SELECT (SELECT count(*) FROM audit_lines) AS lines, (SELECT count(*) FROM audit_unsealed) AS waiting`
  return row ?? { lines: 0, waiting: 0 }
}

/**
 * The person's own part: who looked at or changed their data, newest first, at most 500 lines. What happened to their registration before the
 * counter knew whose it was belongs to it too, once it was approved.
 */
export async function listAccesses(sql: Queryable, personId: number): Promise<AccessRow[]> {
  return sql<AccessRow[]>`
    SELECT l.at, l.actor_kind AS "actorKind", l.actor_id AS "actorId", coalesce(u.full_name, eo.full_name) AS "staffName", l.action, coalesce(o.name, e.name) AS "officeName"
    FROM audit_lines l
    LEFT JOIN staff_users u ON l.actor_kind = 'staff' AND u.staff_id::text = l.actor_id
    LEFT JOIN offices o ON o.office_id = u.office_id
    LEFT JOIN employer_officers eo ON l.actor_kind = 'employer' AND eo.officer_id::text = l.actor_id
    LEFT JOIN employers e ON e.employer_id = eo.employer_id
    WHERE l.line_id IN (
      SELECT line_id FROM audit_lines WHERE person_id = ${personId}
      UNION SELECT line_id FROM audit_lines WHERE person_id IS NULL AND registration_id IN (
        SELECT registration_id FROM registrations WHERE person_id = ${personId} AND state IN ('approved', 'activated')))
    ORDER BY l.at DESC, l.line_id DESC LIMIT 500`
}

/** The name of a citizen who looked at somebody else's data; that person's own shard. */
export async function findReaderName(sql: Queryable, readerPersonId: number): Promise<string | null> {
  const [row] = await sql<{ fullName: string }[]>`SELECT full_name AS "fullName" FROM persons WHERE person_id = ${readerPersonId}`
  return row?.fullName ?? null
}

import type { CivilDate, StatementContent, StatementField, StatementKind } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type StatementRow = {
  personId: number
  statementId: string
  kind: StatementKind
  year: number | null
  issuedAt: Date
  /** The civil day of issue in Viet Nam. */
  issuedOn: CivilDate
  validUntil: CivilDate | null
  fields: StatementField[]
  sealedCode: Buffer
  sealedContent: Buffer
  withdrawn: boolean
  /** Kept long enough: nothing of it can be opened any more. */
  erased: boolean
  today: CivilDate
}
export type NewStatement = Pick<
  StatementRow,
  'personId' | 'statementId' | 'year' | 'validUntil' | 'fields' | 'sealedCode' | 'sealedContent'
> & {
  kind: StatementContent['kind']
}

const columns = (sql: Queryable) => sql`
  s.person_id AS "personId", s.statement_id AS "statementId", s.kind, s.year, s.issued_at AS "issuedAt", (s.issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "issuedOn",
  s.valid_until AS "validUntil", s.shown_fields AS fields, s.sealed_code AS "sealedCode", s.sealed_content AS "sealedContent", s.withdrawn_at IS NOT NULL AS withdrawn, s.erased_at IS NOT NULL AS erased,
  ansinh_today() AS today`

/** A person's statements, newest first. Their content stays sealed. Papers of other features are theirs to list. */
export async function listStatementRows(sql: Queryable, personId: number): Promise<StatementRow[]> {
  return [
    ...(await sql<
      StatementRow[]
    >`SELECT ${columns(sql)} FROM statements s WHERE s.person_id = ${personId} AND s.kind <> 'data-export' AND s.erased_at IS NULL ORDER BY s.issued_at DESC, s.statement_id LIMIT 200`),
  ]
}

export async function findStatement(sql: Queryable, personId: number, statementId: string): Promise<StatementRow | null> {
  const [row] = await sql<
    StatementRow[]
  >`SELECT ${columns(sql)} FROM statements s WHERE s.person_id = ${personId} AND s.statement_id = ${statementId} AND s.kind <> 'data-export'`
  return row ?? null
}

/** A paper of any feature, for whoever checks it. */
export async function findPaper(sql: Queryable, personId: number, statementId: string): Promise<Omit<StatementRow, 'kind'> | null> {
  const [row] = await sql<
    StatementRow[]
  >`SELECT ${columns(sql)} FROM statements s WHERE s.person_id = ${personId} AND s.statement_id = ${statementId}`
  return row ?? null
}

/** The sealed codes of another feature's papers. */
export async function listPaperRows(
  sql: Queryable,
  personId: number,
  kind: StatementContent['kind'],
): Promise<Pick<StatementRow, 'personId' | 'statementId' | 'sealedCode'>[]> {
  return sql<Pick<StatementRow, 'personId' | 'statementId' | 'sealedCode'>[]>`
    SELECT person_id AS "personId", statement_id AS "statementId", sealed_code AS "sealedCode" FROM statements WHERE person_id = ${personId} AND kind = ${kind}`
}

export async function readStatementDay(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('the database gives no date')
  return row.today
}

/** False when the person has a statement of this id already. */
export async function insertStatement(sql: Queryable, statement: NewStatement): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO statements (person_id, statement_id, kind, year, valid_until, shown_fields, sealed_code, sealed_content)
    VALUES (${statement.personId}, ${statement.statementId}, ${statement.kind}, ${statement.year}, ${statement.validUntil}, ${[...statement.fields]},
      ${statement.sealedCode}, ${statement.sealedContent})
    ON CONFLICT DO NOTHING`
  return count === 1
}

/** Fails on a code that is there already: the caller's transaction ends and is tried again with another. */
export async function insertStatementCode(
  sql: Queryable,
  { codeHmac, personId, statementId }: { codeHmac: Buffer; personId: number; statementId: string },
): Promise<void> {
  await sql`INSERT INTO statement_codes (code_hmac, person_id, statement_id) VALUES (${codeHmac}, ${personId}, ${statementId})`
}

/** Where a code leads. */
export async function findStatementByCode(sql: Queryable, codeHmac: Buffer): Promise<{ personId: number; statementId: string } | null> {
  const [row] = await sql<
    { personId: number; statementId: string }[]
  >`SELECT person_id AS "personId", statement_id AS "statementId" FROM statement_codes WHERE code_hmac = ${codeHmac}`
  return row ?? null
}

/** True when it was not withdrawn before. */
export async function markWithdrawn(sql: Queryable, personId: number, statementId: string): Promise<boolean> {
  const { count } =
    await sql`UPDATE statements SET withdrawn_at = ansinh_now() WHERE person_id = ${personId} AND statement_id = ${statementId} AND withdrawn_at IS NULL`
  return count === 1
}

/** Empties what was issued so many months ago; a few at a time. Answers how many. */
export async function eraseOldStatements(sql: Queryable, months: number, limit: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`SELECT erase_old_statements(make_interval(months => ${months}), ${limit}) AS count`
  return row?.count ?? 0
}

/** A file that leaves is remembered, so that it can be told from one that was changed. The same file again changes nothing. */
export async function rememberFile(sql: Queryable, personId: number, statementId: string, hash: Buffer): Promise<void> {
  await sql`UPDATE statements SET file_hashes = file_hashes || ${hash}::bytea
    WHERE person_id = ${personId} AND statement_id = ${statementId} AND NOT ${hash}::bytea = ANY(file_hashes)`
}

/** Whether a file of this SHA-256 was handed out for the statement. */
export async function isKnownFile(sql: Queryable, personId: number, statementId: string, hash: Buffer): Promise<boolean> {
  const [row] = await sql<
    { known: boolean }[]
  >`SELECT ${hash}::bytea = ANY(file_hashes) AS known FROM statements WHERE person_id = ${personId} AND statement_id = ${statementId}`
  return row?.known ?? false
}

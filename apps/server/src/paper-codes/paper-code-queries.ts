import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type PaperCodeRow = {
  kind: 'health-card' | 'receipt'
  issuedAt: Date
  validUntil: CivilDate | null
  sealedContent: Buffer
  today: CivilDate
}
type NewPaperCode = { codeHmac: Buffer; kind: PaperCodeRow['kind']; validUntil: CivilDate | null; sealedContent: Buffer }

/** The same paper printed again has the same code, and changes nothing. */
export async function insertPaperCode(sql: Queryable, { codeHmac, kind, validUntil, sealedContent }: NewPaperCode): Promise<void> {
  await sql`INSERT INTO paper_codes (code_hmac, kind, valid_until, sealed_content) VALUES (${codeHmac}, ${kind}, ${validUntil}, ${sealedContent})
    ON CONFLICT DO NOTHING`
}

export async function findPaperCodeRow(sql: Queryable, codeHmac: Buffer): Promise<PaperCodeRow | null> {
  const [row] = await sql<PaperCodeRow[]>`
    SELECT kind, issued_at AS "issuedAt", valid_until AS "validUntil", sealed_content AS "sealedContent", ansinh_today() AS today
    FROM paper_codes WHERE code_hmac = ${codeHmac}`
  return row ?? null
}

/** A file that leaves is remembered, so that it can be told from one that was changed. */
export async function addPaperFile(sql: Queryable, codeHmac: Buffer, hash: Buffer): Promise<void> {
  await sql`UPDATE paper_codes SET file_hashes = file_hashes || ${hash}::bytea WHERE code_hmac = ${codeHmac} AND NOT ${hash}::bytea = ANY(file_hashes)`
}

export async function isFileOfPaper(sql: Queryable, codeHmac: Buffer, hash: Buffer): Promise<boolean> {
  const [row] = await sql<
    { known: boolean }[]
  >`SELECT ${hash}::bytea = ANY(file_hashes) AS known FROM paper_codes WHERE code_hmac = ${codeHmac}`
  return row?.known ?? false
}

/** Forgets what was issued so many months ago, a few at a time. Answers how many. */
export async function deleteOldPaperCodes(sql: Queryable, months: number, limit: number): Promise<number> {
  const { count } = await sql`DELETE FROM paper_codes WHERE code_hmac IN (
    SELECT code_hmac FROM paper_codes WHERE issued_at < ansinh_now() - make_interval(months => ${months}) ORDER BY issued_at LIMIT ${limit})`
  return count
}

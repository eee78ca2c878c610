import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What one field of a row may be; dates and months as text, JSON as its text. */
export type CopyField = string | number | null

/** Large enough for few messages, small enough to be nothing in memory. */
const PIECE_CHARACTERS = 65_536
const SPECIAL = /[\\\t\n\r]/u
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const toText = (field: CopyField): string => {
  if (field === null) return '\\N'
  if (typeof field === 'number') return String(field)
  return SPECIAL.test(field) ? field.replaceAll(/[\\\t\n\r]/gu, (character) => ESCAPES[character] ?? character) : field
}

function* toPieces(rows: Iterable<readonly CopyField[]>): Generator<string> {
  let piece = ''
  for (const row of rows) {
    piece += `${row.map(toText).join('\t')}\n`
    if (piece.length < PIECE_CHARACTERS) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/**
 * Rows into the database in PostgreSQL's own text format (the manual's page on COPY), read one by one as the connection takes them:
 * `copyRows(sql\`COPY … (…) FROM STDIN\`, rows)`. Fields in the order of the statement's columns.
 */
export async function copyRows(statement: { writable(): Promise<Writable> }, rows: Iterable<readonly CopyField[]>): Promise<void> {
  await pipeline(Readable.from(toPieces(rows)), await statement.writable())
}

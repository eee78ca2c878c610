import { stringify } from 'csv-stringify/sync'
import type { ExportRow } from '../audit/index.ts'

/** What a table program would run instead of showing it; an apostrophe makes it text. */
const RUNS = /^[=+\-@\t\r]/u
const neutral = (cell: string): string => (RUNS.test(cell) ? `'${cell}` : cell)

const HEAD = ['lineId', 'at', 'actorKind', 'actorId', 'action', 'personId', 'registrationId', 'reasonCode', 'requestId', 'details'] as const

/** To look through in a table program: UTF-8 with a mark, so that accents are read. What can be proved is the file with the seals. */
export const writeTable = (rows: readonly ExportRow[]): Buffer =>
  Buffer.from(`\uFEFF${stringify([[...HEAD], ...rows.map((row) => HEAD.map((name) => neutral(String(row[name] ?? ''))))])}`, 'utf8')

import { createHash } from 'node:crypto'
import type { Keyring } from '../platform/keyring.ts'
import type { LineRow } from './audit-queries.ts'
import { CHAIN_START, sealLine } from './chain-seal.ts'
import type { ExportRow } from './export-queries.ts'

const KIND = 'an-sinh-audit-export-1'
type Head = { fromOn: string; toOn: string; officeIds: readonly number[] }
type ExportedLine = LineRow & { sealNo: number; seal: string; previousSeal: string }

const toLine = ({ hmac, previousHmac, ...line }: ExportRow): ExportedLine => ({
  ...line,
  seal: hmac.toString('base64url'),
  previousSeal: (previousHmac ?? CHAIN_START).toString('base64url'),
})

const sealOf = (keyring: Keyring, text: string): string =>
  keyring.hmac('audit', `export/${createHash('sha256').update(text).digest('base64url')}`).toString('base64url')

/** JSON lines: what was asked for, the lines with their seals, and last how many they are with a seal over everything before. */
export function writeExport(keyring: Keyring, head: Head, rows: readonly ExportRow[]): string {
  const body = [JSON.stringify({ kind: KIND, ...head }), ...rows.map((row) => JSON.stringify(toLine(row)))].join('\n')
  return `${body}\n${JSON.stringify({ end: true, lines: rows.length, seal: sealOf(keyring, body) })}\n`
}

const isWhole = (keyring: Keyring, line: ExportedLine): boolean => {
  const { seal, previousSeal, sealNo, ...row } = line
  const place = { chain: row.chain, sealNo, lineId: row.lineId }
  return sealLine(keyring, Buffer.from(previousSeal, 'base64url'), place, row).toString('base64url') === seal
}

/** With the key and without the database: the first thing that is not as it left here, or null. */
export function verifyExport(keyring: Keyring, text: string): { lines: number; finding: string | null } {
  const parts = text.trimEnd().split('\n')
  const end = JSON.parse(parts.at(-1) ?? '{}') as { end?: boolean; seal?: string }
  const lines = parts.slice(1, -1).map((part) => JSON.parse(part) as ExportedLine)
  const altered = lines.find((line) => !isWhole(keyring, line))
  if (altered !== undefined) return { lines: lines.length, finding: `line ${altered.lineId} is not as it was written` }
  const isEnded = end.end === true && end.seal === sealOf(keyring, parts.slice(0, -1).join('\n'))
  return { lines: lines.length, finding: isEnded ? null : 'lines were taken out of the file, added or put in another order' }
}

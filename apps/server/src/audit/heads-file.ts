import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Keyring } from '../platform/keyring.ts'
import type { SealRow } from './audit-queries.ts'

/** Newest seal of a chain at some minute. `hmac` as base64url. */
export type Head = { chain: number; sealNo: number; lineId: number; hmac: string }
/** `broken`: when this was written, the heads written before were no longer in the database. */
type HeadsLine = { at: string; heads: Head[]; broken: Head[]; mac: string }
export type HeadsRead = {
  /** Newest head of each chain. */
  heads: Map<number, Head>
  /** First head that was found cut off while the system ran. */
  broken: Head | null
  /** Number of the first line (from 1) that was changed, or follows one taken out. */
  damagedAt: number | null
  lastMac: string
  sizeBytes: number
}

const macOf = (keyring: Keyring, previousMac: string, line: Omit<HeadsLine, 'mac'>): string =>
  keyring.hmac('audit', `heads/${previousMac}/${JSON.stringify([line.at, line.heads, line.broken])}`).toString('base64url')

/** Half a line is what a process killed in mid-write leaves; it counts as not written. */
const parseLine = (text: string): HeadsLine | null => {
  try {
    const parsed: unknown = JSON.parse(text)
    const isLine =
      typeof parsed === 'object' &&
      parsed !== null &&
      'heads' in parsed &&
      Array.isArray(parsed.heads) &&
      'broken' in parsed &&
      Array.isArray(parsed.broken)
    return isLine ? (parsed as HeadsLine) : null
  } catch {
    return null
  }
}

export const headOf = (seal: SealRow): Head => ({
  chain: seal.chain,
  sealNo: seal.sealNo,
  lineId: seal.lineId,
  hmac: seal.hmac.toString('base64url'),
})

/** Bytes; 0 when there is none. Another size than remembered: another process wrote. */
export const sizeOfHeads = async (file: string): Promise<number> => (existsSync(file) ? (await stat(file)).size : 0)

/** Reads the separate append-only store line by line. Its lines are chained too: one changed or taken out of the middle is found. */
export async function readHeads(keyring: Keyring, file: string): Promise<HeadsRead> {
  const read: HeadsRead = { heads: new Map(), broken: null, damagedAt: null, lastMac: '', sizeBytes: await sizeOfHeads(file) }
  if (read.sizeBytes === 0) return read
  let number = 0
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1
    const line = parseLine(text)
    if (line === null) continue
    if (macOf(keyring, read.lastMac, line) !== line.mac) read.damagedAt ??= number
    read.lastMac = line.mac
    read.broken ??= line.broken[0] ?? null
    for (const head of line.heads) read.heads.set(head.chain, head)
  }
  return read
}

/** Appends heads and waits until they are on the disk. Answers what a reader would now read. */
export async function appendHeads(keyring: Keyring, file: string, before: HeadsRead, heads: Head[], broken: Head[]): Promise<HeadsRead> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const line = { at: new Date().toISOString(), heads, broken }
  const mac = macOf(keyring, before.lastMac, line)
  const handle = await open(file, 'a', 0o600)
  try {
    // An empty first line, so that a half line left by a killed process does not swallow this one.
    await handle.write(`${before.sizeBytes === 0 ? '' : '\n'}${JSON.stringify({ ...line, mac })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  const newest = new Map(before.heads)
  for (const head of heads) newest.set(head.chain, head)
  return {
    heads: newest,
    broken: before.broken ?? broken[0] ?? null,
    damagedAt: before.damagedAt,
    lastMac: mac,
    sizeBytes: await sizeOfHeads(file),
  }
}

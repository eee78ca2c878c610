import type { Platform } from '../platform/platform.ts'
import { countLines, findUnsealedLine, listSealedLines } from './audit-queries.ts'
import { CHAIN_START, sealLine } from './chain-seal.ts'
import { type Head, type HeadsRead, readHeads } from './heads-file.ts'
import { CHAIN_COUNT } from './audit-line.ts'

/** `finding`: the first thing that is not as it was written, with the line's number; null when all holds. `waiting`: not sealed yet. */
export type AuditVerdict = { ok: boolean; lines: number; waiting: number; finding: string | null }

const PAGE = 5000
const AT_ONCE = 4

type Access = Pick<Platform, 'sql' | 'keyring'>

/** Walks one chain from its start. Answers the first finding, or null; `head` is what the store outside remembers of it. */
const verifyChain = async ({ sql, keyring }: Access, chain: number, head: Head | undefined): Promise<string | null> => {
  let previous: Buffer = CHAIN_START
  let sealNo = 0
  let headSeen = head === undefined
  for (;;) {
    const page = await listSealedLines(sql, chain, sealNo, PAGE)
    for (const row of page) {
      const where = `chain ${chain}, seal ${row.sealNo}`
      if (row.sealNo !== sealNo + 1) return `seals ${sealNo + 1} to ${row.sealNo - 1} of chain ${chain} are gone, before line ${row.lineId}`
      if (row.line === null) return `line ${row.lineId} is gone (${where})`
      const expected = sealLine(keyring, previous, { chain, sealNo: row.sealNo, lineId: row.lineId }, row.line)
      if (!expected.equals(row.hmac)) return `line ${row.lineId} is not as it was written, or stands in another place (${where})`
      if (row.sealNo === head?.sealNo) {
        if (row.hmac.toString('base64url') !== head.hmac) return `line ${row.lineId} is not the one the store outside remembers (${where})`
        headSeen = true
      }
      previous = row.hmac
      sealNo = row.sealNo
    }
    if (page.length < PAGE)
      return headSeen || head === undefined ? null : `chain ${chain} was cut off after seal ${sealNo}: line ${head.lineId} is gone`
  }
}

/** Several chains side by side: while one page is on its way another one is compared. Stops at the first finding; the lowest chain's is told. */
const verifyChains = async (platform: Access, heads: ReadonlyMap<number, Head>): Promise<string | null> => {
  const findings = new Map<number, string>()
  let next = 0
  const walk = async (): Promise<void> => {
    while (next < CHAIN_COUNT && findings.size === 0) {
      const chain = next
      next += 1
      const finding = await verifyChain(platform, chain, heads.get(chain))
      if (finding !== null) findings.set(chain, finding)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walk))
  const [lowest] = [...findings.keys()].toSorted((one, other) => one - other)
  return lowest === undefined ? null : (findings.get(lowest) ?? null)
}

const verifyStore = (store: HeadsRead): string | null => {
  if (store.damagedAt !== null) return `the store of heads was changed at its line ${store.damagedAt}`
  return store.broken === null ? null : `chain ${store.broken.chain} was cut off while the system ran: line ${store.broken.lineId} was gone`
}

/** Compares lines, chains and the heads outside. Change, deletion, reordering and cutting off by the database's owner are found. */
export async function verifyAudit(platform: Pick<Platform, 'sql' | 'keyring' | 'settings'>): Promise<AuditVerdict> {
  const store = await readHeads(platform.keyring, platform.settings.auditHeadsFile)
  let finding = (await verifyChains(platform, store.heads)) ?? verifyStore(store)
  const stray = finding === null ? await findUnsealedLine(platform.sql) : null
  if (stray !== null) finding = `line ${stray} has no seal and does not wait for one`
  return { ok: finding === null, ...(await countLines(platform.sql)), finding }
}

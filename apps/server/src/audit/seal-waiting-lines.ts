import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { claimSealing, insertSeals, listHeads, type SealRow, takeWaitingLines } from './audit-queries.ts'
import { CHAIN_START, sealLine } from './chain-seal.ts'

const BATCH = 2000

/** Seals what waits, at most one batch. Answers how many lines; null when another process is sealing. */
export async function sealWaitingLines(platform: Pick<Platform, 'sql' | 'keyring'>): Promise<number | null> {
  return inTransaction(platform, async (transaction) => {
    if (!(await claimSealing(transaction))) return null
    const waiting = await takeWaitingLines(transaction, BATCH)
    if (waiting.length === 0) return 0
    const heads = new Map((await listHeads(transaction)).map((head) => [head.chain, head]))
    const seals: SealRow[] = []
    for (const { lineId, chain, line } of waiting) {
      const before = heads.get(chain)
      const place = { chain, sealNo: (before?.sealNo ?? 0) + 1, lineId }
      const seal = { ...place, hmac: sealLine(platform.keyring, before?.hmac ?? CHAIN_START, place, line) }
      heads.set(chain, seal)
      seals.push(seal)
    }
    await insertSeals(transaction, seals)
    return seals.length
  })
}

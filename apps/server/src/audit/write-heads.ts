import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { claimSealing, findSeals, listHeads } from './audit-queries.ts'
import { appendHeads, type Head, type HeadsRead, headOf, readHeads, sizeOfHeads } from './heads-file.ts'

/**
 * Writes the heads that moved to the append-only store. Each time the heads written before are looked for again: a chain that was cut
 * and has grown anew is noted for good, so only the newest heads need comparing later. Answers the store as it is now.
 */
export async function writeHeads(
  platform: Pick<Platform, 'sql' | 'keyring' | 'settings' | 'log'>,
  known: HeadsRead | null,
): Promise<HeadsRead | null> {
  const file = platform.settings.auditHeadsFile
  return inTransaction(platform, async (transaction) => {
    if (!(await claimSealing(transaction))) return known
    const current = known !== null && known.sizeBytes === (await sizeOfHeads(file)) ? known : await readHeads(platform.keyring, file)
    const broken = await listBroken(transaction, [...current.heads.values()])
    if (broken.length > 0) platform.log.error({ chains: broken.map((head) => head.chain) }, 'audit chain broken')
    const moved = (await listHeads(transaction)).map(headOf).filter((head) => current.heads.get(head.chain)?.hmac !== head.hmac)
    return moved.length + broken.length === 0 ? current : appendHeads(platform.keyring, file, current, moved, broken)
  })
}

const listBroken = async (transaction: Parameters<typeof findSeals>[0], heads: Head[]): Promise<Head[]> => {
  const there = new Map((await findSeals(transaction, heads)).map((seal) => [seal.chain, headOf(seal)]))
  return heads.filter((head) => there.get(head.chain)?.hmac !== head.hmac)
}

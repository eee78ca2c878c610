import { recordAudit } from '../audit/index.ts'
import { insertOrganisation, findOrganisationKind } from '../employer-officers/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import {
  addUp,
  findEmployerCode,
  holdSettling,
  listTakenBack,
  listUnsettled,
  type Merger,
  moveLines,
  type SettledMerger,
  takeLinesBack,
  writeMerger,
} from './merger-queries.ts'

/** What another feature does when the lines have moved; how many agreements ended with it. */
export type MergerFollower = (transaction: Transaction, merger: SettledMerger) => Promise<{ consentsEnded?: number }>

const BATCH = 20
const actor = { kind: 'system', job: 'settle-mergers' } as const

const settleOne = async (transaction: Transaction, merger: Merger, followers: readonly MergerFollower[]): Promise<void> => {
  const { fromEmployerId, toEmployerId } = merger
  const { mergerId, officers } = await writeMerger(transaction, merger)
  if (officers === 'carried') {
    const kind = await findOrganisationKind(transaction, fromEmployerId)
    if (kind !== null) await insertOrganisation(transaction, { employerId: toEmployerId, kind, staffId: null })
  }
  const settled = { ...merger, mergerId }
  const lines = await moveLines(transaction, settled, `merged from ${await findEmployerCode(transaction, fromEmployerId)}`)
  let consentsEnded = 0
  for (const follow of followers) consentsEnded += (await follow(transaction, settled)).consentsEnded ?? 0
  await addUp(transaction, settled, { ...lines, consentsEnded })
  const details = { mergerId, fromEmployerId, toEmployerId, officers, ...lines, consentsEnded }
  await recordAudit(transaction, { actor, action: 'employer-merged', details })
}

const takeOneBack = async (transaction: Transaction, merger: SettledMerger): Promise<void> => {
  const restored = await takeLinesBack(transaction, merger)
  await recordAudit(transaction, { actor, action: 'employer-merger-undone', details: { ...merger, restored } })
}

/** Does `work` for what `list` finds, one transaction each, until nothing is left. Safe to kill at any moment, and to run twice. */
async function each<T>(
  platform: Pick<Platform, 'sql'>,
  list: (transaction: Transaction, limit: number) => Promise<T[]>,
  work: (transaction: Transaction, one: T) => Promise<void>,
): Promise<number> {
  for (let count = 0; ; count += 1) {
    const one = await inTransaction(platform, async (transaction) => {
      await holdSettling(transaction)
      const [next] = await list(transaction, 1)
      if (next !== undefined) await work(transaction, next)
      return next
    })
    if (one === undefined || count >= BATCH) return count
  }
}

/** Follows the register: what it says no more is taken back first, then what it says is done. */
export async function settleMergers(
  platform: Pick<Platform, 'sql'>,
  followers: readonly MergerFollower[],
): Promise<{ undone: number; settled: number }> {
  const undone = await each(platform, listTakenBack, takeOneBack)
  const settled = await each(platform, listUnsettled, (transaction, merger) => settleOne(transaction, merger, followers))
  return { undone, settled }
}

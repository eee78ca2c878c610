import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { claimFollowing, type EntryKey, followChanges, hasChanges, recountEntries } from './follow-queries.ts'

const BATCH = 5000

/** Follows what changed until nothing waits. Answers how many entries moved; null when another worker is at it. Safe to kill at any moment. */
export async function followRollouts(platform: Pick<Platform, 'sql'>): Promise<number | null> {
  let moved = 0
  while (await hasChanges(platform.sql)) {
    const turn = await inTransaction(platform, async (transaction) =>
      (await claimFollowing(transaction)) ? followChanges(transaction, BATCH) : null,
    )
    if (turn === null) return null
    moved += turn.moved
  }
  return moved
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

type Turn = { last: EntryKey | null; moved: number }

const recountFrom = async (platform: Pick<Platform, 'sql'>, after: EntryKey | null): Promise<Turn> => {
  for (;;) {
    const turn = await inTransaction(platform, async (transaction) =>
      (await claimFollowing(transaction)) ? recountEntries(transaction, after, BATCH) : null,
    )
    if (turn !== null) return turn
    await pause(200)
  }
}

/** By night: every entry anew, for what no note tells (an account that was stopped, a number that a file brought). Answers how many moved. */
export async function recountRollouts(platform: Pick<Platform, 'sql'>): Promise<number> {
  let turn = await recountFrom(platform, null)
  let moved = turn.moved
  while (turn.last !== null) {
    turn = await recountFrom(platform, turn.last)
    moved += turn.moved
  }
  return moved
}

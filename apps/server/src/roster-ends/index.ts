import { keptFor } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { endDueLines, eraseLines } from './ended-line-queries.ts'
import { type MergerFollower, settleMergers } from './settle-mergers.ts'

export { endDueLines, settleMergers }

const ERASED_AT_ONCE = 2000

/** Lines that ended longer ago than they may be kept. */
export async function eraseEndedLines(platform: Pick<Platform, 'sql'>): Promise<number> {
  for (let erased = 0; ;) {
    const now = await eraseLines(platform.sql, keptFor('roster-line'), ERASED_AT_ONCE)
    erased += now
    if (now < ERASED_AT_ONCE) return erased
  }
}

/** Every five minutes: lines whose day has come, and employers that were merged or renamed. By night: lines that ended long ago. */
export async function startRosterEndJobs(platform: Platform, followers: readonly MergerFollower[]): Promise<void> {
  const { jobs, log, sql } = platform
  await jobs.work('settle-rosters', async () => {
    const ended = await endDueLines(sql)
    const mergers = await settleMergers(platform, followers)
    if (ended + mergers.settled + mergers.undone > 0) log.info({ ended, ...mergers }, 'rosters settled')
  })
  await jobs.schedule('settle-rosters', '*/5 * * * *')
  await jobs.work('erase-roster-lines', async () => {
    log.info({ lines: await eraseEndedLines(platform) }, 'roster lines erased')
  })
  await jobs.schedule('erase-roster-lines', '25 3 * * *')
}

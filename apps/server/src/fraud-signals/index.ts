import { keptInterval } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { findHastyClerks } from './find-hasty-clerks.ts'
import { findSignals } from './find-signals.ts'
import { deleteOldTraces } from './fraud-facts-queries.ts'

export { findHastyClerks } from './find-hasty-clerks.ts'
export { findSignals } from './find-signals.ts'
export { clearReviewed, listSignals, type SignalRow } from './fraud-signal-queries.ts'

const eraseTraces = (platform: Platform): Promise<number> => {
  return deleteOldTraces(platform.sql, keptInterval('fraud-trace'))
}

/** Signals after every submission, hasty days by the hour, old traces by night. */
export async function startFraudSignalJobs(platform: Platform): Promise<void> {
  const { jobs, log } = platform
  await jobs.work('find-signals', async ({ registrationId }) => {
    if (typeof registrationId === 'string') await findSignals(platform, [registrationId])
  })
  await jobs.work('find-hasty-clerks', async () => log.info({ days: await findHastyClerks(platform) }, 'hasty days looked for'))
  await jobs.work('erase-fraud-traces', async () => log.info({ traces: await eraseTraces(platform) }, 'old traces erased'))
  await jobs.schedule('find-hasty-clerks', '25 * * * *')
  await jobs.schedule('erase-fraud-traces', '45 2 * * *')
}

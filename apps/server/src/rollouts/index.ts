import type { Platform } from '../platform/platform.ts'
import { followRollouts, recountRollouts } from './follow-rollouts.ts'
import { startRolloutFollower } from './start-rollout-follower.ts'

export { insertAccountChange as noteAccountChange } from './follow-queries.ts'
export { followRollouts, recountRollouts }

/** Follows every change within seconds, and counts everything anew by night. */
export async function startRolloutJobs(platform: Platform): Promise<{ stop: () => Promise<void> }> {
  await platform.jobs.work('recount-rollouts', async () => {
    platform.log.info({ moved: await recountRollouts(platform) }, 'roll-outs counted anew')
  })
  await platform.jobs.schedule('recount-rollouts', '40 1 * * *')
  return startRolloutFollower(platform)
}

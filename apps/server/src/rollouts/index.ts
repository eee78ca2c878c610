import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getEmployerWishes, setEmployerWishes } from './employer-wishes.ts'
import { followRollouts, recountRollouts } from './follow-rollouts.ts'
import { getRollout } from './get-rollout.ts'
import { listRolloutPeople } from './list-rollout-people.ts'
import { setRolloutTarget } from './set-rollout-target.ts'
import { startRolloutFollower } from './start-rollout-follower.ts'

export { insertAccountChange as noteAccountChange } from './follow-queries.ts'
export { followRollouts, recountRollouts }

/** How far an employer's people are, its targets, and what a person lets the employer know. */
export function registerRollouts(server: Server, platform: Platform): void {
  for (const register of [getRollout, listRolloutPeople, setRolloutTarget, getEmployerWishes, setEmployerWishes]) register(server, platform)
}

/** Follows every change within seconds, and counts everything anew by night. */
export async function startRolloutJobs(platform: Platform): Promise<{ stop: () => Promise<void> }> {
  await platform.jobs.work('recount-rollouts', async () => {
    platform.log.info({ moved: await recountRollouts(platform) }, 'roll-outs counted anew')
  })
  await platform.jobs.schedule('recount-rollouts', '40 1 * * *')
  return startRolloutFollower(platform)
}

import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { countRollout } from './count-rollout-job.ts'
import { exportRollout } from './export-rollout.ts'
import { getProgress } from './get-progress.ts'
import { listCampaigns } from './list-campaigns.ts'
import { saveCampaign } from './save-campaign.ts'

export { type EmployerFilter, listEmployerIds } from './progress-queries.ts'
export { countRollout } from './count-rollout-job.ts'

/** The agency's desk for the roll-out: what is aimed at, how far employers are. Nobody is named in it. */
export function registerCampaigns(server: Server, platform: Platform): void {
  for (const register of [listCampaigns, saveCampaign, getProgress, exportRollout]) register(server, platform)
}

/** Every minute what changed; by night everything from the ground. */
export async function startCampaignJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('count-rollout', () => countRollout(platform, { whole: false }))
  await platform.jobs.work('recount-rollout', () => countRollout(platform, { whole: true }))
  await platform.jobs.schedule('count-rollout', '* * * * *')
  await platform.jobs.schedule('recount-rollout', '30 1 * * *')
}

import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { applyAccountStops } from './apply-account-stops-job.ts'
import { askAccountStop } from './ask-account-stop.ts'
import { cancelAccountStop } from './cancel-account-stop.ts'
import { getAccountStopForm } from './get-account-stop-form.ts'
import { getAccountStop } from './get-account-stop.ts'
import { sendAccountStopCode } from './send-account-stop-code.ts'

export { takeBackStops } from './take-back-stops.ts'
export { cancelOpenStops } from './account-stop-queries.ts'
export { applyAccountStops, stopNow } from './apply-account-stops-job.ts'

/** Form 01 "ngừng": password and code, a day to take it back, then no more signing in. */
export function registerAccountStops(server: Server, platform: Platform): void {
  for (const register of [getAccountStop, sendAccountStopCode, askAccountStop, cancelAccountStop, getAccountStopForm])
    register(server, platform)
}

export async function startAccountStopJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('apply-account-stops', async () => {
    const stopped = await applyAccountStops(platform)
    if (stopped > 0) platform.log.info({ stopped }, 'accounts stopped')
  })
  await platform.jobs.schedule('apply-account-stops', '*/5 * * * *')
}

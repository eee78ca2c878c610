import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { deskCallBacks } from './desk-call-backs.ts'
import { eraseCallBackPhones } from './erase-call-back-phones-job.ts'
import { lapseCallBacks } from './lapse-call-backs-job.ts'
import { openCallBacks } from './open-call-backs.ts'
import { ownCallBacks } from './own-call-backs.ts'

export { eraseCallBackPhones } from './erase-call-back-phones-job.ts'
export { followClosedDays } from './follow-closed-days.ts'
export { lapseCallBacks } from './lapse-call-backs-job.ts'

/** Being called back by one's office within a window, about a ticket. */
export function registerCallBacks(server: Server, platform: Platform): void {
  for (const register of [ownCallBacks, openCallBacks, deskCallBacks]) register(server, platform)
}

export async function startCallBackJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-call-back-phones', async () =>
    platform.log.info({ phones: await eraseCallBackPhones(platform) }, 'phones of call-backs erased'),
  )
  await platform.jobs.schedule('erase-call-back-phones', '35 3 * * *')
  await platform.jobs.work('lapse-call-backs', async () =>
    platform.log.info({ calls: await lapseCallBacks(platform) }, 'calls that were not made in time'),
  )
  // In the morning: who is told rings or chooses anew while the office is open.
  await platform.jobs.schedule('lapse-call-backs', '10 8 * * *')
}

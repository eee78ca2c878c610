import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { answerNumberRequest } from './answer-number-request.ts'
import { deleteOutdatedNumberRequests, listNumberRequests } from './number-request-queries.ts'
import { requestNumber } from './request-number.ts'

/** Adds "find my insurance number". */
export function registerNumberRequests(server: Server, platform: Platform): void {
  requestNumber(server, platform)
}

export async function startNumberRequestJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('answer-number-request', async ({ requestId }) => {
    if (typeof requestId === 'string') await answerNumberRequest(platform, requestId)
    // Jobs come ten a second; what waits beside this one is answered with it, so that a flood keeps nobody waiting behind it.
    for (const waiting of await listNumberRequests(platform.sql)) await answerNumberRequest(platform, waiting)
  })
  await platform.jobs.work('erase-number-requests', async () =>
    platform.log.info({ erased: await deleteOutdatedNumberRequests(platform.sql) }, 'number requests erased'),
  )
  await platform.jobs.schedule('erase-number-requests', '40 3 * * *')
}

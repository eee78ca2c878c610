import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { decideRequest } from './decide-request.ts'
import { getRequestCasePhoto } from './get-request-case-photo.ts'
import { getRequestCase } from './get-request-case.ts'
import { listRequestQueue } from './list-request-queue.ts'
import { settleRequestDecisionJob, settleRequestDecisions } from './settle-request-decisions.ts'
import { undoRequestDecision } from './undo-request-decision.ts'

export { settleRequestDecisions } from './settle-request-decisions.ts'

/** The desk that decides requests: queue, request field by field, papers, decision, undo. */
export function registerRequests(server: Server, platform: Platform): void {
  for (const register of [listRequestQueue, getRequestCase, getRequestCasePhoto, decideRequest, undoRequestDecision])
    register(server, platform)
}

/** Releases decisions when their undo time is over; what a worker that was away has missed first. */
export async function startRequestJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('settle-request-decision', (data) => settleRequestDecisionJob(platform, data))
  await settleRequestDecisions(platform)
}

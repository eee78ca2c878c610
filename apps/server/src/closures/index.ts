import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { closeOffices } from './close-offices.ts'
import { listClosures } from './list-closures.ts'
import { type ClosureFollower, moveClosureDeadlines } from './move-closure-deadlines-job.ts'
import { previewClosure } from './preview-closure.ts'
import { undoClosure } from './undo-closure.ts'

export { listOrdersById, type OrderRow } from './closure-queries.ts'
export { countMoves } from './count-moves.ts'
export { listArea } from './list-area.ts'
export { orderDays, requireDays, undoDays } from './order-days.ts'
export { type ClosureAtDesk, moveClosureDeadlines } from './move-closure-deadlines-job.ts'

/** An office shut for some days: preview, one action, and one action back. */
export function registerClosures(server: Server, platform: Platform): void {
  for (const register of [listClosures, previewClosure, closeOffices, undoClosure]) register(server, platform)
}

/** `followers`: what else of other features moves with a closure; put together where the jobs are started. */
export async function startClosureJobs(platform: Platform, followers: readonly ClosureFollower[]): Promise<void> {
  await platform.jobs.work('move-closure-deadlines', (data) => moveClosureDeadlines(platform, data, followers))
}

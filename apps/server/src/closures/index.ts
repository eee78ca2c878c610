import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { closeOffices } from './close-offices.ts'
import { listClosures } from './list-closures.ts'
import { moveClosureDeadlines } from './move-closure-deadlines-job.ts'
import { previewClosure } from './preview-closure.ts'
import { undoClosure } from './undo-closure.ts'

export { moveClosureDeadlines } from './move-closure-deadlines-job.ts'

/** An office shut for some days: preview, one action, and one action back. */
export function registerClosures(server: Server, platform: Platform): void {
  for (const register of [listClosures, previewClosure, closeOffices, undoClosure]) register(server, platform)
}

export async function startClosureJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('move-closure-deadlines', (data) => moveClosureDeadlines(platform, data))
}

import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { deleteOldErrorNotes } from './error-note-queries.ts'
import { listenToRefusals } from './error-notes.ts'
import { findReadyAnswers } from './find-ready-answers.ts'
import { listStoryLooks } from './list-story-looks.ts'
import { openErrorStory } from './open-error-story.ts'
import { openPersonStory } from './open-person-story.ts'

/** What a helper needs: what an error meant, how it stands with whom they talk to, and what to answer. */
export function registerSupportDesk(server: Server, platform: Platform): void {
  listenToRefusals(server, platform)
  for (const register of [openErrorStory, openPersonStory, listStoryLooks, findReadyAnswers]) register(server, platform)
}

/** Errors past their thirty days. */
export async function eraseErrorNotes({ sql, log }: Pick<Platform, 'sql' | 'log'>): Promise<void> {
  log.info({ notes: await deleteOldErrorNotes(sql) }, 'error notes erased')
}

export async function startSupportDeskJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-error-notes', () => eraseErrorNotes(platform))
  await platform.jobs.schedule('erase-error-notes', '50 3 * * *')
}

import type { Platform } from '../platform/platform.ts'
import { erasePaperCodes } from './erase-paper-codes-job.ts'

export { type FoundPaper, openPaperCodes } from './find-paper-code.ts'
export { makePaperCode, type PrintedCode, rememberPaperFile } from './make-paper-code.ts'

/** Forgets codes of old papers by night. */
export async function startPaperCodeJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-paper-codes', async () =>
    platform.log.info({ erased: await erasePaperCodes(platform) }, 'paper codes erased'),
  )
  await platform.jobs.schedule('erase-paper-codes', '15 3 * * *')
}

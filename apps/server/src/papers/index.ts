import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { eraseFormScans } from './erase-form-scans-job.ts'
import { filePaper } from './file-paper.ts'
import { getFormScan } from './get-form-scan.ts'
import { readScannedPicture } from './read-scanned-picture.ts'
import { sendAttachment } from './send-attachment.ts'

export { eraseFormScans } from './erase-form-scans-job.ts'

/** The signed form: where the paper lies, and its scan. */
export function registerPapers(server: Server, platform: Platform): void {
  for (const register of [filePaper, sendAttachment, getFormScan]) register(server, platform)
  readScannedPicture(server)
}

/** By night: scans whose time in the archive is over. */
export async function startPaperJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-form-scans', async () =>
    platform.log.info({ scans: await eraseFormScans(platform) }, 'form scans erased'),
  )
  await platform.jobs.schedule('erase-form-scans', '45 2 * * *')
}

import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { decideConsent } from './decide-consent.ts'
import { eraseDataExports } from './erase-data-exports-job.ts'
import { getDataExportFile } from './get-data-export-file.ts'
import { listConsents } from './list-consents.ts'
import { listDataExports } from './list-data-exports.ts'
import { makeDataExport } from './make-data-export-job.ts'
import { orderDataExport } from './order-data-export.ts'

export { makeDataExport } from './make-data-export-job.ts'

/** A copy of everything that is kept about a person, and what they consented to. */
export function registerOwnData(server: Server, platform: Platform): void {
  for (const register of [listDataExports, orderDataExport, getDataExportFile, listConsents, decideConsent]) register(server, platform)
}

export async function startOwnDataJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('make-data-export', (data) => makeDataExport(platform, data))
  await platform.jobs.work('erase-data-exports', async () => platform.log.info(await eraseDataExports(platform), 'data exports erased'))
  await platform.jobs.schedule('erase-data-exports', '40 * * * *')
}

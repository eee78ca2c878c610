import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { fetchBulkRun, getBulkRun, stopBulkRun } from './fetch-bulk-run.ts'
import { getEmployerPrinting, setEmployerPrinting } from './set-employer-printing.ts'
import { getBulkForms, startBulkRun } from './start-bulk-run.ts'

/** Form 01s printed by the employer for those who agreed: the agreement, and one file a run, made while it is fetched. */
export function registerBulkForms(server: Server, platform: Platform): void {
  for (const register of [getEmployerPrinting, setEmployerPrinting, getBulkForms, startBulkRun, getBulkRun, fetchBulkRun, stopBulkRun])
    register(server, platform)
}

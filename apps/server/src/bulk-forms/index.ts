import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { endConsentsOfEmployer } from './consent-queries.ts'
import { fetchBulkRun, getBulkRun, stopBulkRun } from './fetch-bulk-run.ts'
import { getEmployerPrinting, setEmployerPrinting } from './set-employer-printing.ts'
import { getBulkForms, startBulkRun } from './start-bulk-run.ts'

/** Whoever agreed to the printing by an employer that is no more is asked anew: the agreement named another organisation. */
export const endConsentsOfMerger = async (transaction: Transaction, { fromEmployerId }: { fromEmployerId: number }) => ({
  consentsEnded: await endConsentsOfEmployer(transaction, fromEmployerId),
})

/** Form 01s printed by the employer for those who agreed: the agreement, and one file a run, made while it is fetched. */
export function registerBulkForms(server: Server, platform: Platform): void {
  for (const register of [getEmployerPrinting, setEmployerPrinting, getBulkForms, startBulkRun, getBulkRun, fetchBulkRun, stopBulkRun])
    register(server, platform)
}
